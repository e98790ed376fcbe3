/**
 * Registers `<fluenzr-group-stats>`.
 *
 * @module
 */
import { FluenzrGroupStats } from './group-stats.js';

if (!customElements.get('fluenzr-group-stats'))
  customElements.define('fluenzr-group-stats', FluenzrGroupStats);

/** So that TypeScript knows the tag and its events where this module alone is imported. */
export type { FluenzrGroupStats } from './group-stats.js';
export type { GroupJobEvent } from './actions/group-job-event.js';
export type { GroupStatsErrorEvent } from './group-stats-error-event.js';
export type { GroupStatsLoadEvent } from './group-stats-load-event.js';
