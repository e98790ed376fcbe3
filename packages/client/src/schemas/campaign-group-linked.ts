import * as z from 'zod/mini';
import { Timestamp } from './timestamp.js';

/** The link between a campaign and a group. */
export const CampaignGroupLinked = z.looseObject({
  link: z.looseObject({
    campaignId: z.string(),
    groupId: z.string(),
    linkedAt: Timestamp,
    enrollExisting: z.boolean(),
  }),
  /** Contacts that the link enrols: at once in a running campaign, at its launch in another. */
  willEnroll: z.number(),
});
export type CampaignGroupLinked = z.infer<typeof CampaignGroupLinked>;
