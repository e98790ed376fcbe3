import * as z from 'zod/mini';
import { enrollmentStatuses } from './enrollment-status.js';
import { openEnum } from './open-enum.js';
import { Timestamp } from './timestamp.js';

/** One contact in one campaign. */
export const Enrollment = z.looseObject({
  id: z.string(),
  contactId: z.string(),
  campaignId: z.string(),
  status: openEnum(enrollmentStatuses),
  /** Why it stopped or failed; null otherwise. */
  reason: z.nullable(z.string()),
  source: openEnum(['AUTO', 'LAUNCH', 'MANUAL', 'BULK']),
  /** Ids of the groups that it came through. */
  viaGroups: z.array(z.string()),
  enrolledAt: Timestamp,
  endedAt: z.nullable(Timestamp),
  metrics: z.looseObject({
    sent: z.number(),
    delivered: z.number(),
    opens: z.number(),
    clicks: z.number(),
    replies: z.number(),
    lastEventAt: z.nullable(Timestamp),
  }),
});
export type Enrollment = z.infer<typeof Enrollment>;
