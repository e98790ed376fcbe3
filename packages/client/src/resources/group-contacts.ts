import type { APIPromise, PagePromise } from '../api-promise.js';
import type { RequestOptions } from '../options.js';
import type { Member } from '../schemas/member.js';
import type { MemberAdd } from '../schemas/member-add.js';
import type { MemberChanges } from '../schemas/member-changes.js';
import type { MemberChangesResult } from '../schemas/member-changes-result.js';
import type { MemberQuery } from '../schemas/member-query.js';
import type { Call } from '../transport/call.js';

/** The members of groups. Only a query changes those of a smart group: for it every write is refused. */
export class GroupContacts {
  constructor(private readonly call: Call) {}

  /**
   * Lists a group's members, the latest first unless `sort` says otherwise.
   *
   * @example
   * ```ts
   * for await (const member of fluenzr.groups.contacts.list('grp_1')) console.log(member.email, member.joinedAt);
   * ```
   */
  list(groupId: string, query?: MemberQuery, options?: RequestOptions): PagePromise<Member> {
    return this.call('GET /groups/{id}/contacts', { path: { id: groupId }, query }, options);
  }

  /**
   * Puts a contact into a group; one that is in it already stays as it is.
   *
   * @throws ConflictError `GROUP_IS_SMART`, `GROUP_ARCHIVED`.
   * @example
   * ```ts
   * await fluenzr.groups.contacts.add('grp_1', 'con_1', { enroll: false });
   * ```
   */
  add(
    groupId: string,
    contactId: string,
    input: MemberAdd = {},
    options?: RequestOptions,
  ): APIPromise<Member> {
    const path = { id: groupId, contactId };
    return this.call('PUT /groups/{id}/contacts/{contactId}', { path, body: input }, options);
  }

  /**
   * Takes a contact out of a group, and no further: the contact stays.
   *
   * @throws ConflictError `GROUP_IS_SMART`.
   * @example
   * ```ts
   * await fluenzr.groups.contacts.remove('grp_1', 'con_1');
   * ```
   */
  remove(groupId: string, contactId: string, options?: RequestOptions): APIPromise<undefined> {
    const path = { id: groupId, contactId };
    return this.call('DELETE /groups/{id}/contacts/{contactId}', { path }, options);
  }

  /**
   * Adds and removes at most 1,000 contacts at once. An unknown or refused id never fails the rest.
   *
   * @example
   * ```ts
   * const { missing, rejected } = await fluenzr.groups.contacts.change('grp_1', { add: ['con_1'], remove: ['con_2'] });
   * ```
   */
  change(groupId: string, input: MemberChanges, options?: RequestOptions): APIPromise<MemberChangesResult> {
    return this.call('POST /groups/{id}/contacts/changes', { path: { id: groupId }, body: input }, options);
  }
}
