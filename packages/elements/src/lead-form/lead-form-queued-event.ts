/**
 * `fluenzr-queued`: the lead could not be sent yet, is saved on this device, and will be sent. `fluenzr-accepted` follows
 * if that happens while the form is still there; on any page, the window's `fluenzr-lead-settled` tells.
 */
export class LeadFormQueuedEvent extends Event {
  /** The id of the lead, which `fluenzr-lead-settled` names as well. */
  readonly id: string;
  /** Why it could not be sent. */
  readonly error: unknown;

  constructor(id: string, error: unknown) {
    super('fluenzr-queued', { bubbles: true, composed: true });
    this.id = id;
    this.error = error;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fluenzr-queued': LeadFormQueuedEvent;
  }
}
