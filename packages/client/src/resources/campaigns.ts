import type { APIPromise, PagePromise } from '../api-promise.js';
import type { ConditionalOptions, RequestOptions } from '../options.js';
import type { Campaign } from '../schemas/campaign.js';
import type { CampaignCreate } from '../schemas/campaign-create.js';
import type { CampaignLaunch } from '../schemas/campaign-launch.js';
import type { CampaignLaunched } from '../schemas/campaign-launched.js';
import type { CampaignQuery } from '../schemas/campaign-query.js';
import type { CampaignUpdate } from '../schemas/campaign-update.js';
import type { Call } from '../transport/call.js';
import { CampaignEnrollments } from './campaign-enrollments.js';
import { CampaignExcludedGroups } from './campaign-excluded-groups.js';
import { CampaignGroups } from './campaign-groups.js';

/** Sequences of steps for the contacts of their groups. */
export class Campaigns {
  /** The groups that campaigns are linked to. */
  readonly groups: CampaignGroups;
  /** The groups whose contacts campaigns leave out. */
  readonly excludedGroups: CampaignExcludedGroups;
  /** The contacts in campaigns. */
  readonly enrollments: CampaignEnrollments;

  constructor(private readonly call: Call) {
    this.groups = new CampaignGroups(call);
    this.excludedGroups = new CampaignExcludedGroups(call);
    this.enrollments = new CampaignEnrollments(call);
  }

  /**
   * Creates a campaign as a draft.
   *
   * @example
   * ```ts
   * const campaign = await fluenzr.campaigns.create({
   *   name: 'Welcome',
   *   steps: [{ type: 'SEND_EMAIL', subject: 'Hello @contact.first_name', body: 'Good to have you.' }],
   * });
   * ```
   */
  create(input: CampaignCreate, options?: RequestOptions): APIPromise<Campaign> {
    return this.call('POST /campaigns', { body: input }, options);
  }

  /**
   * Gives one campaign.
   *
   * @throws NotFoundError `CAMPAIGN_NOT_FOUND`.
   * @example
   * ```ts
   * const campaign = await fluenzr.campaigns.get('cmp_1');
   * ```
   */
  get(id: string, options?: RequestOptions): APIPromise<Campaign> {
    return this.call('GET /campaigns/{id}', { path: { id } }, options);
  }

  /**
   * Lists campaigns, newest first unless `sort` says otherwise.
   *
   * @example
   * ```ts
   * for await (const campaign of fluenzr.campaigns.list({ status: 'RUNNING' })) console.log(campaign.name);
   * ```
   */
  list(query?: CampaignQuery, options?: RequestOptions): PagePromise<Campaign> {
    return this.call('GET /campaigns', { query }, options);
  }

  /**
   * Changes a campaign; what is left out stays.
   *
   * @throws PreconditionFailedError when it is no longer as `ifMatch` says.
   * @example
   * ```ts
   * const { version } = await fluenzr.campaigns.get('cmp_1');
   * await fluenzr.campaigns.update('cmp_1', { onGroupRemoval: 'STOP' }, { ifMatch: version });
   * ```
   */
  update(id: string, changes: CampaignUpdate, options?: ConditionalOptions): APIPromise<Campaign> {
    return this.call('PATCH /campaigns/{id}', { path: { id }, body: changes }, options);
  }

  /**
   * Starts a campaign: every eligible member of its linked groups is enrolled. With `dryRun` it only says whom.
   *
   * @throws ConflictError `INVALID_TRANSITION`, `NO_AUDIENCE`.
   * @example
   * ```ts
   * const { audience } = await fluenzr.campaigns.launch('cmp_1', { dryRun: true });
   * ```
   */
  launch(id: string, input: CampaignLaunch = {}, options?: RequestOptions): APIPromise<CampaignLaunched> {
    return this.call('POST /campaigns/{id}/launch', { path: { id }, body: input }, options);
  }

  /**
   * Holds a running campaign: nobody is enrolled until it resumes.
   *
   * @throws ConflictError `INVALID_TRANSITION`.
   * @example
   * ```ts
   * await fluenzr.campaigns.pause('cmp_1');
   * ```
   */
  pause(id: string, options?: RequestOptions): APIPromise<Campaign> {
    return this.call('POST /campaigns/{id}/pause', { path: { id } }, options);
  }

  /**
   * Goes on with a paused campaign, and enrols who joined meanwhile.
   *
   * @throws ConflictError `INVALID_TRANSITION`.
   * @example
   * ```ts
   * await fluenzr.campaigns.resume('cmp_1');
   * ```
   */
  resume(id: string, options?: RequestOptions): APIPromise<Campaign> {
    return this.call('POST /campaigns/{id}/resume', { path: { id } }, options);
  }

  /**
   * Puts a campaign away.
   *
   * @throws ConflictError `INVALID_TRANSITION`.
   * @example
   * ```ts
   * await fluenzr.campaigns.archive('cmp_1');
   * ```
   */
  archive(id: string, options?: RequestOptions): APIPromise<Campaign> {
    return this.call('POST /campaigns/{id}/archive', { path: { id } }, options);
  }
}

export { Campaigns as campaigns };
