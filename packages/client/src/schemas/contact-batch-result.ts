import * as z from 'zod/mini';
import { openEnum } from './open-enum.js';

/** The fate of one item of a batch. */
export const ContactBatchResult = z.looseObject({
  index: z.number(),
  status: openEnum(['CREATED', 'UPDATED', 'ATTACHED', 'FAILED']),
  id: z.optional(z.string()),
  error: z.optional(
    z.looseObject({ code: z.string(), message: z.string(), pointer: z.optional(z.string()) }),
  ),
});
export type ContactBatchResult = z.infer<typeof ContactBatchResult>;
