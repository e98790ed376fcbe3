/**
 * Registers `<fluenzr-lead-form>`, and sends what waits on this device from earlier visits.
 *
 * @module
 */
import { FluenzrLeadForm } from './lead-form.js';
import './send-kept-leads.js';

// a server has no registry
const { customElements } = globalThis as { customElements?: CustomElementRegistry };
if (!customElements?.get('fluenzr-lead-form')) customElements?.define('fluenzr-lead-form', FluenzrLeadForm);

/** So that TypeScript knows the tag and its events where this module alone is imported. */
export type { FluenzrLeadForm } from './lead-form.js';
export type { LeadFormAcceptedEvent } from './lead-form-accepted-event.js';
export type { LeadFormErrorEvent } from './lead-form-error-event.js';
export type { LeadFormInvalidEvent } from './lead-form-invalid-event.js';
export type { LeadFormQueuedEvent } from './lead-form-queued-event.js';
export type { LeadFormSubmitEvent } from './lead-form-submit-event.js';
