import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import type { LeadFormAcceptedEvent } from '../lead-form/lead-form-accepted-event.js';
import type { LeadFormErrorEvent } from '../lead-form/lead-form-error-event.js';
import type { LeadFormInvalidEvent } from '../lead-form/lead-form-invalid-event.js';
import type { LeadFormQueuedEvent } from '../lead-form/lead-form-queued-event.js';
import type { LeadFormSubmitEvent } from '../lead-form/lead-form-submit-event.js';
import { FluenzrLeadForm } from '../lead-form/lead-form.js';
import '../lead-form/define.js';

/**
 * `<fluenzr-lead-form>` as a React component. A `<form>` child of yours works as it does in HTML.
 *
 * @example
 * ```tsx
 * import { LeadForm } from '@fluenzr/elements/react';
 *
 * const signUp = (
 *   <LeadForm
 *     endpoint="https://leads.example.com"
 *     form="frm_website"
 *     onFluenzrAccepted={({ receiptId }) => console.log(receiptId)}
 *   />
 * );
 * ```
 */
export const LeadForm = createComponent({
  react: React,
  tagName: 'fluenzr-lead-form',
  elementClass: FluenzrLeadForm,
  displayName: 'LeadForm',
  events: {
    onFluenzrSubmit: 'fluenzr-submit' as EventName<LeadFormSubmitEvent>,
    onFluenzrAccepted: 'fluenzr-accepted' as EventName<LeadFormAcceptedEvent>,
    onFluenzrQueued: 'fluenzr-queued' as EventName<LeadFormQueuedEvent>,
    onFluenzrInvalid: 'fluenzr-invalid' as EventName<LeadFormInvalidEvent>,
    onFluenzrError: 'fluenzr-error' as EventName<LeadFormErrorEvent>,
  },
});
