/**
 * Registers `<fluenzr-campaign-groups>`.
 *
 * @module
 */
import { FluenzrCampaignGroups } from './campaign-groups.js';

if (!customElements.get('fluenzr-campaign-groups'))
  customElements.define('fluenzr-campaign-groups', FluenzrCampaignGroups);
