import * as z from 'zod/mini';
import { PageQuery } from './page-query.js';
import { campaignStatuses } from './campaign-status.js';

/** Which campaigns to list. */
export const CampaignQuery = z.strictObject({
  ...PageQuery,
  q: z.optional(z.string()),
  status: z.optional(z.enum(campaignStatuses)),
  groupId: z.optional(z.string()),
  /** `-createdAt` unless told otherwise. */
  sort: z.optional(z.enum(['name', '-name', 'createdAt', '-createdAt'])),
});
export type CampaignQuery = z.infer<typeof CampaignQuery>;
