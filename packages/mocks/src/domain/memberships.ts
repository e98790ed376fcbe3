import type { EnrollmentOutcome, Member } from '@fluenzr/client/schemas';
import { ProblemError, type ProblemParts } from '../problem.js';
import { pairId, type ContactRow, type GroupRow, type MembershipRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { countMove } from './group-days.js';
import { reconcileContact } from './reconcile.js';

/** How contacts come into a group. */
export interface Joining {
  source: Member['source'];
  /** Whether joining a group that enrols newcomers enrols the contact. */
  enroll: boolean;
}

/**
 * Puts a contact into groups, and reconciles it once after all of them.
 *
 * @throws ProblemError `GROUP_IS_SMART` or `GROUP_ARCHIVED`.
 */
export function joinGroups(
  store: Store,
  contact: ContactRow,
  groups: readonly GroupRow[],
  joining: Joining,
): { joined: string[]; outcomes: Map<string, EnrollmentOutcome> } {
  for (const group of groups) requireJoinable(group);
  const joined = groups.filter((group) => addMembership(store, contact, group, joining));
  return { joined: joined.map((group) => group.id), outcomes: reconcileContact(store, contact) };
}

/**
 * Takes a contact out of a group. The contact stays, and so do its other groups.
 *
 * @throws ProblemError `GROUP_IS_SMART`.
 */
export function leaveGroup(store: Store, contact: ContactRow, group: GroupRow): void {
  if (group.type === 'SMART') throw groupIsSmart(group);
  if (removeMembership(store, contact.id, group.id)) reconcileContact(store, contact);
}

/** Adds a membership without reconciling; says whether it is new. */
export function addMembership(
  store: Store,
  contact: ContactRow,
  group: GroupRow,
  { source, enroll }: Joining,
): boolean {
  const id = pairId(group.id, contact.id);
  if (store.memberships.has(id)) return false;
  countMove(store, group.id, 'joined');
  store.memberships.put({
    id,
    groupId: group.id,
    contactId: contact.id,
    joinedAt: store.clock.timestamp(),
    joinedTick: store.nextTick(),
    source,
    noEnroll: !enroll,
    rejoined: store.departures.has(id),
    email: contact.email,
    contactStatus: contact.status,
  });
  return true;
}

/** Removes a membership without reconciling; says whether it was there. */
export function removeMembership(store: Store, contactId: string, groupId: string): boolean {
  const id = pairId(groupId, contactId);
  if (!store.memberships.delete(id)) return false;
  countMove(store, groupId, 'left');
  store.departures.put({ id, groupId, contactId, leftAt: store.clock.timestamp() });
  return true;
}

/** The groups that a contact is in, in the order of joining; archived ones are not shown. */
export function groupsOfContact(store: Store, contactId: string): GroupRow[] {
  return [...store.membershipsOfContact.list(contactId)].flatMap(({ groupId }) => {
    const group = store.groups.get(groupId);
    return group && group.status !== 'ARCHIVED' ? group : [];
  });
}

/** Brings what memberships repeat of a contact up to date. */
export function refreshMemberships(store: Store, contact: ContactRow): void {
  const stale = (member: MembershipRow) =>
    member.email !== contact.email || member.contactStatus !== contact.status;
  for (const member of [...store.membershipsOfContact.list(contact.id)].filter(stale)) {
    store.memberships.put({ ...member, email: contact.email, contactStatus: contact.status });
  }
}

/**
 * Refuses a group that nobody can be put into. `pointer` is where the request names the group, when its body does.
 *
 * @throws ProblemError `GROUP_IS_SMART`, `GROUP_ARCHIVED`.
 */
export function requireJoinable(group: GroupRow, pointer?: string): void {
  if (group.type === 'SMART') throw groupIsSmart(group, pointer);
  if (group.status !== 'ARCHIVED') return;
  const detail = `The group "${group.name}" is archived. Restore it first, or choose another.`;
  throw new ProblemError(409, 'GROUP_ARCHIVED', detail, at(pointer, 'GROUP_ARCHIVED', detail));
}

function groupIsSmart(group: GroupRow, pointer?: string): ProblemError {
  const detail = `The members of "${group.name}" are decided by its query. Change the query, or choose a static or dynamic group.`;
  return new ProblemError(409, 'GROUP_IS_SMART', detail, at(pointer, 'GROUP_IS_SMART', detail));
}

const at = (pointer: string | undefined, code: string, message: string): ProblemParts =>
  pointer === undefined ? {} : { errors: [{ pointer, code, message }] };
