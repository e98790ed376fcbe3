import * as z from 'zod/mini';

/** The body of `PUT /groups/{id}/contacts/{contactId}`. */
export const MemberAdd = z.strictObject({
  /** Whether joining a dynamic group enrols the contact. True unless told otherwise. */
  enroll: z.optional(z.boolean()),
});
export type MemberAdd = z.infer<typeof MemberAdd>;
