import * as z from 'zod/mini';
import { Tags } from './tags.js';

/** The body of `POST /groups/{id}/actions/apply-tags`: at most 50 tags each. */
export const ApplyTags = z.strictObject({ add: z.optional(Tags), remove: z.optional(Tags) });
export type ApplyTags = z.infer<typeof ApplyTags>;
