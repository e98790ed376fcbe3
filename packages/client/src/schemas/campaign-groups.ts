import * as z from 'zod/mini';
import { CampaignFigures } from './campaign-figures.js';
import { CampaignGroup } from './campaign-group.js';
import { Timestamp } from './timestamp.js';

/** All groups of a campaign in figures. A contact in two of them counts once in `campaignTotals`. */
export const CampaignGroups = z.looseObject({
  data: z.array(CampaignGroup),
  campaignTotals: CampaignFigures,
  asOf: Timestamp,
});
export type CampaignGroups = z.infer<typeof CampaignGroups>;
