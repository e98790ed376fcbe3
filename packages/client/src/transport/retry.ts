/** What of an error decides whether there is another try. */
export interface Retriable {
  name: string;
  status?: number;
  retryAfter?: number;
}

/**
 * Whether a failed try is worth another one: after connection errors and time-outs, and where the server says "later".
 * Writes too: they carry a key under which the server does them once. A 409 means "later" only with `Retry-After`: the
 * same key is still being worked on.
 *
 * @param tries tries made so far
 * @param maxRetryAfter milliseconds
 */
export const shouldRetry = (
  { name, status, retryAfter }: Retriable,
  tries: number,
  maxRetries: number,
  maxRetryAfter: number,
): boolean =>
  tries <= maxRetries &&
  (retryAfter ?? 0) <= maxRetryAfter &&
  (/^(408|425|429|5..|(Connection|Timeout)Error)$/.test(String(status ?? name)) ||
    (status === 409 && retryAfter !== undefined));

/**
 * Milliseconds to wait before the next try: what the server asks for, or else full jitter, a random part of 0.5, 1, 2, 4
 * and at most 8 seconds, so that clients that failed together do not come back together.
 *
 * @param tries tries made so far
 */
export const retryDelay = (retryAfter: number | undefined, tries: number, random = Math.random): number =>
  retryAfter ?? random() * Math.min(8000, 250 * 2 ** tries);

/**
 * Milliseconds that a refusal asks to wait: `Retry-After` (seconds or an HTTP date), and for 429 `RateLimit-Reset` too.
 * Every answer carries that one, so elsewhere it says nothing about the refusal.
 */
export function retryAfter(status: number, headers: Headers, now = Date.now()): number | undefined {
  const value = (headers.get('Retry-After') ?? (status === 429 && headers.get('RateLimit-Reset'))) as string;
  const wait = parseFloat(value) * 1000;
  return wait >= 0 ? wait : Math.max(0, Date.parse(value) - now) || undefined;
}
