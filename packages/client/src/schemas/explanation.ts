import * as z from 'zod/mini';
import { openEnum } from './open-enum.js';
import { Timestamp } from './timestamp.js';

/** Why a contact is, or is not, in a group or enrolled in a campaign: each condition with its outcome. */
export const Explanation = z.looseObject({
  contactId: z.string(),
  groupId: z.nullable(z.string()),
  campaignId: z.nullable(z.string()),
  outcome: openEnum(['MEMBER', 'NOT_MEMBER', 'ENROLLED', 'NOT_ENROLLED']),
  /** The recorded reason of a skip or stop; null where nothing needs one. */
  reason: z.nullable(z.string()),
  since: z.nullable(Timestamp),
  conditions: z.array(z.looseObject({ condition: z.string(), holds: z.boolean(), detail: z.string() })),
});
export type Explanation = z.infer<typeof Explanation>;
