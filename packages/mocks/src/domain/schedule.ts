import type { TaskRow } from '../store/rows.js';
import type { Store } from '../store/store.js';

/** Makes work due at a time (milliseconds since 1970). It is done in a transaction of its own, or at the end of this one. */
export function schedule(store: Store, kind: TaskRow['kind'], subjectId: string, dueAt: number): void {
  store.tasks.put({ id: store.nextId('tsk'), dueAt, kind, subjectId });
}

/** Takes back all work that is due for an enrolment or a group. */
export function cancelTasks(store: Store, subjectId: string): void {
  for (const task of [...store.tasksOfSubject.list(subjectId)]) store.tasks.delete(task.id);
}
