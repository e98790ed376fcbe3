/** What is read of an error. Read by shape and not by class: the error may come from any client. */
export interface ErrorMembers {
  readonly name?: unknown;
  readonly status?: unknown;
  readonly code?: unknown;
  readonly problem?: unknown;
  readonly retryAfter?: unknown;
  readonly fieldErrors?: unknown;
}

export const membersOf = (error: unknown): ErrorMembers =>
  typeof error === 'object' && error !== null ? error : {};

/** A failure that says nothing about what was asked for: the same may succeed later. */
export type TransientFailure = 'offline' | 'connection' | 'timeout' | 'rateLimit' | 'server';

/** Which of these an error is; `undefined` for any other. `online` is `navigator.onLine`. */
export function transientFailure(error: unknown, online: boolean): TransientFailure | undefined {
  const { name, status, code } = membersOf(error);
  if (name === 'ConnectionError' || status === 0) return online ? 'connection' : 'offline';
  if (name === 'TimeoutError' || status === 408) return 'timeout';
  if (status === 429) return 'rateLimit';
  if (status === 425 || code === 'IDEMPOTENCY_KEY_IN_USE') return 'server'; // still at work on the first try
  return typeof status === 'number' && status >= 500 ? 'server' : undefined;
}
