import type { Form } from './forms.js';
import { Refusal } from './refusal.js';

/** A counter that lasts for one window of time. */
export interface Window {
  key: string;
  /** Hits allowed in the window. */
  max: number;
  /** End of the window, in milliseconds since 1970. */
  expiresAt: number;
}

/** Counts hits in windows. */
export interface HitCounter {
  /** Counts a hit in the first window and, while that one holds, in the rest; gives the hits so far by key. */
  count(first: Window, rest: readonly Window[]): Promise<ReadonlyMap<string, number>>;
}

/** At most `max` hits in `seconds`. */
export interface Rate {
  max: number;
  seconds: number;
}

/**
 * The part of an IP address that one sender has: an IPv4 address, or the /64 of an IPv6 address, of which every home gets
 * at least one.
 *
 * @example
 * ```ts
 * networkOf('203.0.113.7'); // '203.0.113.7'
 * networkOf('::ffff:203.0.113.7'); // '203.0.113.7'
 * networkOf('2001:db8:1:2:3:4:5:6'); // '2001:db8:1:2::/64'
 * ```
 */
export function networkOf(address: string): string {
  const plain = address
    .toLowerCase()
    .replace(/^\[([^\]]*)\].*$/, '$1') // some proxies add a port, which is another one with every connection
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, ''); // an interface's name
  if (!plain.includes(':')) return plain;
  const groups = groupsOf(plain);
  const [, , , , , , high = 0, low = 0] = groups;
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  const hexadecimal = address.replace(
    /(\d+)\.(\d+)\.(\d+)\.(\d+)$/,
    (_, ...[a, b, c, d]: string[]) =>
      `${(Number(a) * 256 + Number(b)).toString(16)}:${(Number(c) * 256 + Number(d)).toString(16)}`,
  );
  const [head = [], tail] = hexadecimal
    .split('::')
    .map((part) => (part === '' ? [] : part.split(':').map((group) => parseInt(group, 16))));
  if (!tail) return head;
  return [...head, ...Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => 0), ...tail];
}

const windowOf = (name: string, { max, seconds }: Rate, now: number): Window => {
  const start = Math.floor(now / 1000 / seconds);
  return { key: `${name}:${start}`, max, expiresAt: (start + 1) * seconds * 1000 };
};

/** Who sends, for the limits. Keys stand for personal data, so that no counter holds any. */
export interface Sender {
  networkKey: string;
  /** Left out where no address was sent. */
  addressKey?: string | undefined;
}

/** Holds senders against the limits of a form and of the relay. */
export class Limits {
  readonly #counter: HitCounter;
  readonly #all: Rate;
  readonly #now: () => number;
  #load = { window: '', share: 0 };

  constructor(counter: HitCounter, all: Rate, now: () => number) {
    this.#counter = counter;
    this.#all = all;
    this.#now = now;
  }

  /** How much of what the relay allows in all is used in the present window: 0 to 1. */
  get load(): number {
    const { key } = windowOf('all', this.#all, this.#now());
    return this.#load.window === key ? Math.min(1, this.#load.share) : 0;
  }

  /**
   * Counts a submission.
   *
   * @throws Refusal 429 with `Retry-After`, when one of the limits is exceeded.
   */
  async count(form: Form, { networkKey, addressKey }: Sender): Promise<void> {
    const now = this.#now();
    const all = windowOf('all', this.#all, now);
    const rest = [all, windowOf(`form:${form.id}`, form.limits.form, now)];
    if (addressKey) rest.push(windowOf(`address:${form.id}:${addressKey}`, form.limits.address, now));
    await this.#check(windowOf(`network:${form.id}:${networkKey}`, form.limits.network, now), rest, now);
  }

  /**
   * Counts any other request of a network: challenges, confirm pages.
   *
   * @throws Refusal 429 with `Retry-After`.
   */
  async countVisit(networkKey: string): Promise<void> {
    const now = this.#now();
    await this.#check(windowOf(`visit:${networkKey}`, visits, now), [], now);
  }

  async #check(first: Window, rest: readonly Window[], now: number): Promise<void> {
    const hits = await this.#counter.count(first, rest);
    const all = rest[0];
    if (all && hits.has(all.key)) this.#load = { window: all.key, share: (hits.get(all.key) ?? 0) / all.max };
    const exceeded = [first, ...rest].filter(({ key, max }) => (hits.get(key) ?? 0) > max);
    if (exceeded.length === 0) return;
    const until = Math.max(...exceeded.map(({ expiresAt }) => expiresAt));
    throw new Refusal(429, 'RATE_LIMITED', 'Too much was sent from here. Wait, then send it again.', {
      retryAfter: Math.max(1, Math.ceil((until - now) / 1000)),
    });
  }
}

const visits: Rate = { max: 120, seconds: 60 };

/** Counts of this process only, for a relay without a store. */
export function memoryHits(now: () => number): HitCounter {
  const windows = new Map<string, { hits: number; expiresAt: number }>();
  let sweepAt = 0;
  const hit = ({ key, expiresAt }: Window): number => {
    const window = windows.get(key) ?? { hits: 0, expiresAt };
    window.hits += 1;
    windows.set(key, window);
    return window.hits;
  };
  return {
    count(first, rest) {
      if (now() >= sweepAt) {
        for (const [key, { expiresAt }] of windows) if (expiresAt <= now()) windows.delete(key);
        sweepAt = now() + 60_000;
      }
      const hits = new Map([[first.key, hit(first)]]);
      if ((hits.get(first.key) ?? 0) <= first.max)
        for (const window of rest) hits.set(window.key, hit(window));
      return Promise.resolve(hits);
    },
  };
}
