import type { LoadFailure } from '../load-failure/load-failure.js';

/** `fluenzr-contact-groups-error`: the groups of a contact could not be loaded or changed. What was shown stays. */
export class ContactGroupsErrorEvent extends Event {
  /** What the client threw. */
  readonly error: unknown;
  /** What the reader is told. */
  readonly failure: LoadFailure;

  constructor(error: unknown, failure: LoadFailure) {
    super('fluenzr-contact-groups-error', { bubbles: true, composed: true });
    this.error = error;
    this.failure = failure;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fluenzr-contact-groups-error': ContactGroupsErrorEvent;
  }
}
