import { APIError, ConnectionError, TimeoutError } from '../errors.js';

/**
 * Whether a failed try is worth another one: after connection errors and time-outs, and where the server says "later".
 * Writes too: they carry a key under which the server does them once. A 409 means "later" only with `Retry-After`: the
 * same key is still being worked on.
 *
 * @param tries tries made so far
 * @param limits `maxRetryAfter` in milliseconds
 */
export function shouldRetry(
  error: unknown,
  tries: number,
  { maxRetries, maxRetryAfter }: { maxRetries: number; maxRetryAfter: number },
): boolean {
  if (tries > maxRetries) return false;
  if (!(error instanceof APIError)) return error instanceof ConnectionError || error instanceof TimeoutError;
  const { status, retryAfter } = error;
  if ((retryAfter ?? 0) > maxRetryAfter) return false;
  return status >= 500 || [408, 425, 429].includes(status) || (status === 409 && retryAfter !== undefined);
}

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
  const value = headers.get('retry-after') ?? (status === 429 && headers.get('ratelimit-reset'));
  if (!value) return undefined;
  const wait = isNaN(Number(value)) ? Date.parse(value) - now : Number(value) * 1000;
  return isNaN(wait) ? undefined : Math.max(0, wait);
}
