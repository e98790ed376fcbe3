import * as z from 'zod/mini';
import type { Forms } from '../forms.js';
import { domainOf } from '../mail-domain.js';
import { receiptOf } from '../receipt.js';
import type { Lead } from '../store/leads.js';
import type { Store } from '../store/store.js';
import { takesMail } from './mail-exchange.js';

const Selection = z.union([z.literal('all'), z.array(z.string()).check(z.minLength(1))]);
const Place = z.enum(['QUARANTINED', 'DEAD']);

/** What a person can do with leads that wait for a decision. */
export const ReviewCommand = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('list'), from: Place }),
  z.strictObject({ do: z.literal('resume'), from: Place, receipts: Selection }),
  z.strictObject({ do: z.literal('discard'), from: Place, receipts: Selection }),
]);
export type ReviewCommand = z.infer<typeof ReviewCommand>;

/** A lead as a person reviews it. */
export interface ReviewedLead {
  receipt: string;
  form: string;
  acceptedAt: string;
  reasons: readonly string[];
  attempts: number;
  contact: unknown;
  /** What the name servers say of the address's domain, as advice. */
  takesMail: boolean;
}

/** How many leads a listing shows, the oldest first. */
const listed = 200;

/** What a resumed or discarded lead was, or the leads of a listing. */
export type ReviewAnswer = { leads: ReviewedLead[] } | { receipts: string[]; unknown: string[] };

/**
 * Does a command on the leads that wait for a person. Resumed, a lead of the quarantine goes on as if it had been accepted
 * (with `confirm`, its mail goes out first), and a lead that was given up is sent again.
 */
export async function review(
  command: ReviewCommand,
  store: Store,
  forms: Forms,
  now: () => number,
): Promise<ReviewAnswer> {
  if (command.do === 'list') {
    const leads = await store.leads.list(command.from, listed);
    return { leads: await Promise.all(leads.map(view)) };
  }
  const waiting = new Map<string, Lead>();
  for (const lead of await store.leads.list(command.from, 100_000)) {
    waiting.set(await receiptOf(lead.submissionId), lead);
  }
  const asked = command.receipts === 'all' ? [...waiting.keys()] : command.receipts;
  const receipts: string[] = [];
  for (const receipt of asked) {
    const lead = waiting.get(receipt);
    if (!lead) continue;
    if (command.do === 'discard') await store.leads.remove(lead.submissionId);
    else await resume(lead, command.from, store, forms, now());
    receipts.push(receipt);
  }
  return { receipts, unknown: asked.filter((receipt) => !waiting.has(receipt)) };
}

async function resume(
  lead: Lead,
  from: 'QUARANTINED' | 'DEAD',
  store: Store,
  forms: Forms,
  now: number,
): Promise<void> {
  const optIn = forms.get(lead.formId)?.optIn;
  const mailFailed = from === 'DEAD' && lead.reasons.includes('MAIL_REFUSED');
  const needsMail = optIn === 'confirm' && (from === 'QUARANTINED' || mailFailed);
  await store.leads.resume(lead.submissionId, from, {
    state: needsMail ? 'CONFIRM_DUE' : 'PENDING',
    dueAt: now,
  });
}

async function view(lead: Lead): Promise<ReviewedLead> {
  const contact = JSON.parse(lead.contact) as { email: string };
  return {
    receipt: await receiptOf(lead.submissionId),
    form: lead.formId,
    acceptedAt: new Date(lead.acceptedAt).toISOString(),
    reasons: lead.reasons,
    attempts: lead.attempts,
    contact,
    takesMail: await takesMail(domainOf(contact.email)),
  };
}
