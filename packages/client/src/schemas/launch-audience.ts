import * as z from 'zod/mini';

/** Who a launch enrols, or would enrol. */
export const LaunchAudience = z.looseObject({
  audience: z.number(),
  byGroup: z.array(z.looseObject({ groupId: z.string(), contacts: z.number() })),
  excluded: z.number(),
  skippedByReason: z.record(z.string(), z.number()),
});
export type LaunchAudience = z.infer<typeof LaunchAudience>;
