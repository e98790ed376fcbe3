import { changeMembers } from '../domain/member-changes.js';
import { joinGroups, leaveGroup } from '../domain/memberships.js';
import { pairId, type MembershipRow } from '../store/rows.js';
import { created, noContent, ok, type Endpoints } from './endpoint.js';
import { contactFilter } from './contacts.js';
import { findContact, findGroup } from './find.js';
import { allOf, pageOf, parseSort } from './page.js';
import { showMember } from './views.js';

export const memberEndpoints = {
  'GET /groups/{id}/contacts': (store, request) => {
    const group = findGroup(store, request.params.id);
    const { status, q, sort = '-joinedAt' } = request.query;
    const { key, direction } = parseSort(sort);
    const contactOf = (member: MembershipRow) => findContact(store, member.contactId);
    const matchesText = contactFilter(q ?? '');
    return pageOf(request, store.membersOf[key].list(group.id), {
      direction,
      keep: allOf<MembershipRow>(
        status !== undefined && ((member) => member.contactStatus === status),
        q !== undefined && ((member) => matchesText(contactOf(member))),
      ),
      show: (member) => showMember(store, contactOf(member), member),
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

  'POST /groups/{id}/contacts/changes': (store, { params, body }) =>
    ok(changeMembers(store, findGroup(store, params.id), body)),

  'DELETE /groups/{id}/contacts/{contactId}': (store, { params }) => {
    leaveGroup(store, findContact(store, params.contactId), findGroup(store, params.id));
    return noContent;
  },
} satisfies Endpoints;
