import type { Group } from '@fluenzr/client';

/** `fluenzr-contact-groups-change`: a contact was put into a group here, or taken out of one. */
export class ContactGroupsChangeEvent extends Event {
  readonly contactId: string;
  readonly change: 'added' | 'removed';
  readonly group: Group;

  constructor(contactId: string, change: 'added' | 'removed', group: Group) {
    super('fluenzr-contact-groups-change', { bubbles: true, composed: true });
    this.contactId = contactId;
    this.change = change;
    this.group = group;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fluenzr-contact-groups-change': ContactGroupsChangeEvent;
  }
}
