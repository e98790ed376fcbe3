/**
 * Registers `<fluenzr-campaign-groups>`.
 *
 * @module
 */
import { FluenzrCampaignGroups } from './campaign-groups.js';

if (!customElements.get('fluenzr-campaign-groups'))
  customElements.define('fluenzr-campaign-groups', FluenzrCampaignGroups);

/** So that TypeScript knows the tag and its events where this module alone is imported. */
export type { FluenzrCampaignGroups } from './campaign-groups.js';
export type { CampaignGroupsErrorEvent } from './campaign-groups-error-event.js';
export type { CampaignGroupsLoadEvent } from './campaign-groups-load-event.js';
