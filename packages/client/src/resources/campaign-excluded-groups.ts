import type { APIPromise } from '../api-promise.js';
import type { RequestOptions } from '../options.js';
import type { ExcludedGroupAdd } from '../schemas/excluded-group-add.js';
import type { ExcludedGroupAdded } from '../schemas/excluded-group-added.js';
import type { Call } from '../transport/call.js';

/** The groups whose contacts campaigns leave out. An exclusion wins over every link. */
export class CampaignExcludedGroups {
  constructor(private readonly call: Call) {}

  /**
   * Excludes a group, and stops the enrolments of its members. With `dryRun` it only says how many.
   *
   * @throws ConflictError `GROUP_LINKED`.
   * @example
   * ```ts
   * const { stopped } = await fluenzr.campaigns.excludedGroups.add('cmp_1', 'grp_2', { dryRun: true });
   * ```
   */
  add(
    campaignId: string,
    groupId: string,
    input: ExcludedGroupAdd = {},
    options?: RequestOptions,
  ): APIPromise<ExcludedGroupAdded> {
    const path = { id: campaignId, groupId };
    return this.call('PUT /campaigns/{id}/excluded-groups/{groupId}', { path, body: input }, options);
  }

  /**
   * Lifts an exclusion. What it stopped stays stopped.
   *
   * @example
   * ```ts
   * await fluenzr.campaigns.excludedGroups.remove('cmp_1', 'grp_2');
   * ```
   */
  remove(campaignId: string, groupId: string, options?: RequestOptions): APIPromise<undefined> {
    const path = { id: campaignId, groupId };
    return this.call('DELETE /campaigns/{id}/excluded-groups/{groupId}', { path }, options);
  }
}
