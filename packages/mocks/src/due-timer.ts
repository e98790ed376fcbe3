import { runDue } from './domain/run-due.js';
import type { Store } from './store/store.js';

const longestTimer = 2 ** 31 - 1;

/** On a real clock, does what is due when its time comes, without anybody asking. To be called when the clock was moved. */
export function dueTimer(store: Store): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const arm = () => {
    clearTimeout(timer);
    const next = store.tasksByDueTime.list('').first;
    if (!next) return;
    const delay = Math.max(0, next.dueAt - store.clock.now());
    timer = setTimeout(
      () => {
        runDue(store);
        arm();
      },
      Math.min(delay, longestTimer),
    );
    // A mail that is due next week keeps no Node process alive.
    if (typeof timer === 'object') timer.unref();
  };
  store.onCommit(arm);
  return arm;
}
