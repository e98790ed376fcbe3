/**
 * The elements as React components, each with typed properties and events: an element's event `fluenzr-accepted` is
 * `onFluenzrAccepted` here. Importing a component also registers its element. Needs React 18 or newer.
 *
 * @module
 */
export { CampaignGroups } from './campaign-groups.js';
export { ContactGroups } from './contact-groups.js';
export { GroupPicker } from './group-picker.js';
export { GroupStats } from './group-stats.js';
export { LeadForm } from './lead-form.js';
export { Provider } from './provider.js';
