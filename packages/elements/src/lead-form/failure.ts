import type { LeadFormLabels } from './labels.js';
import type { FieldError } from './validate.js';

/**
 * Why a lead was not accepted, as far as the visitor is concerned. Each is also the key of its label.
 *
 * - `offline`, `connection`, `timeout`, `rateLimit`, `server`: a later try may succeed, and is safe: nothing doubles.
 * - `invalid`: the backend refused what was typed.
 * - `challenge`: the check against programs was not passed.
 * - `configuration`: the page or the account is not set up right; the console says what to do.
 * - `unexpected`: an error that none of these explains.
 */
export type LeadFormFailure =
  | 'offline'
  | 'connection'
  | 'timeout'
  | 'rateLimit'
  | 'server'
  | 'invalid'
  | 'challenge'
  | 'configuration'
  | 'unexpected';

/** What the form reads of an error. Read by shape and not by class: the error may come from any client. */
interface ErrorMembers {
  readonly name?: unknown;
  readonly status?: unknown;
  readonly code?: unknown;
  readonly retryAfter?: unknown;
  readonly fieldErrors?: unknown;
}

const membersOf = (error: unknown): ErrorMembers =>
  typeof error === 'object' && error !== null ? error : {};

/**
 * The field errors of an error, by the name of the input: what the request calls `fields.company` is the input
 * `company`.
 */
export function fieldErrorsOf(error: unknown): [string, FieldError[]][] {
  return Object.entries((membersOf(error).fieldErrors ?? {}) as Record<string, FieldError[]>).map(
    ([member, errors]) => [member.replace(/^fields\./, ''), errors],
  );
}

/** Puts an error into one of the classes that visitors are told apart. `online` is `navigator.onLine`. */
export function classify(error: unknown, online: boolean): LeadFormFailure {
  const { name, status, code } = membersOf(error);
  if (name === 'ConfigurationError') return 'configuration';
  if (name === 'ConnectionError' || status === 0) return online ? 'connection' : 'offline';
  // its field errors are those of an answer, and what it answers may have been done
  if (name === 'ResponseValidationError') return 'unexpected';
  if (name === 'TimeoutError' || status === 408) return 'timeout';
  if (status === 429) return 'rateLimit';
  if (status === 425 || code === 'IDEMPOTENCY_KEY_IN_USE') return 'server'; // still at work on the first try
  if (typeof status === 'number' && status >= 500) return 'server';
  const fields = fieldErrorsOf(error);
  if (fields.some(([field]) => field === 'challenge')) return 'challenge';
  // the visitor did not choose the group
  if (fields.some(([field]) => field === 'groupId')) return 'configuration';
  if (fields.length > 0) return 'invalid';
  if (typeof status === 'number' && status >= 400) return 'configuration';
  return 'unexpected';
}

/** The text that the visitor reads below the form. */
export function failureText(failure: LeadFormFailure, error: unknown, labels: LeadFormLabels): string {
  const { retryAfter } = membersOf(error);
  if (failure === 'rateLimit' && typeof retryAfter === 'number')
    return labels.rateLimitWait.replace('{wait}', duration(retryAfter / 1000, labels.language));
  return labels[failure];
}

/** Writes seconds as people say it: "1 second", "10 minutes". Always rounded up. */
function duration(seconds: number, language: string): string {
  const minutes = seconds > 90;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: minutes ? 'minute' : 'second',
    unitDisplay: 'long',
  }).format(Math.ceil(minutes ? seconds / 60 : seconds));
}
