import type { APIPromise } from '../api-promise.js';
import type { ConditionalOptions, RequestOptions } from '../options.js';
import type { PagePromise } from '../page.js';
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
import type { Api } from '../transport/api.js';

/** People who can be written to. */
export class Contacts {
  constructor(private readonly api: Api) {}

  /**
   * Creates a contact and, with `groupId`, puts it into a group: a dynamic group enrols it in every running campaign
   * linked to it, and `enrollments` says what began. A known e-mail address is not an error unless `onConflict: 'ERROR'`:
   * the contact joins the group, and only its blanks are filled.
   *
   * @throws ValidationError `INVALID_EMAIL_FORMAT`, `GROUP_NOT_FOUND`; ConflictError `GROUP_IS_SMART`, `GROUP_ARCHIVED`,
   * `CONTACT_EXISTS` (its `problem.existingId` names the contact).
   * @example
   * ```ts
   * const contact = await fluenzr.contacts.create({ email: 'ada@example.com', firstName: 'Ada', groupId: 'grp_1' });
   * for (const { campaignId, status } of contact.enrollments) console.log(campaignId, status);
   * ```
   */
  create(input: ContactCreate, options?: RequestOptions): APIPromise<ContactCreated> {
    return this.api.call('POST /contacts', { body: input }, options);
  }

  /** Gives one contact. @throws NotFoundError `CONTACT_NOT_FOUND`. */
  get(id: string, options?: RequestOptions): APIPromise<Contact> {
    return this.api.call('GET /contacts/{id}', { path: { id } }, options);
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
  list(query?: ContactQuery, options?: RequestOptions): PagePromise<Contact> {
    return this.api.list('GET /contacts', { query }, options);
  }

  /**
   * Changes a contact: null clears a value, what is left out stays.
   *
   * @throws ConflictError `EMAIL_TAKEN`; PreconditionFailedError when it is no longer as `ifMatch` says.
   */
  update(id: string, changes: ContactUpdate, options?: ConditionalOptions): APIPromise<Contact> {
    return this.api.call('PATCH /contacts/{id}', { path: { id }, body: changes }, options);
  }

  /** Deletes a contact for good. @throws NotFoundError, PreconditionFailedError. */
  delete(id: string, options?: ConditionalOptions): APIPromise<undefined> {
    return this.api.call('DELETE /contacts/{id}', { path: { id } }, options);
  }

  /** Lists the groups that a contact is in, with when and how it joined. */
  groups(id: string, query?: ListQuery, options?: RequestOptions): PagePromise<ContactGroup> {
    return this.api.list('GET /contacts/{id}/groups', { path: { id }, query }, options);
  }

  /** Lists the campaigns that a contact is or was enrolled in. */
  enrollments(id: string, query?: ContactEnrollmentQuery, options?: RequestOptions): PagePromise<Enrollment> {
    return this.api.list('GET /contacts/{id}/enrollments', { path: { id }, query }, options);
  }

  /** Says why a contact is, or is not, in a group or enrolled in a campaign: name one of the two. */
  explain(id: string, query: ExplainQuery, options?: RequestOptions): APIPromise<Explanation> {
    return this.api.call('GET /contacts/{id}/explain', { path: { id }, query }, options);
  }
}

export { Contacts as contacts };
