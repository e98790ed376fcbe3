import type { LeadFormInput } from './input.js';

/**
 * `fluenzr-submit`: the visitor has sent a form without errors, and nothing has left the page yet.
 * `preventDefault()` keeps it from being sent; the form stays as it is.
 *
 * @example
 * ```ts
 * document.addEventListener('fluenzr-submit', (event) => {
 *   if (event.input.email.endsWith('@example.com')) event.preventDefault();
 * });
 * ```
 */
export class LeadFormSubmitEvent extends Event {
  /** What would be sent. */
  readonly input: LeadFormInput;
  /** Whether the form is in test mode, so that nothing will be sent. */
  readonly test: boolean;

  constructor(input: LeadFormInput, test = false) {
    super('fluenzr-submit', { bubbles: true, composed: true, cancelable: true });
    this.input = input;
    this.test = test;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fluenzr-submit': LeadFormSubmitEvent;
  }
}
