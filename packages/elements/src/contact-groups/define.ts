/**
 * Registers `<fluenzr-contact-groups>`.
 *
 * @module
 */
import { FluenzrContactGroups } from './contact-groups.js';

if (!customElements.get('fluenzr-contact-groups'))
  customElements.define('fluenzr-contact-groups', FluenzrContactGroups);

/** So that TypeScript knows the tag where this module alone is imported. */
export type { FluenzrContactGroups } from './contact-groups.js';
