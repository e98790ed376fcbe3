import type { ContactGroup } from '@fluenzr/client';

/** `fluenzr-contact-groups-load`: the groups of a contact were loaded, for the first time or again, and are shown. */
export class ContactGroupsLoadEvent extends Event {
  readonly groups: readonly ContactGroup[];

  constructor(groups: readonly ContactGroup[]) {
    super('fluenzr-contact-groups-load', { bubbles: true, composed: true });
    this.groups = groups;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fluenzr-contact-groups-load': ContactGroupsLoadEvent;
  }
}
