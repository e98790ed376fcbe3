import * as z from 'zod/mini';

/** The period of a group's statistics: the last 30 days by day unless told otherwise. */
export const StatisticsQuery = z.strictObject({
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  interval: z.optional(z.enum(['day', 'week'])),
});
export type StatisticsQuery = z.infer<typeof StatisticsQuery>;
