import * as z from 'zod/mini';

/** The body of `POST /groups/{id}/archive` and `/restore`. */
export const GroupArchive = z.strictObject({
  /** Unlink the group from the campaigns that use it, instead of refusing. */
  detach: z.optional(z.boolean()),
});
export type GroupArchive = z.infer<typeof GroupArchive>;
