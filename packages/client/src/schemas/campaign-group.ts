import * as z from 'zod/mini';
import { CampaignFigures } from './campaign-figures.js';
import { GroupReference } from './group-reference.js';
import { openEnum } from './open-enum.js';

/** One group of a campaign in figures. */
export const CampaignGroup = z.looseObject({
  ...CampaignFigures.shape,
  group: GroupReference,
  badge: z.nullable(openEnum(['Dynamic'])),
});
export type CampaignGroup = z.infer<typeof CampaignGroup>;
