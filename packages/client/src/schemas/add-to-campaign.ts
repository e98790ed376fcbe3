import * as z from 'zod/mini';
import { Id } from './id.js';

/** The body of `POST /groups/{id}/actions/add-to-campaign`. */
export const AddToCampaign = z.strictObject({ campaignId: Id });
export type AddToCampaign = z.infer<typeof AddToCampaign>;
