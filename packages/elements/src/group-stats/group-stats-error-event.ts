import type { LoadFailure } from '../load-failure/load-failure.js';

/** `fluenzr-stats-error`: a group's figures could not be loaded. Those that were loaded before stay, marked as stale. */
export class GroupStatsErrorEvent extends Event {
  /** What the client threw. */
  readonly error: unknown;
  /** What the reader is told. */
  readonly failure: LoadFailure;

  constructor(error: unknown, failure: LoadFailure) {
    super('fluenzr-stats-error', { bubbles: true, composed: true });
    this.error = error;
    this.failure = failure;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fluenzr-stats-error': GroupStatsErrorEvent;
  }
}
