import { isolate } from '../fill.js';
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

/** Whether the SDK met another server, at a wrong address: the error has no code of FluenzR's. Another client has no codes. */
const isForeign = (members: ErrorMembers): boolean => 'code' in members && members.code === undefined;

/** Puts an error into one of the classes that readers are told apart. `online` is `navigator.onLine`. */
export function classifyFailure(error: unknown, online: boolean): LoadFailure {
  const { name, status, code } = membersOf(error);
  if (name === 'ConnectionError' || status === 0) return online ? 'connection' : 'offline';
  if (name === 'TimeoutError' || status === 408) return 'timeout';
  if (status === 401 || status === 403) return 'denied';
  if (status === 404 && !isForeign(membersOf(error))) return 'notFound';
  if (status === 429) return 'rateLimit';
  if (code === 'IDEMPOTENCY_KEY_IN_USE' || Number(status) >= 500) return 'server'; // the first: still at work on it
  return status === 409 || status === 422 ? 'refused' : 'unexpected';
}

/**
 * What the reader is told of an error. A refusal is told in the words of the backend, where it has some: it knows the
 * reason better than its status does.
 */
export function failureText(error: unknown, online: boolean, labels: LoadFailureLabels): string {
  const failure = classifyFailure(error, online);
  const detail = failure === 'refused' ? problemMember(error, 'detail') : undefined;
  return typeof detail === 'string' ? isolate(detail) : labels[failure];
}
