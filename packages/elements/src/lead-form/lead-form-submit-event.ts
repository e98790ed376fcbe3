import type { ContactCreate } from '@fluenzr/client';

/**
 * `fluenzr-submit`: the visitor has sent a form without errors, and nothing has left the page yet.
 * `preventDefault()` keeps it from being sent; the form stays as it is.
 *
 * @example
 * ```ts
 * form.addEventListener('fluenzr-submit', (event) => {
 *   if (event.input.email.endsWith('@example.com')) event.preventDefault();
 * });
 * ```
 */
export class LeadFormSubmitEvent extends Event {
  /** What would be sent. */
  readonly input: ContactCreate;

  constructor(input: ContactCreate) {
    super('fluenzr-submit', { bubbles: true, composed: true, cancelable: true });
    this.input = input;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fluenzr-submit': LeadFormSubmitEvent;
  }
}
