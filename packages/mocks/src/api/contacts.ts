import { takeInContact, updateContact } from '../domain/contacts.js';
import { contactTest, readQuery } from '../domain/queries.js';
import { pairId, type ContactRow, type EnrollmentRow } from '../store/rows.js';
import { SortedList } from '../store/sorted-list.js';
import type { Store } from '../store/store.js';
import { created, ok, type Endpoints } from './endpoint.js';
import { requireMatch } from './etag.js';
import { findContact } from './find.js';
import { allOf, pageOf, parseSort, textFilter } from './page.js';
import { showContact, showEnrollment } from './views.js';

export const contactEndpoints = {
  'POST /contacts': (store, { body }) => {
    const { contact, created: isNew, outcomes } = takeInContact(store, body);
    const answer = { ...showContact(store, contact), enrollments: outcomes };
    return isNew ? created(`/contacts/${contact.id}`, answer) : ok(answer);
  },

  'GET /contacts': (store, request) => {
    const { q, query, groupId, notInGroupId, status, tag, sort = '-createdAt' } = request.query;
    const { key, direction } = parseSort(sort);
    return pageOf(request, contactsToList(store, key, groupId), {
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

/** A test for free text in name or e-mail address. */
export function contactFilter(q: string): (contact: ContactRow) => boolean {
  const matches = textFilter(q);
  return ({ firstName, lastName, email }) => matches(`${firstName ?? ''} ${lastName ?? ''} ${email}`);
}

/**
 * The contacts in the order of `key`. Of a small group, only its members, sorted now: walking all contacts would pass
 * many strangers for each member. Of a big one, all contacts, to be filtered: every tenth at least is a member.
 */
function contactsToList(
  store: Store,
  key: 'createdAt' | 'email' | 'lastName',
  groupId: string | undefined,
): SortedList<ContactRow> {
  const index = store.contactsBy[key];
  if (groupId === undefined || store.memberCount.count(groupId) * 10 > store.contacts.size)
    return index.list('');
  const members = [...store.membersOf.joinedAt.list(groupId)];
  return new SortedList(
    index.keyOf,
    members.flatMap((member) => store.contacts.get(member.contactId) ?? []),
  );
}
