import type { LeadFormFailure } from './failure.js';

/**
 * `fluenzr-error`: the lead was not accepted. What the visitor typed is still in the form.
 *
 * @example
 * ```ts
 * document.addEventListener('fluenzr-error', (event) => {
 *   if (event.failure === 'configuration') console.error(event.error);
 * });
 * ```
 */
export class LeadFormErrorEvent extends Event {
  /** What the client threw. */
  readonly error: unknown;
  /** Why, in one word. */
  readonly failure: LeadFormFailure;

  constructor(error: unknown, failure: LeadFormFailure) {
    super('fluenzr-error', { bubbles: true, composed: true });
    this.error = error;
    this.failure = failure;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fluenzr-error': LeadFormErrorEvent;
  }
}
