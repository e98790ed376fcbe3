import type { WithBuiltQuery } from '../built-query.js';
import type { APIPromise, PagePromise } from '../api-promise.js';
import type { ConditionalOptions, RequestOptions } from '../options.js';
import type { Contact } from '../schemas/contact.js';
import type { ContactCreate } from '../schemas/contact-create.js';
import type { ContactCreated } from '../schemas/contact-created.js';
import type { ContactEnrollmentQuery } from '../schemas/contact-enrollment-query.js';
import type { ContactGroup } from '../schemas/contact-group.js';
import type { ContactQuery } from '../schemas/contact-query.js';
import type { ContactUpdate } from '../schemas/contact-update.js';
import type { Enrollment } from '../schemas/enrollment.js';
import type { ExplainQuery } from '../schemas/explain-query.js';
import type { Explanation } from '../schemas/explanation.js';
import type { ListQuery } from '../schemas/list-query.js';
import type { CreateManyOptions, CreateManyReport } from '../bulk/create-many.js';
import type { ContactInput } from '../schemas/contact-input.js';
import type { Call } from '../transport/call.js';

/** People who can be written to. */
export class Contacts {
  constructor(private readonly call: Call) {}

  /**
   * Creates a contact and, with `groupId`, puts it into a group: a dynamic group enrols it in every running campaign
   * linked to it, and `enrollments` says what began. A known e-mail address is not an error unless `onConflict: 'ERROR'`:
   * the contact joins the group, and only its blanks are filled.
   *
   * @throws InvalidInputError for an input that cannot be right, such as an e-mail address without an @: nothing is sent;
   * ValidationError `INVALID_EMAIL_FORMAT` (the backend looks closer), `GROUP_NOT_FOUND`; ConflictError `GROUP_IS_SMART`,
   * `GROUP_ARCHIVED`, `CONTACT_EXISTS` (its `problem.existingId` names the contact).
   * @example
   * ```ts
   * const contact = await fluenzr.contacts.create({ email: 'ada@example.com', firstName: 'Ada', groupId: 'grp_1' });
   * for (const { campaignId, status } of contact.enrollments) console.log(campaignId, status);
   * ```
   */
  create(input: ContactCreate, options?: RequestOptions): APIPromise<ContactCreated> {
    return this.call('POST /contacts', { body: input }, options);
  }

  /**
   * Gives one contact.
   *
   * @throws NotFoundError `CONTACT_NOT_FOUND`.
   * @example
   * ```ts
   * const { firstName, groups } = await fluenzr.contacts.get('con_1');
   * ```
   */
  get(id: string, options?: RequestOptions): APIPromise<Contact> {
    return this.call('GET /contacts/{id}', { path: { id } }, options);
  }

  /**
   * Lists contacts, newest first unless `sort` says otherwise.
   *
   * @throws ValidationError `QUERY_INVALID`, when `query` is not a contact query.
   * @example
   * ```ts
   * for await (const contact of fluenzr.contacts.list({ tag: 'vip' })) console.log(contact.email);
   * ```
   */
  list(query?: WithBuiltQuery<ContactQuery>, options?: RequestOptions): PagePromise<Contact> {
    return this.call('GET /contacts', { query }, options);
  }

  /**
   * Changes a contact: null clears a value, what is left out stays.
   *
   * @throws ConflictError `EMAIL_TAKEN`; PreconditionFailedError when it is no longer as `ifMatch` says.
   * @example
   * ```ts
   * await fluenzr.contacts.update('con_1', { lastName: 'Lovelace', language: null });
   * ```
   */
  update(id: string, changes: ContactUpdate, options?: ConditionalOptions): APIPromise<Contact> {
    return this.call('PATCH /contacts/{id}', { path: { id }, body: changes }, options);
  }

  /**
   * Deletes a contact for good.
   *
   * @throws NotFoundError, PreconditionFailedError.
   * @example
   * ```ts
   * await fluenzr.contacts.delete('con_1');
   * ```
   */
  delete(id: string, options?: ConditionalOptions): APIPromise<undefined> {
    return this.call('DELETE /contacts/{id}', { path: { id } }, options);
  }

  /**
   * Creates any number of contacts, 1,000 a request, from a list or from a source that gives them one by one: at no time are
   * more in memory than are under way. One that is refused does not hold up the others: the report has every one's outcome.
   * With `idempotencyKey`, a run that is repeated with the same source goes on where it ended.
   *
   * @throws AbortError when `signal` ends it; its `report` says what was done by then. RangeError when `concurrency` is
   * below 1.
   * @example
   * ```ts
   * const report = await fluenzr.contacts.createMany([{ email: 'ada@example.com' }, { email: 'grace@example.com' }], {
   *   onProgress: ({ processed }) => console.log(processed),
   * });
   * for (const { index, error } of report.results) if (error) console.error(index, error.message);
   * ```
   */
  async createMany(
    source: Iterable<ContactInput> | AsyncIterable<ContactInput>,
    options?: CreateManyOptions,
  ): Promise<CreateManyReport> {
    const { createMany } = await import('../bulk/create-many.js');
    return createMany(this.call, source, options);
  }

  /**
   * Lists the groups that a contact is in, with when and how it joined.
   *
   * @example
   * ```ts
   * for await (const group of fluenzr.contacts.groups('con_1')) console.log(group.name, group.joinedAt);
   * ```
   */
  groups(id: string, query?: ListQuery, options?: RequestOptions): PagePromise<ContactGroup> {
    return this.call('GET /contacts/{id}/groups', { path: { id }, query }, options);
  }

  /**
   * Lists the campaigns that a contact is or was enrolled in.
   *
   * @example
   * ```ts
   * const enrollments = await fluenzr.contacts.enrollments('con_1').toArray({ limit: 100 });
   * ```
   */
  enrollments(id: string, query?: ContactEnrollmentQuery, options?: RequestOptions): PagePromise<Enrollment> {
    return this.call('GET /contacts/{id}/enrollments', { path: { id }, query }, options);
  }

  /**
   * Says why a contact is, or is not, in a group or enrolled in a campaign: name one of the two.
   *
   * @example
   * ```ts
   * const why = await fluenzr.contacts.explain('con_1', { campaignId: 'cmp_1' });
   * ```
   */
  explain(id: string, query: ExplainQuery, options?: RequestOptions): APIPromise<Explanation> {
    return this.call('GET /contacts/{id}/explain', { path: { id }, query }, options);
  }
}

export { Contacts as contacts };
