import type { GroupSuggestion } from '@fluenzr/client/schemas';
import type { GroupRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { usagesOf } from './usages.js';

const day = 24 * 3_600_000;
/** Nobody uses a group, and nobody joined it, for this long: it is worth a look. A new one needs its time. */
const unusedFor = 90 * day;
const emptyFor = 7 * day;
/** Two groups with so large a part of their contacts in common are nearly the same. */
const sameEnough = 0.8;
const dynamicPrefix = '[DYN]';
const longestName = 64;

/** Groups that are worth tidying up, the most pressing kind first. */
export function suggestionsFor(store: Store): GroupSuggestion[] {
  const groups = [...store.groupsBy.name.list('')].filter((group) => group.status !== 'ARCHIVED');
  return [
    ...duplicateNames(groups),
    ...overlaps(store),
    ...groups.flatMap((group) => empty(store, group) ?? unused(store, group) ?? []),
    ...groups.flatMap(unprefixed),
  ];
}

/** Names that differ in case, spaces, punctuation or the prefix only. A smart group cannot be merged. */
function duplicateNames(groups: readonly GroupRow[]): GroupSuggestion[] {
  const byName = new Map<string, GroupRow[]>();
  for (const group of groups.filter(isMergeable)) {
    const name = bareName(group.name);
    byName.set(name, [...(byName.get(name) ?? []), group]);
  }
  return [...byName.values()].flatMap((same) =>
    same.length < 2
      ? []
      : {
          kind: 'DUPLICATE_NAME',
          groupIds: same.map((group) => group.id),
          reason: `${same.map((group) => `"${group.name}"`).join(' and ')} are nearly the same name.`,
          action: 'MERGE',
        },
  );
}

function overlaps(store: Store): GroupSuggestion[] {
  const found: GroupSuggestion[] = [];
  for (const [first, second, shared] of store.overlap.pairs()) {
    const either = store.memberCount.count(first) + store.memberCount.count(second) - shared;
    const one = store.groups.get(first);
    const other = store.groups.get(second);
    if (!one || !other || !isMergeable(one) || !isMergeable(other) || shared / either < sameEnough) continue;
    const part = Math.round((shared / either) * 100);
    found.push({
      kind: 'OVERLAP',
      groupIds: [first, second],
      reason: `"${one.name}" and "${other.name}" have ${part}% of their contacts in common.`,
      action: 'MERGE',
    });
  }
  return found.sort((a, b) => (a.reason < b.reason ? -1 : 1));
}

function empty(store: Store, group: GroupRow): GroupSuggestion | null {
  if (group.type === 'SMART' || store.memberCount.count(group.id) > 0) return null;
  if (store.clock.now() - lastMove(store, group) < emptyFor || usagesOf(store, group.id).blocking)
    return null;
  const reason = `"${group.name}" has no contacts, and no campaign uses it.`;
  return { kind: 'EMPTY', groupIds: [group.id], reason, action: 'DELETE' };
}

function unused(store: Store, group: GroupRow): GroupSuggestion | null {
  if (store.clock.now() - lastMove(store, group) < unusedFor || usagesOf(store, group.id).blocking)
    return null;
  const reason = `No campaign uses "${group.name}", and nobody joined or left it for 90 days.`;
  return { kind: 'UNUSED', groupIds: [group.id], reason, action: 'ARCHIVE' };
}

function unprefixed(group: GroupRow): GroupSuggestion[] {
  if (group.type !== 'DYNAMIC' || group.name.toUpperCase().startsWith(dynamicPrefix)) return [];
  return [
    {
      kind: 'UNPREFIXED_DYNAMIC',
      groupIds: [group.id],
      reason: `"${group.name}" enrols newcomers; ${dynamicPrefix} in front of its name would say so.`,
      action: 'RENAME',
      proposedName: `${dynamicPrefix} ${group.name}`.slice(0, longestName).trimEnd(),
    },
  ];
}

const isMergeable = (group: GroupRow) => group.type !== 'SMART' && group.status !== 'ARCHIVED';

const bareName = (name: string) =>
  name
    .toUpperCase()
    .replace(dynamicPrefix, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** When somebody last joined or left a group; its creation, when nobody did. */
const lastMove = (store: Store, group: GroupRow) =>
  Date.parse(store.daysOfGroup.list(group.id).last?.date ?? group.createdAt);
