import type { Field } from './field.js';
import type { LeadFormLabels } from './labels.js';
import type { FieldError } from './validate.js';

/**
 * Why a lead was not accepted, as far as the visitor is concerned.
 *
 * - `offline`, `connection`, `timeout`, `rateLimit`, `server`: a later try may succeed, and is safe: nothing doubles.
 * - `invalid`: the backend refused what was typed, which is said at the fields.
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
 * The first thing wrong with each member, by the name of the input: what the request calls `fields.company` is the input
 * `company`.
 */
export function fieldErrorsOf(error: unknown): [string, FieldError][] {
  return Object.entries((membersOf(error).fieldErrors ?? {}) as Record<string, FieldError[]>).flatMap(
    ([member, [first]]) => (first ? [[member.replace(/^fields\./, ''), first]] : []),
  );
}

/**
 * Whether the page disagrees with the form's record or with the account, so that nothing that a visitor types helps: the
 * error is at what the visitor is not asked (an unknown field, the hash of a consent), or is not asked now.
 */
const isOfThePage = (field: Field | undefined, { code }: FieldError): boolean =>
  !field ||
  // a ticked consent is required where the page could not prove it
  field.matches(code === 'REQUIRED' ? ':disabled,:checked' : ':disabled') ||
  /^(NOT_AN_OPTION|FIELD_NOT_FOUND|UNKNOWN_MEMBER)$/.test(code);

/**
 * Puts an error into one of the classes that visitors are told apart.
 *
 * @param online `navigator.onLine`
 * @param inputs the fields of the page
 */
export function classify(error: unknown, online: boolean, inputs: readonly Field[]): LeadFormFailure {
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
  const input = (name: string) => inputs.find((field) => field.name === name);
  if (fields.some(([name, error]) => isOfThePage(input(name), error))) return 'configuration';
  if (fields.length > 0) return 'invalid';
  if (typeof status === 'number' && status >= 400) return 'configuration';
  return 'unexpected';
}

/** The text that the visitor reads below the form. */
export function failureText(failure: LeadFormFailure, error: unknown, labels: LeadFormLabels): string {
  if (failure === 'invalid') return ''; // it is said at the fields
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
