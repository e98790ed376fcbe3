/**
 * Registers `<fluenzr-group-stats>`.
 *
 * @module
 */
import { FluenzrGroupStats } from './group-stats.js';

if (!customElements.get('fluenzr-group-stats'))
  customElements.define('fluenzr-group-stats', FluenzrGroupStats);

/** So that TypeScript knows the tag where this module alone is imported. */
export type { FluenzrGroupStats } from './group-stats.js';
