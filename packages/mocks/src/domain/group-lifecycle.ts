import { ProblemError } from '../problem.js';
import type { GroupRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { createGroup, requireFreeName } from './groups.js';
import { liftExclusion, unlinkGroup } from './links.js';
import { addMembership } from './memberships.js';
import { cancelTasks } from './schedule.js';
import { requireEvaluated, scheduleEvaluation } from './smart-groups.js';
import { usagesOf } from './usages.js';

const longestName = 64;

/**
 * Archives a group: it keeps its members, and takes part in nothing. Archiving twice changes nothing.
 *
 * @throws ProblemError `GROUP_IN_USE` with the usages, unless `detach` takes it out of its campaigns.
 */
export function archiveGroup(store: Store, group: GroupRow, detach: boolean): GroupRow {
  if (group.status === 'ARCHIVED') return group;
  detachGroup(store, group, detach);
  cancelTasks(store, group.id);
  const now = store.clock.timestamp();
  return store.groups.put({
    ...group,
    status: 'ARCHIVED',
    archivedAt: now,
    updatedAt: now,
    version: group.version + 1,
  });
}

/**
 * Takes a group out of the archive, with the members it has; a smart one is evaluated again. It is in no campaign.
 *
 * @throws ProblemError `INVALID_TRANSITION` when it is not archived.
 */
export function restoreGroup(store: Store, group: GroupRow): GroupRow {
  if (group.status !== 'ARCHIVED') {
    throw new ProblemError(409, 'INVALID_TRANSITION', `The group "${group.name}" is not archived.`, {
      members: { from: group.status },
    });
  }
  const smart = group.type === 'SMART';
  const restored = store.groups.put({
    ...group,
    status: smart ? 'EVALUATING' : 'ACTIVE',
    archivedAt: null,
    mergedInto: null,
    updatedAt: store.clock.timestamp(),
    version: group.version + 1,
  });
  if (smart) scheduleEvaluation(store, group.id);
  return restored;
}

/**
 * Deletes a group. Its contacts stay, and so do the enrolments that came through it.
 *
 * @throws ProblemError `GROUP_IN_USE` with the usages, unless `detach` takes it out of its campaigns.
 */
export function deleteGroup(store: Store, group: GroupRow, detach: boolean): void {
  const { id } = group;
  detachGroup(store, group, detach);
  cancelTasks(store, id);
  for (const member of [...store.membersOf.joinedAt.list(id)]) store.memberships.delete(member.id);
  for (const departure of [...store.departuresOfGroup.list(id)]) store.departures.delete(departure.id);
  for (const day of [...store.daysOfGroup.list(id)]) store.groupDays.delete(day.id);
  store.groups.delete(id);
}

/**
 * Makes a static group with the members that a smart one has now. Without a name it is called after the smart group and
 * the date.
 *
 * @throws ProblemError `TYPE_CHANGE_NOT_ALLOWED` for a group that is not smart, `GROUP_EVALUATING`, `GROUP_NAME_TAKEN`.
 */
export function freezeGroup(store: Store, group: GroupRow, name: string | undefined): GroupRow {
  if (group.type !== 'SMART') {
    throw new ProblemError(
      409,
      'TYPE_CHANGE_NOT_ALLOWED',
      `The group "${group.name}" is ${group.type}: only a smart group can be frozen.`,
    );
  }
  requireEvaluated(group);
  if (name !== undefined) requireFreeName(store, name);
  const frozen = createGroup(store, {
    name: name ?? frozenName(store, group.name),
    type: 'STATIC',
    description: group.description,
    color: group.color,
  });
  for (const { contactId } of store.membersOf.joinedAt.list(group.id)) {
    const contact = store.contacts.get(contactId);
    if (contact) addMembership(store, contact, frozen, { source: 'QUERY', enroll: false });
  }
  return frozen;
}

function frozenName(store: Store, name: string): string {
  const date = store.clock.timestamp().slice(0, 10);
  for (let copy = 1; ; copy += 1) {
    const ending = copy === 1 ? ` (${date})` : ` (${date}, ${copy})`;
    const candidate = name.slice(0, longestName - ending.length) + ending;
    if (!store.groupByName.get(candidate.toLowerCase())) return candidate;
  }
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
  for (const { campaignId } of [...store.exclusionsOfGroup.list(group.id)]) {
    const campaign = store.campaigns.get(campaignId);
    if (campaign) liftExclusion(store, campaign, group.id);
  }
}
