import type { GroupCreate, GroupUpdate } from '@fluenzr/client/schemas';
import { ProblemError, refuseAt } from '../problem.js';
import { hashText } from '../random.js';
import type { GroupRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { reconcileMembers } from './reconcile.js';
import { propertiesOf, readGroupQuery } from './queries.js';
import { requireEvaluated, scheduleEvaluation } from './smart-groups.js';

const colors = ['#1d4ed8', '#047857', '#b45309', '#be123c', '#6d28d9', '#0e7490', '#4d7c0f', '#a21caf'];

/**
 * Creates a group. A smart one starts INITIALIZING, and is evaluated shortly.
 *
 * @throws ProblemError `GROUP_NAME_TAKEN`, `QUERY_REQUIRED`, `QUERY_NOT_ALLOWED`, `QUERY_INVALID`,
 * `QUERY_NOT_ALLOWED_AS_GROUP`.
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
  requireSmartMembers(type, query, autoEnroll);
  const reads = smart && query !== undefined ? propertiesOf(readGroupQuery(store, query)) : [];
  const enrolls = type === 'DYNAMIC' || autoEnroll === true;
  const now = store.clock.timestamp();
  const group = store.groups.put({
    id: store.nextId('grp'),
    name,
    description,
    type,
    color: color.toLowerCase(),
    query: query ?? null,
    reads,
    autoEnroll: enrolls,
    status: smart ? 'INITIALIZING' : 'ACTIVE',
    createdAt: now,
    updatedAt: now,
    archivedAt: null,
    mergedInto: null,
    version: 1,
    enrollsFrom: enrolls ? 0 : null,
  });
  if (smart) scheduleEvaluation(store, group.id);
  return group;
}

/**
 * Changes a group. A new query makes a smart group EVALUATING. Of a group that begins to enrol newcomers, those who are
 * members already are enrolled only with `enrollExisting`; one that ends it leaves its enrolments alone.
 *
 * @throws ProblemError `GROUP_ARCHIVED`, `GROUP_EVALUATING`, `GROUP_NAME_TAKEN`, `TYPE_CHANGE_NOT_ALLOWED`,
 * `QUERY_NOT_ALLOWED`, `QUERY_INVALID`, `QUERY_NOT_ALLOWED_AS_GROUP`, `VALIDATION_FAILED`.
 */
export function updateGroup(store: Store, group: GroupRow, changes: GroupUpdate): GroupRow {
  if (group.status === 'ARCHIVED') {
    throw new ProblemError(409, 'GROUP_ARCHIVED', `The group "${group.name}" is archived. Restore it first.`);
  }
  const { name = group.name, type = group.type, query, autoEnroll } = changes;
  if (name.toLowerCase() !== group.name.toLowerCase()) requireFreeName(store, name);
  const smart = group.type === 'SMART';
  if (type !== group.type && smart) {
    throw refuseAt(
      '/type',
      409,
      'TYPE_CHANGE_NOT_ALLOWED',
      'A smart group stays one. Freeze it into a static group instead.',
    );
  }
  requireSmartMembers(group.type, query, autoEnroll);
  const enrolls = smart ? (autoEnroll ?? group.autoEnroll) : type === 'DYNAMIC';
  const reevaluated = query !== undefined && (query !== group.query || group.status === 'INVALID');
  if (reevaluated) requireEvaluated(group);
  const updated = store.groups.put({
    ...group,
    name,
    type,
    description: changes.description === undefined ? group.description : changes.description,
    color: changes.color?.toLowerCase() ?? group.color,
    query: query ?? group.query,
    reads: reevaluated ? propertiesOf(readGroupQuery(store, query)) : group.reads,
    autoEnroll: enrolls,
    enrollsFrom: enrollsFrom(store, group, enrolls, changes.enrollExisting ?? false),
    status: reevaluated ? 'EVALUATING' : group.status,
    updatedAt: store.clock.timestamp(),
    version: group.version + 1,
  });
  if (reevaluated) scheduleEvaluation(store, group.id);
  if (enrolls !== group.autoEnroll) {
    for (const { campaignId } of [...store.linksOfGroup.list(group.id)]) {
      const campaign = store.campaigns.get(campaignId);
      if (campaign) reconcileMembers(store, campaign, group.id);
    }
  }
  return updated;
}

/**
 * Refuses a name that a group has already.
 *
 * @throws ProblemError `GROUP_NAME_TAKEN`.
 */
export function requireFreeName(store: Store, name: string): void {
  const holder = store.groupByName.get(name.toLowerCase());
  if (!holder) return;
  const detail = `There is a group "${holder.name}" already. Choose another name, or use that group.`;
  throw new ProblemError(409, 'GROUP_NAME_TAKEN', detail, {
    members: { existingId: holder.id },
    errors: [{ pointer: '/name', code: 'GROUP_NAME_TAKEN', message: detail }],
  });
}

/** Since when joiners are enrolled, after a change. */
function enrollsFrom(
  store: Store,
  group: GroupRow,
  enrolls: boolean,
  enrollExisting: boolean,
): number | null {
  if (!enrolls) return null;
  if (group.autoEnroll) return group.enrollsFrom;
  return enrollExisting ? 0 : store.nextTick();
}

/** Query and autoEnroll are for smart groups only. */
function requireSmartMembers(
  type: GroupRow['type'],
  query: string | undefined,
  autoEnroll: boolean | undefined,
): void {
  if (type === 'SMART') return;
  if (query !== undefined) {
    throw refuseAt('/query', 422, 'QUERY_NOT_ALLOWED', `A ${type} group has no query: leave it out.`);
  }
  if (autoEnroll !== undefined) {
    const always = type === 'DYNAMIC' ? 'always' : 'never';
    const message = `autoEnroll is for smart groups: a ${type} group ${always} enrols newcomers.`;
    throw new ProblemError(422, 'VALIDATION_FAILED', message, {
      errors: [{ pointer: '/autoEnroll', code: 'INVALID_VALUE', message }],
    });
  }
}
