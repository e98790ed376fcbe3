import { mergeGroups, type MergeOptions } from '../domain/merge.js';
import { ProblemError } from '../problem.js';
import type { GroupRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { doEach, byId, type JobHandler } from './job-handler.js';

/** Merges groups into another, one group at a time: each is merged whole, or not at all. */
export const mergeInto: JobHandler = {
  run: (store, job, items) => {
    const { targetId, transferLinks, enroll } = job.input as unknown as MergeOptions & { targetId: string };
    let moved = 0;
    const outcome = doEach(
      store,
      items as string[],
      (sourceId) => {
        const source = existing(store, sourceId);
        const members = store.memberCount.count(sourceId);
        mergeGroups(store, existing(store, targetId), [source], { transferLinks, enroll });
        moved += members;
        return ['groups'];
      },
      byId,
    );
    return { ...outcome, counts: { ...outcome.counts, contacts: moved } };
  },
  result: (_store, { input, counts }) => ({
    groupId: input.targetId,
    groups: counts.groups ?? 0,
    contacts: counts.contacts ?? 0,
  }),
};

function existing(store: Store, groupId: string): GroupRow {
  const group = store.groups.get(groupId);
  if (group) return group;
  throw new ProblemError(404, 'GROUP_NOT_FOUND', `The group ${groupId} was deleted meanwhile.`);
}
