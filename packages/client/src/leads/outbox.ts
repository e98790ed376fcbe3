import { type KeptLead, backOff, isDue, isExpired } from './kept-lead.js';
import type { Lead } from './lead.js';
import { LeadSettledEvent, type SettledLead } from './lead-settled-event.js';
import { type LeadStorage, LeadStore } from './lead-store.js';
import { plainForm } from './plain-form.js';
import { type Answer, sendLead } from './send-lead.js';
import type { SettledChannel } from './settled-channel.js';

/** What the outbox uses of the page: its `window` has all of it. A test gives another clock, network or storage. */
export interface OutboxScope extends LeadStorage {
  readonly fetch: typeof fetch;
  readonly navigator: { readonly locks?: Pick<LockManager, 'request'> };
  readonly BroadcastChannel?: new (name: string) => SettledChannel;
  readonly Date: { now(): number };
  readonly Math: { random(): number };
  /** Missing in Safari. */
  readonly requestIdleCallback?: ((work: () => void, options: { timeout: number }) => unknown) | undefined;
  setTimeout(work: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
  addEventListener(type: string, listener: (event: Event) => void): void;
  dispatchEvent(event: Event): boolean;
}

/**
 * Solves the challenge of a form. Nothing comes back where it takes a person to solve it.
 *
 * @param url where the form's leads go; the challenge is beside it
 */
export type ChallengeSolver = (url: string) => Promise<string | undefined>;

const settledChannel = () => import('./settled-channel.js');

/** How long others leave a lead alone of which a try is under way: longer than a try takes. */
const lease = 15_000;

/**
 * Keeps leads on this device until the endpoint has accepted them, or refused them for good, and sends them again until
 * then. It is the one place that does so: tabs and copies of the script share what is kept, and one of them sends at a
 * time.
 */
export class Outbox {
  readonly #scope: OutboxScope;
  readonly #store: LeadStore;
  #timer: unknown;
  #hearing: Promise<unknown> | undefined;
  /** The ids of the leads that this page has been told are saved. */
  readonly #promised = new Set<string>();
  /**
   * Asked when an endpoint wants a challenge that a lead does not carry, or no longer a good one. Unless it is set, such a
   * lead is refused. Where it takes a person, the lead is sent as a plain form, which a person then looks at.
   */
  solveChallenge: ChallengeSolver | undefined;
  #started = false;

  /** The scope is the page's own unless told otherwise, and is not touched before it is needed. */
  constructor(scope: OutboxScope = globalThis) {
    this.#scope = scope;
    this.#store = new LeadStore(scope);
  }

