/**
 * The FluenzR custom elements as classes, with their events and types. Importing this registers nothing: import
 * `@fluenzr/elements/lead-form` and the like for that.
 *
 * @module
 */
export { FluenzrProvider } from './provider/provider.js';
export { clientContext, type ProvidedClient } from './provider/client-context.js';
export { FluenzrLeadForm } from './lead-form/lead-form.js';
export type { LeadFormClient } from './lead-form/lead-form-client.js';
export type { LeadFormLabels } from './lead-form/labels.js';
export { en } from './lead-form/labels-en.js';
export type { LeadFormFailure } from './lead-form/failure.js';
export type { LeadFormInput } from './lead-form/input.js';
export { LeadFormSubmitEvent } from './lead-form/lead-form-submit-event.js';
export { LeadFormAcceptedEvent, type AcceptedLead } from './lead-form/lead-form-accepted-event.js';
export { LeadFormQueuedEvent } from './lead-form/lead-form-queued-event.js';
export { LeadFormInvalidEvent } from './lead-form/lead-form-invalid-event.js';
export { LeadFormErrorEvent } from './lead-form/lead-form-error-event.js';
export { FluenzrGroupStats, type GroupStatsClient } from './group-stats/group-stats.js';
export type { GroupStatsLabels } from './group-stats/labels.js';
export type { StatsRange } from './group-stats/period.js';
export { GroupStatsLoadEvent } from './group-stats/group-stats-load-event.js';
export { GroupStatsErrorEvent } from './group-stats/group-stats-error-event.js';
export { GroupJobEvent } from './group-stats/actions/group-job-event.js';
export type { GroupAction } from './group-stats/actions/group-action.js';
export type { GroupActionLabels } from './group-stats/actions/labels.js';
export type { LoadFailure } from './load-failure/load-failure.js';
export { FluenzrGroupPicker } from './group-picker/group-picker.js';
export type { GroupOption } from './group-picker/group-option.js';
export type { GroupPickerClient } from './group-picker/group-picker-client.js';
export type { GroupPickerLabels } from './group-picker/labels.js';
export { GroupCreatedEvent } from './group-picker/group-created-event.js';
export { FluenzrCampaignGroups, type CampaignGroupsClient } from './campaign-groups/campaign-groups.js';
export type { CampaignGroupsLabels } from './campaign-groups/labels.js';
export { CampaignGroupsLoadEvent } from './campaign-groups/campaign-groups-load-event.js';
export { CampaignGroupsErrorEvent } from './campaign-groups/campaign-groups-error-event.js';
export { FluenzrContactGroups, type ContactGroupsClient } from './contact-groups/contact-groups.js';
export type { ContactGroupsLabels } from './contact-groups/labels.js';
export type { ExplanationLabels } from './contact-groups/explanation/labels.js';
export { ContactGroupsLoadEvent } from './contact-groups/contact-groups-load-event.js';
export { ContactGroupsChangeEvent } from './contact-groups/contact-groups-change-event.js';
export { ContactGroupsErrorEvent } from './contact-groups/contact-groups-error-event.js';
