import { ContactInput, type ContactBatchResult, type OnConflict } from '@fluenzr/client/schemas';
import { deleteContact, takeInContact, updateContact } from '../domain/contacts.js';
import { contactTest, readQuery } from '../domain/queries.js';
import { ProblemError } from '../problem.js';
import { pairId, type ContactRow, type EnrollmentRow, type MembershipRow } from '../store/rows.js';
import { SortedList } from '../store/sorted-list.js';
import type { Store } from '../store/store.js';
import { created, noContent, ok, type Endpoints } from './endpoint.js';
import { requireMatch } from './etag.js';
import { findContact, findGroup } from './find.js';
import { allOf, foldText, pageOf, parseSort } from './page.js';
import { jsonPointer, validated } from './validation.js';
import { showContact, showEnrollment, showGroup } from './views.js';

export const contactEndpoints = {
  'POST /contacts': (store, { body }) => {
    const { contact, created: isNew, outcomes } = takeInContact(store, body);
    const answer = { ...showContact(store, contact), enrollments: outcomes };
    return isNew ? created(`/contacts/${contact.id}`, answer) : ok(answer);
  },

  'GET /contacts': (store, request) => {
    const { q, query, groupId, notInGroupId, status, tag, sort = '-createdAt' } = request.query;
    const { key, direction } = parseSort(sort);
    return pageOf(request, contactsToList(store, key, groupId, tag), {
      direction,
      keep: allOf<ContactRow>(
        groupId !== undefined && ((contact) => store.memberships.has(pairId(groupId, contact.id))),
        notInGroupId !== undefined && ((contact) => !store.memberships.has(pairId(notInGroupId, contact.id))),
        status !== undefined && ((contact) => contact.status === status),
        tag !== undefined && ((contact) => contact.tags.includes(tag)),
        q !== undefined && contactFilter(q),
        query !== undefined && contactTest(store, readQuery(store, query, '?query')),
      ),
      show: (contact) => showContact(store, contact),
    });
  },

  'GET /contacts/{id}': (store, { params }) => ok(showContact(store, findContact(store, params.id))),

  'PATCH /contacts/{id}': (store, { params, body, ifMatch }) => {
    const contact = findContact(store, params.id);
    requireMatch(ifMatch, contact.version);
    return ok(showContact(store, updateContact(store, contact, body)));
  },

  'DELETE /contacts/{id}': (store, { params, ifMatch }) => {
    const contact = findContact(store, params.id);
    requireMatch(ifMatch, contact.version);
    deleteContact(store, contact);
    return noContent;
  },

  'POST /contacts/batch': (store, { body: { items, onConflict = 'ATTACH', enroll = true } }) =>
    ok({ results: items.map((item, index) => takeInItem(store, item, index, { onConflict, enroll })) }),

  'GET /contacts/{id}/groups': (store, request) => {
    const { id } = findContact(store, request.params.id);
    const groupOf = (member: MembershipRow) => findGroup(store, member.groupId);
    return pageOf(request, store.membershipsOfContact.list(id), {
      keep: (member) => groupOf(member).status !== 'ARCHIVED',
      show: (member) => ({
        ...showGroup(store, groupOf(member)),
        joinedAt: member.joinedAt,
        source: member.source,
      }),
    });
  },

  'GET /contacts/{id}/enrollments': (store, request) => {
    const { id } = findContact(store, request.params.id);
    const { status } = request.query;
    return pageOf(request, store.enrollmentsOfContact.list(id), {
      direction: 'descending',
      keep: allOf<EnrollmentRow>(status !== undefined && ((enrollment) => enrollment.status === status)),
      show: showEnrollment,
    });
  },
} satisfies Endpoints;

// Folding costs far more than looking: done once for a row, 100,000 contacts are searched in a few milliseconds.
const searchTexts = new WeakMap<ContactRow, string>();

/** A test for free text in name or e-mail address. */
export function contactFilter(q: string): (contact: ContactRow) => boolean {
  const words = foldText(q).split(/\s+/);
  return (contact) => {
    let text = searchTexts.get(contact);
    if (text === undefined) {
      text = foldText(`${contact.firstName ?? ''} ${contact.lastName ?? ''} ${contact.email}`);
      searchTexts.set(contact, text);
    }
    return words.every((word) => text.includes(word));
  };
}

/** Takes in one item of a batch, or says why not; the other items go on. */
function takeInItem(
  store: Store,
  item: unknown,
  index: number,
  options: { onConflict: OnConflict; enroll: boolean },
): ContactBatchResult {
  try {
    return store.transaction(() => {
      const input = validated(ContactInput, item, jsonPointer) as ContactInput;
      const { contact, created: isNew } = takeInContact(store, { ...input, ...options });
      const status = isNew ? 'CREATED' : options.onConflict === 'UPDATE' ? 'UPDATED' : 'ATTACHED';
      return { index, status, id: contact.id };
    });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const [first] = error.parts.errors ?? [];
    const { code, message, pointer } = { code: error.code, message: error.message, ...first };
    return { index, status: 'FAILED', error: { code, message, ...(pointer !== undefined && { pointer }) } };
  }
}

/**
 * The contacts in the order of `key`. Of a small group, or with a rare tag, only those, sorted now: walking all contacts
 * would pass many strangers for each. Of a big one, all contacts, to be filtered: every tenth at least belongs to it.
 */
function contactsToList(
  store: Store,
  key: 'createdAt' | 'email' | 'lastName',
  groupId: string | undefined,
  tag: string | undefined,
): SortedList<ContactRow> {
  const index = store.contactsBy[key];
  const isFew = (count: number) => count * 10 <= store.contacts.size;
  if (groupId !== undefined && isFew(store.memberCount.count(groupId))) {
    const members = [...store.membersOf.joinedAt.list(groupId)];
    return new SortedList(
      index.keyOf,
      members.flatMap((member) => store.contacts.get(member.contactId) ?? []),
    );
  }
  if (tag !== undefined && isFew(store.tagCount.count(tag))) {
    return new SortedList(index.keyOf, store.contactsWithTag.list(tag));
  }
  return index.list('');
}
