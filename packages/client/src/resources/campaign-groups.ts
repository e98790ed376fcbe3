import type { APIPromise } from '../api-promise.js';
import type { RequestOptions } from '../options.js';
import type { CampaignGroupLink } from '../schemas/campaign-group-link.js';
import type { CampaignGroupLinked } from '../schemas/campaign-group-linked.js';
import type { CampaignGroups as CampaignGroupList } from '../schemas/campaign-groups.js';
import type { Call } from '../transport/call.js';

/** The groups that campaigns are linked to. */
export class CampaignGroups {
  constructor(private readonly call: Call) {}

  /**
   * Gives all groups of a campaign in figures, and the campaign's totals, in which nobody counts twice.
   *
   * @example
   * ```ts
   * const { data, campaignTotals } = await fluenzr.campaigns.groups.list('cmp_1');
   * ```
   */
  list(campaignId: string, options?: RequestOptions): APIPromise<CampaignGroupList> {
    return this.call('GET /campaigns/{id}/groups', { path: { id: campaignId } }, options);
  }

  /**
   * Links a group. For a running campaign `enrollExisting` must say whether those who are members already are enrolled.
   *
   * @throws ConflictError `GROUP_EXCLUDED`, `GROUP_ARCHIVED`, `GROUP_EVALUATING`, `CAMPAIGN_COMPLETED`.
   * @example
   * ```ts
   * const { willEnroll } = await fluenzr.campaigns.groups.link('cmp_1', 'grp_1', { enrollExisting: false });
   * ```
   */
  link(
    campaignId: string,
    groupId: string,
    input: CampaignGroupLink = {},
    options?: RequestOptions,
  ): APIPromise<CampaignGroupLinked> {
    const path = { id: campaignId, groupId };
    return this.call('PUT /campaigns/{id}/groups/{groupId}', { path, body: input }, options);
  }

  /**
   * Unlinks a group; who is enrolled stays so, unless the campaign's `onGroupRemoval` is `STOP`.
   *
   * @example
   * ```ts
   * await fluenzr.campaigns.groups.unlink('cmp_1', 'grp_1');
   * ```
   */
  unlink(campaignId: string, groupId: string, options?: RequestOptions): APIPromise<undefined> {
    const path = { id: campaignId, groupId };
    return this.call('DELETE /campaigns/{id}/groups/{groupId}', { path }, options);
  }
}
