import * as z from 'zod/mini';
import { Id } from './id.js';

/** The body of `POST /groups/{id}/contacts/changes`: at most 1,000 ids in all. */
export const MemberChanges = z.strictObject({
  add: z.optional(z.array(Id).check(z.maxLength(1000))),
  remove: z.optional(z.array(Id).check(z.maxLength(1000))),
  enroll: z.optional(z.boolean()),
});
export type MemberChanges = z.infer<typeof MemberChanges>;
