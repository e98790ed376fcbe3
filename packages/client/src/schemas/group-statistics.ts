import * as z from 'zod/mini';
import { groupTypes } from './group-type.js';
import { openEnum } from './open-enum.js';
import { Timestamp } from './timestamp.js';

/** A group in figures. A rate is null, not 0, when nothing was delivered. */
export const GroupStatistics = z.looseObject({
  total: z.number(),
  active: z.number(),
  inactive: z.number(),
  /** The mean, over campaigns that delivered to members, of members who opened or clicked / delivered. */
  averageEngagementRate: z.nullable(z.number()),
  lastCampaignSent: z.nullable(z.looseObject({ id: z.string(), name: z.string(), sentAt: Timestamp })),
  type: openEnum(groupTypes),
  activeCampaignCount: z.number(),
  engagement: z.looseObject({
    delivered: z.number(),
    openers: z.number(),
    clickers: z.number(),
    engaged: z.number(),
  }),
  series: z.array(
    z.looseObject({
      date: z.string(),
      total: z.number(),
      joined: z.number(),
      left: z.number(),
      opens: z.number(),
      clicks: z.number(),
    }),
  ),
  asOf: Timestamp,
});
export type GroupStatistics = z.infer<typeof GroupStatistics>;
