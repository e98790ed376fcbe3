import type { MemberChanges, MemberChangesResult } from '@fluenzr/client/schemas';
import { ProblemError } from '../problem.js';
import { pairId, type GroupRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { joinGroups, leaveGroup, requireJoinable } from './memberships.js';

const mostIds = 1000;

/**
 * Puts contacts into a group and takes others out of it. An id that is not known, or that is to be added and removed at
 * once, does not fail the rest.
 *
 * @throws ProblemError `GROUP_IS_SMART`, `GROUP_ARCHIVED`, `VALIDATION_FAILED` for more than 1,000 ids.
 */
export function changeMembers(
  store: Store,
  group: GroupRow,
  { add = [], remove = [], enroll = true }: MemberChanges,
): MemberChangesResult {
  requireJoinable(group);
  requireFewIds(add.length + remove.length);
  const result: MemberChangesResult = {
    added: [],
    removed: [],
    unchanged: [],
    missing: [],
    rejected: [],
    enrolled: [],
    skipped: [],
  };
  const toAdd = new Set(add);
  const toRemove = new Set(remove);
  for (const id of new Set([...add, ...remove])) {
    const contact = store.contacts.get(id);
    const isMember = store.memberships.has(pairId(group.id, id));
    if (!contact) result.missing.push(id);
    else if (toAdd.has(id) && toRemove.has(id)) result.rejected.push({ id, code: 'INVALID_VALUE' });
    else if (toAdd.has(id) === isMember) result.unchanged.push(id);
    else if (toRemove.has(id)) {
      leaveGroup(store, contact, group);
      result.removed.push(id);
    } else {
      const { outcomes } = joinGroups(store, contact, [group], { source: 'API', enroll });
      result.added.push(id);
      for (const { campaignId, status, reason = status } of outcomes.values()) {
        if (!store.links.has(pairId(campaignId, group.id))) continue;
        if (status === 'ENROLLED') result.enrolled.push({ contactId: id, campaignId });
        else result.skipped.push({ contactId: id, campaignId, reason });
      }
    }
  }
  return result;
}

function requireFewIds(count: number): void {
  if (count <= mostIds) return;
  const message = `There are ${count} ids: at most ${mostIds.toLocaleString('en')} can be changed at once.`;
  throw new ProblemError(422, 'VALIDATION_FAILED', message, {
    errors: [{ pointer: '', code: 'TOO_LONG', message, params: { maximum: mostIds } }],
  });
}
