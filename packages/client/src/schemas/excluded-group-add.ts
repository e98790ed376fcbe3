import * as z from 'zod/mini';

/** The body of `PUT /campaigns/{id}/excluded-groups/{groupId}`. */
export const ExcludedGroupAdd = z.strictObject({
  /** Only say how many enrolments it would stop; change nothing. */
  dryRun: z.optional(z.boolean()),
});
export type ExcludedGroupAdd = z.infer<typeof ExcludedGroupAdd>;
