import type { ContactCreate } from '@fluenzr/client/schemas';
import { backOff, tries } from './back-off.js';
import type { Forms } from './forms.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import { receiptOf } from './receipt.js';
import type { Lead } from './store/leads.js';
import type { Store } from './store/store.js';
import type { Upstream } from './upstream.js';

/** How many leads are sent at the same time. */
const atOnce = 8;

/** How long a lead belongs to the relay that took it: longer than a call can take. */
const lease = 60_000;

/** What delivery works with. */
export interface DeliveryParts {
  store: Store;
  upstream: Upstream;
  forms: () => Forms;
  log: Log;
  metrics: Metrics;
  now: () => number;
  random: () => number;
}

/** Sends the leads of the outbox to FluenzR. */
export class Delivery {
  readonly #parts: DeliveryParts;
  #pausedUntil = 0;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  /** Sends everything that is due. */
  async run(): Promise<void> {
    await Promise.all(Array.from({ length: atOnce }, () => this.#sendAll()));
  }

  async #sendAll(): Promise<void> {
    const { store, now } = this.#parts;
    while (now() >= this.#pausedUntil) {
      const [lead] = await store.leads.claim('PENDING', now(), now() + lease, 1);
      if (!lead) return;
      await this.#send(lead);
    }
  }

  async #send(lead: Lead): Promise<void> {
    const { store, upstream, forms, log, metrics, now, random } = this.#parts;
    const { submissionId, formId, attempts } = lead;
    const form = forms().get(formId);
    const details = { form: formId, receipt: await receiptOf(submissionId), attempts };
    const bury = async (reason: string, fields: string[] = []) => {
      await store.leads.move(submissionId, { state: 'DEAD', dueAt: now(), reasons: [reason, ...fields] });
      metrics.count('deliveries', { form: formId, outcome: 'dead' });
      log.error('lead_given_up', { ...details, reason, fields });
    };
    if (!form) {
      await bury('FORM_REMOVED');
      return;
    }
    const contact = JSON.parse(lead.contact) as ContactCreate;
    const result = await upstream.deliver(
      // ATTACH: the names of a known contact stay, and a contact that left is not brought back
      { ...contact, groupId: form.groupId, onConflict: 'ATTACH' },
      // taken up again by hand after a refusal, it is another request: the first one's answer is kept under its key
      lead.replays === 0 ? submissionId : `${submissionId}.${lead.replays}`,
    );
    if (result.outcome === 'DELIVERED') {
      await store.leads.remove(submissionId);
      metrics.count('deliveries', { form: formId, outcome: 'delivered' });
      log.info('lead_delivered', details);
    } else if (result.outcome === 'REFUSED') {
      await bury(result.reason, Object.keys(result.fieldErrors));
    } else if (attempts >= tries) {
      await bury(result.reason);
    } else {
      const { reason, retryAfter = 0 } = result;
      const wait = Math.max(retryAfter, backOff(attempts, random()));
      if (retryAfter > 0) this.#pausedUntil = now() + retryAfter; // it asked for a pause, not for this lead's alone
      await store.leads.move(submissionId, { state: 'PENDING', dueAt: now() + wait });
      metrics.count('deliveries', { form: formId, outcome: 'later' });
      log.warn('lead_put_off', { ...details, reason, wait });
    }
  }
}
