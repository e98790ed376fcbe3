import type { LoadFailureLabels } from './labels.js';

/**
 * Why something could not be loaded or done, as far as the reader is concerned. Each is also the key of its label.
 */
export type LoadFailure = keyof LoadFailureLabels;

/** What is read of an error. Read by shape and not by class: the error may come from any client. */
interface ErrorMembers {
  readonly name?: unknown;
  readonly status?: unknown;
  readonly code?: unknown;
  readonly problem?: unknown;
}

const membersOf = (error: unknown): ErrorMembers =>
  typeof error === 'object' && error !== null ? error : {};

/** The code of the API's refusal, such as `COUNT_CHANGED`; `undefined` where there is none. */
export const codeOf = (error: unknown): unknown => membersOf(error).code;

/** A member of the API's problem document, such as `actual` beside `COUNT_CHANGED`. */
export const problemMember = (error: unknown, name: string): unknown => {
  const { problem } = membersOf(error);
  return typeof problem === 'object' && problem !== null && Object.hasOwn(problem, name)
    ? (problem as Record<string, unknown>)[name]
    : undefined;
};

/** Puts an error into one of the classes that readers are told apart. `online` is `navigator.onLine`. */
export function classifyFailure(error: unknown, online: boolean): LoadFailure {
  const { name, status } = membersOf(error);
  if (name === 'ConnectionError' || status === 0) return online ? 'connection' : 'offline';
  if (name === 'TimeoutError' || status === 408) return 'timeout';
  if (status === 401 || status === 403) return 'denied';
  if (status === 404) return 'notFound';
  if (status === 429) return 'rateLimit';
  if (typeof status === 'number' && status >= 500) return 'server';
  return 'unexpected';
}
