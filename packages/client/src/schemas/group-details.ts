import * as z from 'zod/mini';
import { GroupStatistics } from './group-statistics.js';
import { Group } from './group.js';

/** A group, with the parts that were asked for. */
export const GroupDetails = z.looseObject({
  ...Group.shape,
  statistics: z.optional(GroupStatistics),
  campaigns: z.optional(z.array(z.looseObject({ id: z.string(), name: z.string(), status: z.string() }))),
});
export type GroupDetails = z.infer<typeof GroupDetails>;
