/**
 * Registers `<fluenzr-campaign-groups>`.
 *
 * @module
 */
import { FluenzrCampaignGroups } from './campaign-groups.js';

if (!customElements.get('fluenzr-campaign-groups'))
  customElements.define('fluenzr-campaign-groups', FluenzrCampaignGroups);

/** So that TypeScript knows the tag where this module alone is imported. */
export type { FluenzrCampaignGroups } from './campaign-groups.js';
