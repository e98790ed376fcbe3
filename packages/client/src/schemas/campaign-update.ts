import * as z from 'zod/mini';
import { CampaignCreate } from './campaign-create.js';

/** The body of `PATCH /campaigns/{id}`. */
export const CampaignUpdate = z.partial(CampaignCreate);
export type CampaignUpdate = z.infer<typeof CampaignUpdate>;
