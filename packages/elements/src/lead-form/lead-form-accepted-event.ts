import type { ContactCreated } from '@fluenzr/client';

/**
 * `fluenzr-accepted`: the lead has been accepted, and the contact exists.
 *
 * @example
 * ```ts
 * form.addEventListener('fluenzr-accepted', (event) => {
 *   const begun = event.contact.enrollments.filter(({ status }) => status === 'ENROLLED');
 *   console.log(event.contact.id, 'is now in', begun.length, 'campaigns');
 * });
 * ```
 */
export class LeadFormAcceptedEvent extends Event {
  /** The answer of the backend: the contact, and in `enrollments` what began for it. */
  readonly contact: ContactCreated;

  constructor(contact: ContactCreated) {
    super('fluenzr-accepted', { bubbles: true, composed: true });
    this.contact = contact;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fluenzr-accepted': LeadFormAcceptedEvent;
  }
}