  /**
   * Sends what waits from earlier visits as soon as the page is idle, and again whenever it wakes: network, back from
   * another tab or page.
   */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    const drain = (): void => void this.drain(true);
    for (const type of ['online', 'visibilitychange']) this.#scope.addEventListener(type, drain);
    this.#scope.addEventListener('pageshow', (event) => {
      if ((event as PageTransitionEvent).persisted) drain(); // or else the page has just begun, and drains below
    });
    // to look at what is stored takes time that the page needs until it shows
    if (this.#scope.requestIdleCallback) this.#scope.requestIdleCallback(drain, { timeout: 2000 });
    else this.#scope.setTimeout(drain, 1);
  }

  /** To be called when a visitor begins to fill in a form: the first lead is written faster. */
  warmUp(): void {
    this.#store.warmUp();
    settledChannel().catch(() => undefined); // a lead that is saved for lack of a network comes too late for that
  }

  /** Makes a lead ready to be sent and kept: its first try is under way. */
  ready(url: string, lead: Lead & { id: string }): KeptLead {
    const now = this.#scope.Date.now();
    return { id: lead.id, url, lead, madeAt: now, tries: 1, triedAt: now, wait: lease };
  }

  /** Sends a lead, and again with a challenge where the endpoint asks for one. */
  async send(kept: KeptLead): Promise<Answer> {
    const answer = await this.#post(kept);
    const { lead, url } = kept;
    if (!answer.error?.fieldErrors.challenge || !this.solveChallenge) return answer;
    try {
      const challenge = await this.solveChallenge(url);
      if (challenge) return await this.#post({ ...kept, lead: { ...lead, challenge } });
      if (lead.challenge) return answer; // a person has tried, and did not pass
      return await this.#post(kept, plainForm(lead));
    } catch {
      return { ...answer, verdict: 'later' };
    }
  }

  #post(lead: KeptLead, body?: URLSearchParams): Promise<Answer> {
    const fetch: typeof globalThis.fetch = (url, request) => this.#scope.fetch(url, request);
    return sendLead(lead, fetch, this.#scope.Date.now(), body);
  }

  /** Tells whether the lead is on this device now. */
  keep(lead: KeptLead): Promise<boolean> {
    return this.#store.put(lead);
  }

  /** Tells this page how a lead ends that it was told is saved, also when another tab brings it to its end. */
  promise({ id }: KeptLead): void {
    this.#promised.add(id);
    this.#hearing ??= settledChannel().then(
      ({ hear }) => hear(this.#scope, this.#promised),
      () => (this.#hearing = undefined),
    );
  }

  /** Sets the next try of a lead that the endpoint has not taken yet. */
  async postpone(lead: KeptLead, { error }: Answer): Promise<void> {
    const wait = error?.retryAfter ?? backOff(lead.tries, this.#scope.Math.random());
    await this.keep({ ...lead, wait, status: error?.status });
    await this.#schedule();
  }

  forget({ id }: KeptLead): Promise<void> {
    return this.#store.delete(id);
  }

  /**
   * Sends every lead that is due, unless another tab is at it.
   *
   * @param woken there may be a network again: leads that found none last time are due
   */
  async drain(woken = false): Promise<void> {
    const { locks } = this.#scope.navigator;
    // without locks (no TLS, old browsers) two tabs may send the same lead: the endpoint takes it once
    const found = await (locks
      ? locks.request('fluenzr-leads', { ifAvailable: true }, (lock) => lock && this.#sendDue(woken))
      : this.#sendDue(woken));
    if (found !== 0) await this.#schedule();
  }

  /** Tells how many leads there were. */
  async #sendDue(woken: boolean): Promise<number> {
    const leads = await this.#store.all();
    for (const lead of leads) {
      const now = this.#scope.Date.now();
      if (isExpired(lead, now)) await this.#settle('expired', lead);
      else if (isDue(lead, now, woken))
        await this.#sendAgain({
          ...lead,
          tries: lead.tries + 1,
          triedAt: now,
          wait: lease,
          status: undefined,
        });
    }
    return leads.length;
  }

  async #sendAgain(lead: KeptLead): Promise<void> {
    await this.keep(lead);
    const answer = await this.send(lead);
    // the page of a proxy is no reason to give up a lead that was promised to be sent
    if (answer.verdict === 'later' || answer.verdict === 'foreign') await this.postpone(lead, answer);
    else await this.#settle(answer.verdict, lead, answer);
  }

  async #settle(
    outcome: SettledLead['outcome'],
    kept: KeptLead,
    { receiptId, error }: Partial<Answer> = {},
  ): Promise<void> {
    await this.forget(kept);
    const settled = { outcome, lead: kept.lead, receiptId, error };
    this.#scope.dispatchEvent(new LeadSettledEvent(settled));
    settledChannel().then(
      ({ tell }) => tell(this.#scope, settled, kept.url),
      () => undefined, // only this tab knows
    );
  }

  async #schedule(): Promise<void> {
    const leads = await this.#store.all();
    this.#scope.clearTimeout(this.#timer);
    if (leads.length === 0) return;
    const due = Math.min(...leads.map(({ triedAt, wait }) => triedAt + wait)) - this.#scope.Date.now();
    this.#timer = this.#scope.setTimeout(() => void this.drain(), Math.max(1000, due));
  }
}

/** The outbox of the page. */
export const outbox = new Outbox();
