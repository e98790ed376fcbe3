import { ProblemError } from '../problem.js';
import { pairId, type GroupRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { addMembership, removeMembership } from './memberships.js';
import { reconcileContact, reconcileMembers } from './reconcile.js';
import { usagesOf } from './usages.js';

/** What a merge takes along beside the members. */
export interface MergeOptions {
  /** Link the sources' campaigns to the target. */
  transferLinks: boolean;
  /** Enrol those who move, where the target enrols newcomers. */
  enroll: boolean;
}

/**
 * Moves the members of groups into another one and archives the sources. Exclusions move with them, and enrolments
 * that came through a source now name the target.
 *
 * @throws ProblemError `MERGE_SMART_GROUP`, `GROUP_ARCHIVED`, `GROUP_LINKED`, and `GROUP_IN_USE` when a workflow names a
 * source, or a campaign is linked to one and `transferLinks` is not said.
 */
export function mergeGroups(
  store: Store,
  target: GroupRow,
  sources: readonly GroupRow[],
  options: MergeOptions,
): void {
  requireMergeInto(store, target, sources, options.transferLinks);
  const moved = new Set<string>();
  for (const source of sources) {
    moveLinks(store, source, target);
    moveExclusions(store, source, target);
    for (const member of [...store.membersOf.joinedAt.list(source.id)]) {
      moved.add(member.contactId);
      renameVia(store, member.contactId, source.id, target.id);
      const contact = store.contacts.get(member.contactId);
      removeMembership(store, member.contactId, source.id);
      if (contact) addMembership(store, contact, target, { source: 'MERGE', enroll: options.enroll });
    }
    archiveInto(store, source, target);
  }
  for (const contactId of moved) {
    const contact = store.contacts.get(contactId);
    if (contact) reconcileContact(store, contact);
  }
  // A link or exclusion that moved also concerns those who were in the target before.
  for (const { campaignId } of [
    ...store.linksOfGroup.list(target.id),
    ...store.exclusionsOfGroup.list(target.id),
  ]) {
    const campaign = store.campaigns.get(campaignId);
    if (campaign) reconcileMembers(store, campaign, target.id);
  }
}

/**
 * Refuses groups that cannot be merged.
 *
 * @throws ProblemError as `mergeGroups` does, but for `GROUP_LINKED`, which shows only as the groups are merged.
 */
export function requireMergeInto(
  store: Store,
  target: GroupRow,
  sources: readonly GroupRow[],
  transferLinks: boolean,
): void {
  requireMergeable(target);
  for (const source of sources) {
    requireMergeable(source);
    requireUnused(store, source, transferLinks);
  }
}

function moveLinks(store: Store, source: GroupRow, target: GroupRow): void {
  for (const link of [...store.linksOfGroup.list(source.id)]) {
    store.links.delete(link.id);
    const id = pairId(link.campaignId, target.id);
    if (store.links.has(id)) continue;
    store.links.put({
      ...link,
      id,
      groupId: target.id,
      linkedAt: store.clock.timestamp(),
      linkedTick: store.nextTick(),
      enrollExisting: false, // a merge is silent: those who are in the target already are not enrolled by it
    });
  }
}

function moveExclusions(store: Store, source: GroupRow, target: GroupRow): void {
  for (const exclusion of [...store.exclusionsOfGroup.list(source.id)]) {
    store.exclusions.delete(exclusion.id);
    const id = pairId(exclusion.campaignId, target.id);
    if (store.links.has(id)) {
      throw new ProblemError(
        409,
        'GROUP_LINKED',
        `A campaign excludes "${source.name}" and is linked to "${target.name}": the merged group cannot be both.`,
      );
    }
    if (!store.exclusions.has(id)) store.exclusions.put({ ...exclusion, id, groupId: target.id });
  }
}

function renameVia(store: Store, contactId: string, from: string, to: string): void {
  for (const enrollment of [...store.enrollmentsOfContact.list(contactId)]) {
    if (!enrollment.viaGroups.includes(from)) continue;
    const viaGroups = new Set(enrollment.viaGroups.map((groupId) => (groupId === from ? to : groupId)));
    store.enrollments.put({ ...enrollment, viaGroups: [...viaGroups] });
  }
}

function archiveInto(store: Store, source: GroupRow, target: GroupRow): void {
  const now = store.clock.timestamp();
  store.groups.put({
    ...source,
    status: 'ARCHIVED',
    mergedInto: target.id,
    archivedAt: now,
    updatedAt: now,
    version: source.version + 1,
  });
}

function requireMergeable(group: GroupRow): void {
  if (group.type === 'SMART') {
    throw new ProblemError(
      409,
      'MERGE_SMART_GROUP',
      `The members of "${group.name}" are decided by its query: freeze it into a static group first.`,
    );
  }
  if (group.status === 'ARCHIVED') {
    throw new ProblemError(409, 'GROUP_ARCHIVED', `The group "${group.name}" is archived. Restore it first.`);
  }
}

function requireUnused(store: Store, source: GroupRow, transferLinks: boolean): void {
  const usages = usagesOf(store, source.id);
  if (usages.steps.length === 0 && (transferLinks || usages.campaigns.length === 0)) return;
  throw new ProblemError(
    409,
    'GROUP_IN_USE',
    `Campaigns use the group "${source.name}". Say transferLinks to link them to the merged group, and take it out of their workflows.`,
    { members: { usages } },
  );
}
