import type { Clock } from '../clock.js';
import { ProblemError } from '../problem.js';

const minute = 60_000;

/** Counts the requests of each credential in windows of a minute, on the backend's clock. */
export class RateLimiter {
  readonly #clock: Clock;
  readonly #limit: number;
  readonly #windows = new Map<string, { start: number; count: number }>();

  /** `limit` is how many requests a minute each credential has. */
  constructor(clock: Clock, limit: number) {
    this.#clock = clock;
    this.#limit = limit;
  }

  /** Counts a request; gives the `RateLimit-*` headers of its answer and whether it is one too many. */
  take(credential: string): { headers: Record<string, string>; exceeded: boolean } {
    const now = this.#clock.now();
    let window = this.#windows.get(credential);
    if (!window || now < window.start || now >= window.start + minute) {
      window = { start: now, count: 0 };
      this.#windows.set(credential, window);
    }
    window.count += 1;
    return {
      headers: {
        'RateLimit-Limit': String(this.#limit),
        'RateLimit-Remaining': String(Math.max(0, this.#limit - window.count)),
        'RateLimit-Reset': String(Math.ceil((window.start + minute - now) / 1000)),
      },
      exceeded: window.count > this.#limit,
    };
  }

  /** The refusal of a request that is one too many. */
  refusal(headers: Record<string, string>): ProblemError {
    const standsStill =
      this.#clock.mode === 'virtual'
        ? " The mock backend's clock stands still: let a minute pass with backend.clock.advance(60_000), or raise the rateLimit option."
        : '';
    return new ProblemError(
      429,
      'RATE_LIMITED',
      `More than ${this.#limit} requests in a minute.${standsStill}`,
      { headers: { 'Retry-After': headers['RateLimit-Reset'] ?? '60' } },
    );
  }

  /** Forgets what was counted. */
  reset(): void {
    this.#windows.clear();
  }
}
