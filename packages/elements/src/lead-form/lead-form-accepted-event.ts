import type { ContactCreated } from '@fluenzr/client';

/** What the form was answered. */
export interface AcceptedLead {
  /** From a form endpoint: the receipt. In test mode it is `test`: nothing was sent. */
  receiptId?: string;
  /** From a client: the contact, and in `enrollments` what began for it. */
  contact?: ContactCreated;
}

/**
 * `fluenzr-accepted`: the form endpoint has the lead, or with a client the contact exists.
 *
 * @example
 * ```ts
 * document.addEventListener('fluenzr-accepted', ({ contact, receiptId }) => {
 *   const begun = contact?.enrollments.filter(({ status }) => status === 'ENROLLED') ?? [];
 *   console.log(receiptId ?? contact?.id, 'is now in', begun.length, 'campaigns');
 * });
 * ```
 */
export class LeadFormAcceptedEvent extends Event {
  readonly contact: ContactCreated | undefined;
  readonly receiptId: string | undefined;

  constructor({ contact, receiptId }: AcceptedLead) {
    super('fluenzr-accepted', { bubbles: true, composed: true });
    this.contact = contact;
    this.receiptId = receiptId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fluenzr-accepted': LeadFormAcceptedEvent;
  }
}
