import { compileQuery, parseQuery, usesRelativeDates, type ContactPredicate } from '@fluenzr/query';
import { ProblemError } from '../problem.js';
import { pairId, type ContactRow, type GroupRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { addMembership, removeMembership } from './memberships.js';
import { fieldSchema } from './queries.js';
import { reconcileContact } from './reconcile.js';
import { cancelTasks, schedule } from './schedule.js';

/** How long the evaluation of a whole group takes, in milliseconds: long enough to be seen. */
const evaluationTime = 100;
const day = 24 * 60 * 60_000;

/** Lets a smart group be evaluated shortly. Its members and counts stay as they are until then. */
export function scheduleEvaluation(store: Store, groupId: string): void {
  cancelTasks(store, groupId);
  schedule(store, 'EVALUATE_GROUP', groupId, store.clock.now() + evaluationTime);
}

/**
 * Refuses a smart group whose members are still being found.
 *
 * @throws ProblemError `GROUP_EVALUATING`.
 */
export function requireEvaluated(group: GroupRow): void {
  if (group.status !== 'INITIALIZING' && group.status !== 'EVALUATING') return;
  throw new ProblemError(
    409,
    'GROUP_EVALUATING',
    `The members of "${group.name}" are still being found. Try again shortly.`,
  );
}

/**
 * Decides anew about every contact whether it is in a smart group. A query that no longer fits the workspace makes the
 * group INVALID, with the members it has. One with relative dates is evaluated again when the day ends (UTC).
 */
export function evaluateGroup(store: Store, groupId: string): void {
  const group = store.groups.get(groupId);
  if (group?.type !== 'SMART' || group.status === 'ARCHIVED') return;
  const test = testOf(store, group);
  if (!test) {
    setStatus(store, group, 'INVALID');
    return;
  }
  const moved: ContactRow[] = [];
  for (const contact of store.contactsBy.createdAt.list('')) {
    if (settle(store, contact, group, test, true)) moved.push(contact);
  }
  setStatus(store, group, 'READY');
  if (store.linksOfGroup.count(groupId) + store.exclusionsOfGroup.count(groupId) > 0) {
    for (const contact of moved) reconcileContact(store, contact);
  }
  if (test.until !== null) schedule(store, 'EVALUATE_GROUP', groupId, test.until);
}

/**
 * Brings the smart groups that a change of a contact can concern up to date, and answers those that it joined. To be
 * called after every change of a contact (`before` is undefined for a new one), and before it is reconciled.
 */
export function refreshSmartMemberships(
  store: Store,
  before: ContactRow | undefined,
  contact: ContactRow,
  enroll = true,
): GroupRow[] {
  const joined: GroupRow[] = [];
  for (const group of concernedGroups(store, before, contact)) {
    if (group.status !== 'READY') continue; // waits for its evaluation, or keeps the members it has
    const test = testOf(store, group);
    if (test && settle(store, contact, group, test, enroll) === 'joined') joined.push(group);
  }
  return joined;
}

/** Makes the smart groups that name a custom field INVALID when it goes; they keep their members. */
export function fieldRemoved(store: Store, key: string): void {
  for (const group of [...store.smartGroupsReading.list(`fields.${key}`)]) {
    cancelTasks(store, group.id);
    setStatus(store, group, 'INVALID');
  }
}

/** Lets the smart groups that waited for a custom field be evaluated when it comes back. */
export function fieldAdded(store: Store, key: string): void {
  for (const group of [...store.smartGroupsReading.list(`fields.${key}`)]) {
    setStatus(store, group, 'EVALUATING');
    scheduleEvaluation(store, group.id);
  }
}

function setStatus(store: Store, group: GroupRow, status: GroupRow['status']): void {
  if (group.status !== status) store.groups.put({ ...group, status });
}

function settle(
  store: Store,
  contact: ContactRow,
  group: GroupRow,
  { matches }: GroupTest,
  enroll: boolean,
): 'joined' | 'left' | null {
  const isMember = store.memberships.has(pairId(group.id, contact.id));
  if (matches(contact) === isMember) return null;
  if (isMember) removeMembership(store, contact.id, group.id);
  else addMembership(store, contact, group, { source: 'QUERY', enroll });
  return isMember ? 'left' : 'joined';
}

/** The smart groups whose query reads something that is different now; all of them for a new contact. */
function concernedGroups(store: Store, before: ContactRow | undefined, after: ContactRow): Set<GroupRow> {
  if (!before) return new Set(store.smartGroups.list(''));
  const changed = changedProperties(before, after);
  return new Set(changed.flatMap((property) => [...store.smartGroupsReading.list(property)]));
}

function changedProperties(before: ContactRow, after: ContactRow): string[] {
  const changed: string[] = [];
  if (before.firstName !== after.firstName) changed.push('first_name', 'name');
  if (before.lastName !== after.lastName) changed.push('last_name', 'name');
  if (before.email !== after.email) changed.push('email');
  if (before.language !== after.language) changed.push('language');
  if (before.lastEngagedAt !== after.lastEngagedAt) changed.push('last_seen_on');
  if (before.createdAt !== after.createdAt) changed.push('created_on');
  if (before.tags !== after.tags) changed.push('tag');
  if (before.fields !== after.fields) {
    for (const key of new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])) {
      if (before.fields[key] !== after.fields[key]) changed.push(`fields.${key}`);
    }
  }
  return changed;
}

interface GroupTest {
  matches: ContactPredicate;
  /** When the query begins to mean other days; null where it never does. */
  until: number | null;
}

// A row never changes, and what its query means changes with the day only: a field that goes or comes puts a new row.
const tests = new WeakMap<GroupRow, GroupTest>();

/** The compiled query of a smart group; null where it does not fit the workspace. */
function testOf(store: Store, group: GroupRow): GroupTest | null {
  const now = store.clock.now();
  const known = tests.get(group);
  if (known && (known.until === null || (now < known.until && now >= known.until - day))) return known;
  const schema = fieldSchema(store);
  const { ok, ast } = parseQuery(group.query ?? '', { schema });
  if (!ok) return null;
  const test = {
    matches: compileQuery(ast, { schema, now }),
    until: usesRelativeDates(ast, { schema }) ? (Math.floor(now / day) + 1) * day : null,
  };
  tests.set(group, test);
  return test;
}
