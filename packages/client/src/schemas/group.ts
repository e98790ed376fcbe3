import * as z from 'zod/mini';
import { groupStatuses } from './group-status.js';
import { groupTypes } from './group-type.js';
import { openEnum } from './open-enum.js';
import { Timestamp } from './timestamp.js';

/** Contacts organised under a name that is unique ignoring case. */
export const Group = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: z.nullable(z.string()),
  type: openEnum(groupTypes),
  color: z.string(),
  query: z.nullable(z.string()),
  autoEnroll: z.boolean(),
  status: openEnum(groupStatuses),
  /** `inactive` counts members whose status is not ACTIVE. */
  counts: z.looseObject({ total: z.number(), active: z.number(), inactive: z.number() }),
  /** Running campaigns linked to the group. */
  activeCampaignCount: z.number(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  archivedAt: z.nullable(Timestamp),
  mergedInto: z.nullable(z.string()),
  version: z.number(),
});
export type Group = z.infer<typeof Group>;
