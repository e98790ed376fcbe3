import type { GroupAction } from './actions/group-action.js';

/** What is remembered of an action under way, so that a page that is loaded again goes on watching it. */
export interface KeptJob {
  readonly action: GroupAction;
  /** The job's id; of an export, the idempotency key that it was asked for with. */
  readonly id: string;
}

const keyOf = (groupId: string): string => `fluenzr-group-job ${groupId}`;

/** The action under way for a group, in this tab. Where the browser keeps nothing, there is none. */
export function keptJob(groupId: string): KeptJob | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(groupId)) ?? 'null') as Partial<KeptJob> | null;
    return kept && typeof kept.action === 'string' && typeof kept.id === 'string'
      ? (kept as KeptJob)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers an action under way, or with `undefined` forgets it. */
export function keepJob(groupId: string, job: KeptJob | undefined): void {
  try {
    if (job) sessionStorage.setItem(keyOf(groupId), JSON.stringify(job));
    else sessionStorage.removeItem(keyOf(groupId));
  } catch {
    // no storage (private mode, a sandbox): the action goes on, only a reload loses sight of it
  }
}
