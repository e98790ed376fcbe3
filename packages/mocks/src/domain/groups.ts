import type { GroupCreate } from '@fluenzr/client/schemas';
import { ProblemError, refuseAt } from '../problem.js';
import { hashText } from '../random.js';
import type { GroupRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { unlinkGroup } from './links.js';
import { schedule } from './schedule.js';
import { usagesOf } from './usages.js';

const colors = ['#1d4ed8', '#047857', '#b45309', '#be123c', '#6d28d9', '#0e7490', '#4d7c0f', '#a21caf'];

/**
 * Creates a group. A smart one starts INITIALIZING, and its first evaluation is due at once.
 *
 * @throws ProblemError `GROUP_NAME_TAKEN`, `QUERY_REQUIRED`, `QUERY_NOT_ALLOWED`.
 */
export function createGroup(store: Store, input: GroupCreate): GroupRow {
  const { name, type, description = null, query, autoEnroll } = input;
  const color = input.color ?? colors[hashText(name) % colors.length] ?? '#1d4ed8';
  requireFreeName(store, name);
  const smart = type === 'SMART';
  if (smart && query === undefined) {
    throw refuseAt(
      '/query',
      422,
      'QUERY_REQUIRED',
      'A smart group needs the query that decides its members.',
    );
  }
  if (!smart && query !== undefined) {
    throw refuseAt('/query', 422, 'QUERY_NOT_ALLOWED', `A ${type} group has no query: leave it out.`);
  }
  if (!smart && autoEnroll !== undefined) {
    const message = `autoEnroll is for smart groups: a ${type} group ${type === 'DYNAMIC' ? 'always' : 'never'} enrols newcomers.`;
    throw new ProblemError(422, 'VALIDATION_FAILED', message, {
      errors: [{ pointer: '/autoEnroll', code: 'INVALID_VALUE', message }],
    });
  }
  const enrolls = type === 'DYNAMIC' || autoEnroll === true;
  const now = store.clock.timestamp();
  const group = store.groups.put({
    id: store.nextId('grp'),
    name,
    description,
    type,
    color: color.toLowerCase(),
    query: query ?? null,
    autoEnroll: enrolls,
    status: smart ? 'INITIALIZING' : 'ACTIVE',
    createdAt: now,
    updatedAt: now,
    archivedAt: null,
    mergedInto: null,
    version: 1,
    enrollsFrom: enrolls ? 0 : null,
  });
  if (smart) schedule(store, 'EVALUATE_GROUP', group.id, store.clock.now());
  return group;
}

/**
 * Archives a group: it keeps its members, and takes part in nothing. Archiving twice changes nothing.
 *
 * @throws ProblemError `GROUP_IN_USE` with the usages, unless `detach` takes it out of its campaigns.
 */
export function archiveGroup(store: Store, group: GroupRow, detach: boolean): GroupRow {
  if (group.status === 'ARCHIVED') return group;
  detachGroup(store, group, detach);
  const now = store.clock.timestamp();
  return store.groups.put({
    ...group,
    status: 'ARCHIVED',
    archivedAt: now,
    updatedAt: now,
    version: group.version + 1,
  });
}

/** The groups that a contact is in, in the order of joining; archived ones are not shown. */
export function groupsOfContact(store: Store, contactId: string): GroupRow[] {
  return [...store.membershipsOfContact.list(contactId)].flatMap(({ groupId }) => {
    const group = store.groups.get(groupId);
    return group && group.status !== 'ARCHIVED' ? group : [];
  });
}

function detachGroup(store: Store, group: GroupRow, detach: boolean): void {
  const usages = usagesOf(store, group.id);
  if (usages.blocking && !detach) {
    throw new ProblemError(
      409,
      'GROUP_IN_USE',
      `Campaigns use the group "${group.name}". Take it out of them first, or say detach.`,
      { members: { usages } },
    );
  }
  for (const link of [...store.linksOfGroup.list(group.id)]) unlinkGroup(store, link);
}

function requireFreeName(store: Store, name: string): void {
  const holder = store.groupByName.get(name.toLowerCase());
  if (!holder) return;
  const detail = `There is a group "${holder.name}" already. Choose another name, or use that group.`;
  throw new ProblemError(409, 'GROUP_NAME_TAKEN', detail, {
    members: { existingId: holder.id },
    errors: [{ pointer: '/name', code: 'GROUP_NAME_TAKEN', message: detail }],
  });
}
