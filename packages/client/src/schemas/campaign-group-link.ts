import * as z from 'zod/mini';

/** The body of `PUT /campaigns/{id}/groups/{groupId}`. */
export const CampaignGroupLink = z.strictObject({
  /** Whether those who are members already are enrolled. Must be said when the campaign is running. */
  enrollExisting: z.optional(z.boolean()),
});
export type CampaignGroupLink = z.infer<typeof CampaignGroupLink>;
