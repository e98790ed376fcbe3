/**
 * The form endpoint that keeps the API key out of the page: a handler from `Request` to `Response` for any platform. What
 * needs Node (stores, SMTP, a server) is in `@fluenzr/relay/node`.
 *
 * @module
 */
export type { Attribution } from './attribution.js';
export type { RelayConfig } from './config.js';
export type { FieldDefinition, Form, FormInput, Forms } from './forms.js';
export { FormsError, parseForms } from './forms.js';
export { inspectForms } from './inspect.js';
export type { HitCounter, Rate, Window } from './limits.js';
export { jsonLog } from './log.js';
export type { Log, LogDetails } from './log.js';
export { MailError } from './mail.js';
export type { Mail, MailSender } from './mail.js';
export type { Mistake } from './mistake.js';
export type { Proof, Proofs } from './proofs.js';
export { createRelay } from './relay.js';
export type { Relay, RequestContext } from './relay.js';
export type { Confirmations, Redeemed } from './store/confirmations.js';
export type { Database, Parameter, Row } from './store/database.js';
export type { Lead, Leads, LeadState, Step } from './store/leads.js';
export { pgliteDatabase } from './store/pglite.js';
export { openStore } from './store/store.js';
export type { Store } from './store/store.js';
export type { AcceptedLead, KnownSubmission, Submissions } from './store/submissions.js';
export type { UpstreamOptions } from './upstream.js';
