import type { Lead } from './lead.js';
import type { LeadError } from './lead-error.js';
import { leadId } from './lead-id.js';
import { type Outbox, outbox as outboxOfPage } from './outbox.js';

/** Where a lead goes, and what it is. */
export interface LeadSubmission {
  /** Address of the form endpoint, such as `https://leads.example.com`. */
  endpoint: string;
  /** Id of the form, such as `frm_website`. */
  form: string;
  lead: Lead;
}

/** Where the leads of a form are posted to. A plain HTML form has it as its `action`. */
export const submissionsUrl = (endpoint: string, form: string): string =>
  `${endpoint.replace(/\/+$/, '')}/forms/${encodeURIComponent(form)}/submissions`;

/** What became of a submitted lead. */
export type LeadOutcome =
  /** The endpoint has it. */
  | { state: 'accepted'; receiptId: string }
  /** It is saved on this device and will be sent; the window's `fluenzr-lead-settled` tells how that ended. */
  | { state: 'queued'; id: string; error: LeadError }
  /** Neither. Nothing is kept: the visitor has to try again, or to correct what `error.fieldErrors` names. */
  | { state: 'failed'; error: LeadError };

/**
 * Sends a lead to a form endpoint, and keeps it on this device until the endpoint has answered. Never rejects.
 *
 * In one task the request goes out, then localStorage is written, then IndexedDB: a page that dies the moment after has
 * lost nothing. A lead that is sent again under the same id is taken once.
 *
 * @example
 * ```ts
 * import { outbox, submitLead } from '@fluenzr/client/leads';
 *
 * outbox.start(); // once on every page: sends what waits from earlier visits
 * const outcome = await submitLead({
 *   endpoint: 'https://leads.example.com',
 *   form: 'frm_website',
 *   lead: { email: 'ada@example.com', firstName: 'Ada' },
 * });
 * if (outcome.state === 'queued') console.log('Saved on this device. It will be sent.');
 * ```
 */
export async function submitLead(
  { endpoint, form, lead }: LeadSubmission,
  outbox: Outbox = outboxOfPage,
): Promise<LeadOutcome> {
  const ready = outbox.ready(submissionsUrl(endpoint, form), { ...lead, id: lead.id ?? leadId() });
  // in this order: the request leaves even if the page dies while the lead is being written
  const answering = outbox.send(ready);
  const keeping = outbox.keep(ready);
  const answer = await answering;
  const { verdict, receiptId = '', error } = answer;
  if ((await keeping) && verdict === 'later' && error) {
    outbox.promise(ready);
    await outbox.postpone(ready, answer);
    return { state: 'queued', id: ready.id, error };
  }
  await outbox.forget(ready);
  return error ? { state: 'failed', error } : { state: 'accepted', receiptId };
}
