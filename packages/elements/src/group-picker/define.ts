/**
 * Registers `<fluenzr-group-picker>`. A second copy of the script on a page finds the name taken and leaves it.
 *
 * @module
 */
import { FluenzrGroupPicker } from './group-picker.js';

if (!customElements.get('fluenzr-group-picker'))
  customElements.define('fluenzr-group-picker', FluenzrGroupPicker);

/** So that TypeScript knows the tag and its events where this module alone is imported. */
export type { FluenzrGroupPicker } from './group-picker.js';
export type { GroupCreatedEvent } from './group-created-event.js';
