import * as z from 'zod/mini';
import { Campaign } from './campaign.js';
import { LaunchAudience } from './launch-audience.js';

/** The campaign after a launch (or as it is, with `dryRun`), and its audience. */
export const CampaignLaunched = z.looseObject({ ...Campaign.shape, ...LaunchAudience.shape });
export type CampaignLaunched = z.infer<typeof CampaignLaunched>;
