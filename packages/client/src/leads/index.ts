/**
 * Leads from public pages to a form endpoint: light, without a key, and none lost. `submitLead` sends one, the outbox
 * keeps it until it is accepted, the attribution says where the visitor came from.
 *
 * @module
 */
export { submissionsUrl, submitLead, type LeadOutcome, type LeadSubmission } from './submit-lead.js';
export { type ChallengeSolver, Outbox, outbox, type OutboxScope } from './outbox.js';
export type { SettledChannel, SettledMessage } from './settled-channel.js';
export type { LeadStorage } from './lead-store.js';
export type { Lead } from './lead.js';
export { LeadError, type LeadFieldError } from './lead-error.js';
export { LeadSettledEvent, type SettledLead } from './lead-settled-event.js';
export { plainForm } from './plain-form.js';
export { leadId } from './lead-id.js';
export { attribution, type ArrivalPage, type Attribution } from './attribution.js';
export { type AttributionTouch, isTouchName, longestTouchValue } from './attribution-touch.js';
