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
  /** Those at work now. One that waits for a slow answer does not hold up leads that come after it. */
  readonly #workers = new Set<Promise<void>>();
  /** Leads that were taken and are not under way yet. */
  readonly #taken: Lead[] = [];
  #taking: Promise<void> | undefined;
  #calls = 0;
  /** Fulfilled when nobody is at work any more; all callers share it. */
  #idle: Promise<void> | undefined;
  #pausedUntil = 0;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  /** Sends everything that is due at the call, and what becomes due meanwhile. Never rejects: failures are logged. */
  run(): Promise<void> {
    this.#calls += 1;
    this.#hire();
    return (this.#idle ??= this.#untilIdle());
  }

  async #untilIdle(): Promise<void> {
    while (this.#workers.size > 0) await Promise.all(this.#workers);
    this.#idle = undefined;
  }

  #hire(): void {
    if (this.#workers.size >= atOnce) return;
    const worker = this.#work()
      .catch((error: unknown) => this.#parts.log.error('work_failed', { message: String(error) }))
      .finally(() => this.#workers.delete(worker));
    this.#workers.add(worker);
  }

  async #work(): Promise<void> {
    for (;;) {
      const calls = this.#calls;
      if (this.#taken.length === 0) await this.#take();
      const lead = this.#taken.shift();
      if (lead) {
        if (this.#taken.length > 0) this.#hire();
        await this.#send(lead);
      } else if (calls === this.#calls) {
        return; // nothing was due, and nobody has called since
      }
    }
  }

  /** Takes leads that are due, unless somebody is just doing it: then waits for those. */
  #take(): Promise<void> {
    return (this.#taking ??= this.#claim().finally(() => (this.#taking = undefined)));
  }

  async #claim(): Promise<void> {
    const { store, now } = this.#parts;
    if (now() < this.#pausedUntil) return;
    this.#taken.push(...(await store.leads.claim('PENDING', now(), now() + lease, atOnce)));
    if (now() < this.#pausedUntil) await this.#putBack(); // the pause began meanwhile
  }

  /** Those that were taken wait for the end of the pause, and none of their tries is used up. */
  async #putBack(): Promise<void> {
    const ids = this.#taken.splice(0).map(({ submissionId }) => submissionId);
    if (ids.length > 0) await this.#parts.store.leads.putBack(ids, this.#pausedUntil);
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
      if (retryAfter > 0) {
        this.#pausedUntil = now() + retryAfter; // it asked for a pause, not for this lead's alone
        await this.#putBack();
      }
      await store.leads.move(submissionId, { state: 'PENDING', dueAt: now() + wait });
      metrics.count('deliveries', { form: formId, outcome: 'later' });
      log.warn('lead_put_off', { ...details, reason, wait });
    }
  }
}
