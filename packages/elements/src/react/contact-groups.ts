import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import type { ContactGroupsLoadEvent } from '../contact-groups/contact-groups-load-event.js';
import type { ContactGroupsChangeEvent } from '../contact-groups/contact-groups-change-event.js';
import type { ContactGroupsErrorEvent } from '../contact-groups/contact-groups-error-event.js';
import { FluenzrContactGroups } from '../contact-groups/contact-groups.js';
import '../contact-groups/define.js';

/** `<fluenzr-contact-groups>` as a React component. */
export const ContactGroups = createComponent({
  react: React,
  tagName: 'fluenzr-contact-groups',
  elementClass: FluenzrContactGroups,
  displayName: 'ContactGroups',
  events: {
    onFluenzrContactGroupsLoad: 'fluenzr-contact-groups-load' as EventName<ContactGroupsLoadEvent>,
    onFluenzrContactGroupsChange: 'fluenzr-contact-groups-change' as EventName<ContactGroupsChangeEvent>,
    onFluenzrContactGroupsError: 'fluenzr-contact-groups-error' as EventName<ContactGroupsErrorEvent>,
  },
});
