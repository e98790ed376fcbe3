import * as z from 'zod/mini';

/** How a campaign does: in one group, or in all. */
export const CampaignFigures = z.looseObject({
  contacts: z.number(),
  enrolled: z.number(),
  delivered: z.number(),
  uniqueOpens: z.number(),
  uniqueClicks: z.number(),
  /** Unique openers / delivered; null when nothing was delivered. */
  openRate: z.nullable(z.number()),
  /** Unique clickers / delivered; null when nothing was delivered. */
  clickRate: z.nullable(z.number()),
});
export type CampaignFigures = z.infer<typeof CampaignFigures>;
