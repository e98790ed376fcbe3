import * as z from 'zod/mini';

/** The body of `POST /campaigns/{id}/launch`. */
export const CampaignLaunch = z.strictObject({
  /** Only say who would be enrolled; change nothing. */
  dryRun: z.optional(z.boolean()),
});
export type CampaignLaunch = z.infer<typeof CampaignLaunch>;
