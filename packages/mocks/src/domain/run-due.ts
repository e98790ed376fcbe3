import type { TaskRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { expireJob, runJob } from '../jobs/jobs.js';
import { evaluateGroup } from './smart-groups.js';
import { runWorkflow } from './workflow.js';

const runners: Record<TaskRow['kind'], (store: Store, subjectId: string) => void> = {
  WORKFLOW: runWorkflow,
  EVALUATE_GROUP: evaluateGroup,
  JOB: runJob,
  EXPIRE_JOB: expireJob,
};

/** Does what is due now, in order, including what that makes due. Within a transaction it is part of it. */
export function runDue(store: Store): void {
  for (;;) {
    const task = store.tasksByDueTime.list('').first;
    if (!task || task.dueAt > store.clock.now()) return;
    store.transaction(() => {
      store.tasks.delete(task.id);
      runners[task.kind](store, task.subjectId);
    });
  }
}

/** Lets time pass on a clock, stopping at each instant at which something is due. */
export function advance(store: Store, milliseconds: number): void {
  const end = store.clock.now() + milliseconds;
  runDue(store);
  for (;;) {
    const next = store.tasksByDueTime.list('').first;
    if (!next || next.dueAt > end) break;
    store.clock.set(Math.max(next.dueAt, store.clock.now()));
    runDue(store);
  }
  store.clock.set(end);
}
