import * as z from 'zod/mini';

/** Which membership or enrolment to explain: exactly one of the two. */
export const ExplainQuery = z.strictObject({
  groupId: z.optional(z.string()),
  campaignId: z.optional(z.string()),
});
export type ExplainQuery = z.infer<typeof ExplainQuery>;
