/**
 * Registers `<fluenzr-contact-groups>`.
 *
 * @module
 */
import { FluenzrContactGroups } from './contact-groups.js';

if (!customElements.get('fluenzr-contact-groups'))
  customElements.define('fluenzr-contact-groups', FluenzrContactGroups);

/** So that TypeScript knows the tag and its events where this module alone is imported. */
export type { FluenzrContactGroups } from './contact-groups.js';
export type { ContactGroupsChangeEvent } from './contact-groups-change-event.js';
export type { ContactGroupsErrorEvent } from './contact-groups-error-event.js';
export type { ContactGroupsLoadEvent } from './contact-groups-load-event.js';
