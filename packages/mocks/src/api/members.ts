import { joinGroups, leaveGroup } from '../domain/memberships.js';
import { pairId } from '../store/rows.js';
import { created, noContent, ok, type Endpoints } from './endpoint.js';
import { searchText } from './contacts.js';
import { findContact, findGroup } from './find.js';
import { pageOf, parseSort, textFilter } from './page.js';
import { showMember } from './views.js';

export const memberEndpoints = {
  'GET /groups/{id}/contacts': (store, request) => {
    const group = findGroup(store, request.params.id);
    const { status, q, sort = '-joinedAt' } = request.query;
    const { key, direction } = parseSort(sort);
    const matchesText = textFilter(q);
    const contactOf = (contactId: string) => findContact(store, contactId);
    return pageOf(request, store.membersOf[key].list(group.id), {
      direction,
      keep: (member) =>
        (status === undefined || member.contactStatus === status) &&
        (q === undefined || matchesText(searchText(contactOf(member.contactId)))),
      show: (member) => showMember(store, contactOf(member.contactId), member),
    });
  },

  'PUT /groups/{id}/contacts/{contactId}': (store, { params, body }) => {
    const group = findGroup(store, params.id);
    const contact = findContact(store, params.contactId);
    const { joined } = joinGroups(store, contact, [group], { source: 'MANUAL', enroll: body.enroll ?? true });
    const id = pairId(group.id, contact.id);
    const membership = store.memberships.get(id);
    if (!membership) throw new Error(`No membership ${id} after joining.`);
    const member = showMember(store, contact, membership);
    return joined.length > 0 ? created(`/groups/${group.id}/contacts/${contact.id}`, member) : ok(member);
  },

  'DELETE /groups/{id}/contacts/{contactId}': (store, { params }) => {
    leaveGroup(store, findContact(store, params.contactId), findGroup(store, params.id));
    return noContent;
  },
} satisfies Endpoints;
