import { backOff, tries } from './back-off.js';
import type { Form, Forms } from './forms.js';
import { randomToken, sha256 } from './hash.js';
import type { Log } from './log.js';
import { domainOf, mailboxOf } from './mail-domain.js';
import { MailError, type MailSender } from './mail.js';
import type { Metrics } from './metrics.js';
import { receiptOf } from './receipt.js';
import type { Lead } from './store/leads.js';
import type { Store } from './store/store.js';
import { textsIn } from './texts/texts.js';

const day = 86_400_000;

/** Days for which the link in a confirm mail works. An address that nobody confirmed is then forgotten. */
const linkDays = 7;

/** How long a mail belongs to the relay that took it: longer than a mail server takes. */
const lease = 300_000;

/** What confirm mails are made with. */
export interface ConfirmMailParts {
  store: Store;
  mail: MailSender;
  publicUrl: string;
  takesMail: ((domain: string) => Promise<boolean>) | undefined;
  /** Makes the keys that stand for mailboxes. */
  keyOf: (text: string) => Promise<string>;
  forms: () => Forms;
  log: Log;
  metrics: Metrics;
  now: () => number;
  random: () => number;
}

/** Sends the confirm mails that are due. */
export class ConfirmMails {
  readonly #parts: ConfirmMailParts;

  constructor(parts: ConfirmMailParts) {
    this.#parts = parts;
  }

  /** Sends everything that is due, one after another: mail servers dislike haste. */
  async run(): Promise<void> {
    const { store, forms, now } = this.#parts;
    for (;;) {
      const [lead] = await store.leads.claim('CONFIRM_DUE', now(), now() + lease, 1);
      if (!lead) return;
      const form = forms().get(lead.formId);
      if (form) await this.#send(lead, form);
      else await this.#bury(lead, 'FORM_REMOVED');
    }
  }

  async #send(lead: Lead, form: Form): Promise<void> {
    const { store, mail, publicUrl, takesMail, keyOf, log, metrics, now, random } = this.#parts;
    const { submissionId, attempts } = lead;
    const { email } = JSON.parse(lead.contact) as { email: string };
    const mailboxKey = await keyOf(mailboxOf(email));
    // taken before it is sent: if this process dies in between, the next mail goes out a day later, not twice
    const free = await store.confirmations.reserve(mailboxKey, now(), day);
    if (free !== undefined) {
      await store.leads.move(submissionId, { state: 'CONFIRM_DUE', dueAt: free });
      return;
    }
    const details = { form: form.id, receipt: await receiptOf(submissionId) };
    // advice only: a name server can be wrong, and then a person would wait for a mail in vain
    if ((await takesMail?.(domainOf(email))) === false) log.warn('mail_domain_takes_no_mail', details);
    const token = randomToken();
    const expiresAt = now() + linkDays * day;
    await store.confirmations.add(await sha256(token), submissionId, form.id, expiresAt);
    const { subject, text } = textsIn(form.locale).mail;
    try {
      await mail.send({
        to: email,
        subject: subject(form.title),
        text: text(form.title, `${publicUrl}/confirm/${token}`, linkDays),
      });
    } catch (error) {
      const outcome = error instanceof MailError ? error.outcome : 'perhaps-sent';
      metrics.count('mails', { form: form.id, outcome });
      log.warn('mail_failed', { ...details, outcome, attempts });
      if (outcome !== 'perhaps-sent') await store.confirmations.unreserve(mailboxKey);
      if (outcome === 'refused' || attempts >= tries) {
        await this.#bury(lead, 'MAIL_REFUSED');
      } else {
        const wait = outcome === 'perhaps-sent' ? day : backOff(attempts, random());
        await store.leads.move(submissionId, { state: 'CONFIRM_DUE', dueAt: now() + wait });
      }
      return;
    }
    await store.leads.move(submissionId, { state: 'AWAITING_CONFIRMATION', dueAt: expiresAt });
    metrics.count('mails', { form: form.id, outcome: 'sent' });
    log.info('mail_sent', details);
  }

  async #bury({ submissionId, formId }: Lead, reason: string): Promise<void> {
    const { store, log, now } = this.#parts;
    await store.leads.move(submissionId, { state: 'DEAD', dueAt: now(), reasons: [reason] });
    log.error('lead_given_up', { form: formId, receipt: await receiptOf(submissionId), reason });
  }
}
