import type { Log } from './log.js';
import type { Refusal } from './refusal.js';

/** How many refusals a minute are written down one by one. */
const perMinute = 60;
const minute = 60_000;

/** How many mistakes of one refusal are named. */
const named = 10;

/** Refusals in which something is wrong with the page, the form's record, or what was typed. */
const telling = new Set([400, 403, 404, 413, 415, 422]);

/**
 * Tells the owner of a form which submissions are refused, and why, without anything of what was typed. A flood of them
 * does not fill the log: what is beyond 60 a minute is counted, and the number is told with the next one.
 */
export class RefusalLog {
  readonly #log: Log;
  readonly #now: () => number;
  #minute = 0;
  #told = 0;
  #untold = 0;

  constructor(log: Log, now: () => number) {
    this.#log = log;
    this.#now = now;
  }

  /** @param form the form's id, as it was asked for */
  tell(form: string, origin: string | undefined, { status, code, parts }: Refusal): void {
    const errors = parts.errors ?? [];
    // a script without a solution learns by this refusal that it needs one, and sends again
    if (!telling.has(status) || errors.some(({ code }) => code === 'CHALLENGE_REQUIRED')) return;
    const present = Math.floor(this.#now() / minute);
    if (present !== this.#minute) {
      this.#minute = present;
      this.#told = 0;
    }
    if (this.#told >= perMinute) {
      this.#untold += 1;
      return;
    }
    this.#told += 1;
    this.#log.warn('lead_refused', {
      // a stranger chooses these, and how long they are
      form: form.slice(0, 80),
      status,
      code,
      pointers: errors.slice(0, named).map(({ pointer, code }) => `${pointer.slice(0, 80)} ${code}`),
      origin: origin?.slice(0, 200),
      ...(this.#untold > 0 && { notLogged: this.#untold }),
    });
    this.#untold = 0;
  }
}
