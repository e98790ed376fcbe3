import type { LoadFailure } from '../load-failure/load-failure.js';

/** `fluenzr-campaign-groups-error`: a campaign's groups could not be loaded. Those that were loaded before stay. */
export class CampaignGroupsErrorEvent extends Event {
  /** What the client threw. */
  readonly error: unknown;
  /** What the reader is told. */
  readonly failure: LoadFailure;

  constructor(error: unknown, failure: LoadFailure) {
    super('fluenzr-campaign-groups-error', { bubbles: true, composed: true });
    this.error = error;
    this.failure = failure;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fluenzr-campaign-groups-error': CampaignGroupsErrorEvent;
  }
}
