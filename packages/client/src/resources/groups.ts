import type { WithBuiltQuery } from '../built-query.js';
import type { APIPromise, PagePromise } from '../api-promise.js';
import type { CsvExport, ExportCsvOptions } from '../bulk/export-csv.js';
import type { ConditionalOptions, CoreOptions, RequestOptions } from '../options.js';
import type { AddToCampaign } from '../schemas/add-to-campaign.js';
import type { ApplyTags } from '../schemas/apply-tags.js';
import type { DeleteContacts } from '../schemas/delete-contacts.js';
import type { Group } from '../schemas/group.js';
import type { GroupArchive } from '../schemas/group-archive.js';
import type { GroupCreate } from '../schemas/group-create.js';
import type { GroupDeleteQuery } from '../schemas/group-delete-query.js';
import type { GroupDetails } from '../schemas/group-details.js';
import type { GroupFreeze } from '../schemas/group-freeze.js';
import type { GroupGetQuery } from '../schemas/group-get-query.js';
import type { GroupMerge } from '../schemas/group-merge.js';
import type { GroupQuery } from '../schemas/group-query.js';
import type { GroupStatistics } from '../schemas/group-statistics.js';
import type { GroupSuggestion } from '../schemas/group-suggestion.js';
import type { GroupUpdate } from '../schemas/group-update.js';
import type { GroupUsages } from '../schemas/group-usages.js';
import type { Job } from '../schemas/job.js';
import type { StatisticsQuery } from '../schemas/statistics-query.js';
import type { SuggestionQuery } from '../schemas/suggestion-query.js';
import type { Call } from '../transport/call.js';
import { GroupContacts } from './group-contacts.js';

/** Groups of contacts: static, dynamic (joining enrols in linked running campaigns) and smart (a query decides). */
export class Groups {
  /** The members of groups. */
  readonly contacts: GroupContacts;

  readonly #client: CoreOptions;

  constructor(
    private readonly call: Call,
    client: CoreOptions,
  ) {
    this.#client = client;
    this.contacts = new GroupContacts(call);
  }

  /**
   * Creates a group. A smart group starts `INITIALIZING` and fills by itself.
   *
   * @throws ConflictError `GROUP_NAME_TAKEN` (its `problem.existingId` names the group); ValidationError `QUERY_INVALID`,
   * `QUERY_NOT_ALLOWED_AS_GROUP`, `QUERY_REQUIRED`, `QUERY_NOT_ALLOWED`.
   * @example
   * ```ts
   * const group = await fluenzr.groups.create({ name: '[DYN] Inbound Leads', type: 'DYNAMIC', color: '#1d4ed8' });
   * ```
   */
  create(input: WithBuiltQuery<GroupCreate>, options?: RequestOptions): APIPromise<Group> {
    return this.call('POST /groups', { body: input }, options);
  }

  /**
   * Gives one group, and beside it what `include` asks for.
   *
   * @throws NotFoundError `GROUP_NOT_FOUND`.
   * @example
   * ```ts
   * const { statistics, campaigns } = await fluenzr.groups.get('grp_1', { include: ['statistics', 'campaigns'] });
   * ```
   */
  get(id: string, query?: GroupGetQuery, options?: RequestOptions): APIPromise<GroupDetails> {
    return this.call('GET /groups/{id}', { path: { id }, query }, options);
  }

  /**
   * Lists groups by name, without the archived ones unless `status` asks for them.
   *
   * @example
   * ```ts
   * for await (const group of fluenzr.groups.list({ type: 'DYNAMIC' })) console.log(group.name, group.counts.total);
   * ```
   */
  list(query?: GroupQuery, options?: RequestOptions): PagePromise<Group> {
    return this.call('GET /groups', { query }, options);
  }

  /**
   * Changes a group; what is left out stays. `type` goes from `STATIC` to `DYNAMIC` and back; a new `query` makes a smart
   * group `EVALUATING`.
   *
   * @throws ConflictError `GROUP_EVALUATING`, `TYPE_CHANGE_NOT_ALLOWED`, `GROUP_ARCHIVED`, `GROUP_NAME_TAKEN`;
   * PreconditionFailedError when it is no longer as `ifMatch` says.
   * @example
   * ```ts
   * await fluenzr.groups.update('grp_1', { type: 'DYNAMIC', name: '[DYN] LinkedIn Inbound', enrollExisting: false });
   * ```
   */
  update(id: string, changes: WithBuiltQuery<GroupUpdate>, options?: ConditionalOptions): APIPromise<Group> {
    return this.call('PATCH /groups/{id}', { path: { id }, body: changes }, options);
  }

  /**
   * Deletes a group; its contacts stay.
   *
   * @throws ConflictError `GROUP_IN_USE` unless `detach`.
   * @example
   * ```ts
   * await fluenzr.groups.delete('grp_1', { detach: true });
   * ```
   */
  delete(id: string, query?: GroupDeleteQuery, options?: ConditionalOptions): APIPromise<undefined> {
    return this.call('DELETE /groups/{id}', { path: { id }, query }, options);
  }

  /**
   * Puts a group away; `restore` brings it back.
   *
   * @throws ConflictError `GROUP_IN_USE` unless `detach`.
   * @example
   * ```ts
   * await fluenzr.groups.archive('grp_1', { detach: true });
   * ```
   */
  archive(id: string, input: GroupArchive = {}, options?: RequestOptions): APIPromise<Group> {
    return this.call('POST /groups/{id}/archive', { path: { id }, body: input }, options);
  }

