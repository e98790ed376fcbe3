import * as z from 'zod/mini';
import { ContactBatchResult } from './contact-batch-result.js';

export const ContactBatchResults = z.looseObject({ results: z.array(ContactBatchResult) });
export type ContactBatchResults = z.infer<typeof ContactBatchResults>;
