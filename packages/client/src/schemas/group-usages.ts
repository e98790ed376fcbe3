import * as z from 'zod/mini';

/** Where a group is used: what an archive, a deletion or a merge would touch. */
export const GroupUsages = z.looseObject({
  campaigns: z.array(z.looseObject({ id: z.string(), name: z.string(), status: z.string() })),
  excludedIn: z.array(z.looseObject({ id: z.string(), name: z.string(), status: z.string() })),
  steps: z.array(z.looseObject({ campaignId: z.string(), stepId: z.string(), type: z.string() })),
  /** True when archiving or deleting needs `detach`. */
  blocking: z.boolean(),
});
export type GroupUsages = z.infer<typeof GroupUsages>;
