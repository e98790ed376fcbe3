/**
 * `fluenzr-invalid`: fields have to be corrected. Nothing was sent, or the backend refused it; in that case
 * `fluenzr-error` follows.
 */
export class LeadFormInvalidEvent extends Event {
  /** The message that each field shows, by the name of the input, such as `email`. */
  readonly errors: ReadonlyMap<string, string>;

  constructor(errors: ReadonlyMap<string, string>) {
    super('fluenzr-invalid', { bubbles: true, composed: true });
    this.errors = errors;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fluenzr-invalid': LeadFormInvalidEvent;
  }
}