  /**
   * Brings an archived group back.
   *
   * @example
   * ```ts
   * await fluenzr.groups.restore('grp_1');
   * ```
   */
  restore(id: string, options?: RequestOptions): APIPromise<Group> {
    return this.call('POST /groups/{id}/restore', { path: { id } }, options);
  }

  /**
   * Moves the members of other groups into this one; the sources end archived. The job reports.
   *
   * @throws ConflictError `MERGE_SMART_GROUP`, `GROUP_IN_USE`.
   * @example
   * ```ts
   * const job = await fluenzr.groups.merge('grp_1', { sourceIds: ['grp_2', 'grp_3'] });
   * ```
   */
  merge(id: string, input: GroupMerge, options?: RequestOptions): APIPromise<Job> {
    return this.call('POST /groups/{id}/merge', { path: { id }, body: input }, options);
  }

  /**
   * Makes a static group of those who are in a smart group now.
   *
   * @throws ConflictError `GROUP_EVALUATING`.
   * @example
   * ```ts
   * const copy = await fluenzr.groups.freeze('grp_1', { name: 'LinkedIn Leads Q4' });
   * ```
   */
  freeze(id: string, input: GroupFreeze = {}, options?: RequestOptions): APIPromise<Group> {
    return this.call('POST /groups/{id}/freeze', { path: { id }, body: input }, options);
  }

  /**
   * Says where a group is used, and whether that is in the way of archiving or deleting it.
   *
   * @example
   * ```ts
   * const { campaigns, blocking } = await fluenzr.groups.usages('grp_1');
   * ```
   */
  usages(id: string, options?: RequestOptions): APIPromise<GroupUsages> {
    return this.call('GET /groups/{id}/usages', { path: { id } }, options);
  }

  /**
   * Gives a group's figures: members, engagement, and a series over the period asked for.
   *
   * @example
   * ```ts
   * const figures = await fluenzr.groups.statistics('grp_1', { from: '2026-01-01', interval: 'week' });
   * console.log(figures.total, figures.averageEngagementRate ?? 'nothing delivered yet');
   * ```
   */
  statistics(id: string, query?: StatisticsQuery, options?: RequestOptions): APIPromise<GroupStatistics> {
    return this.call('GET /groups/{id}/statistics', { path: { id }, query }, options);
  }

  /**
   * Lists what is worth tidying up, with a reason and a proposal each.
   *
   * @example
   * ```ts
   * for await (const { kind, reason } of fluenzr.groups.suggestions({ kind: 'EMPTY' })) console.log(kind, reason);
   * ```
   */
  suggestions(query?: SuggestionQuery, options?: RequestOptions): PagePromise<GroupSuggestion> {
    return this.call('GET /groups/suggestions', { query }, options);
  }

  /**
   * Exports a group's members as CSV: UTF-8 with a byte order mark, one row a contact. Gives the file as soon as the server
   * has made it, to be read as a stream or as a Blob.
   *
   * @throws FluenzRError with code `EXPORT_FAILED` when the job ends without a file.
   * @example
   * ```ts
   * const file = await fluenzr.groups.exportCsv('grp_1', { onProgress: (progress) => console.log(progress) });
   * console.log(file.rows, await file.blob());
   * ```
   */
  async exportCsv(id: string, options?: ExportCsvOptions): Promise<CsvExport> {
    const { exportCsv } = await import('../bulk/export-csv.js');
    return exportCsv(this.call, this.#client, id, options);
  }

  /**
   * Enrols all members in a running campaign; exclusions and contact status still apply. The job reports.
   *
   * @example
   * ```ts
   * const job = await fluenzr.groups.addToCampaign('grp_1', { campaignId: 'cmp_1' });
   * await fluenzr.jobs.wait(job.id);
   * ```
   */
  addToCampaign(id: string, input: AddToCampaign, options?: RequestOptions): APIPromise<Job> {
    return this.call('POST /groups/{id}/actions/add-to-campaign', { path: { id }, body: input }, options);
  }

  /**
   * Adds tags to, and removes tags from, all members. The job reports.
   *
   * @example
   * ```ts
   * const job = await fluenzr.groups.applyTags('grp_1', { add: ['trade-show'], remove: ['new'] });
   * ```
   */
  applyTags(id: string, input: ApplyTags, options?: RequestOptions): APIPromise<Job> {
    return this.call('POST /groups/{id}/actions/apply-tags', { path: { id }, body: input }, options);
  }

  /**
   * Deletes all members from FluenzR for good. `confirm` repeats the group's name and member count as a person saw them.
   *
   * @throws ConflictError `COUNT_CHANGED` (`problem.actual` is the count now); ValidationError `CONFIRMATION_REQUIRED`.
   * @example
   * ```ts
   * const job = await fluenzr.groups.deleteContacts('grp_1', {
   *   confirm: { groupName: 'Trade Show 2024', expectedCount: 214 },
   * });
   * ```
   */
  deleteContacts(id: string, input: DeleteContacts, options?: RequestOptions): APIPromise<Job> {
    return this.call('POST /groups/{id}/actions/delete-contacts', { path: { id }, body: input }, options);
  }
}

export { Groups as groups };
