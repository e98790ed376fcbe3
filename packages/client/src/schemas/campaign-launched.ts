import * as z from 'zod/mini';
import { Campaign } from './campaign.js';
import { LaunchAudience } from './launch-audience.js';

/** The campaign after a launch (or as it is, with `dryRun`), and its audience. */
export const CampaignLaunched = z.extend(Campaign, LaunchAudience.shape);
export type CampaignLaunched = z.infer<typeof CampaignLaunched>;
