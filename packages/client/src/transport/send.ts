import ky, { type Options as KyOptions, TimeoutError as KyTimeoutError } from 'ky';
import type { Received } from '../api-promise.js';
import { ConnectionError, TimeoutError } from '../errors.js';
import type { ConnectionOptions, TransportOptions } from '../options.js';
import { abortable } from './abort.js';
import { answerError } from './answer.js';
import type { Credentials } from './credentials.js';
import { retryDelay, shouldRetry } from './retry.js';

/**
 * Sends until there is a complete answer or no more hope. ky runs the tries, their time-outs, the waits and the total;
 * what is one try, and what its end means, is ours: the body belongs to the try, so that a stalled or broken one is tried
 * again like a broken connection.
 */
export function send(
  label: string,
  url: string,
  request: KyOptions & { method: string },
  requestId: string,
  credentials: Credentials,
  options: TransportOptions & Pick<ConnectionOptions, 'observe'>,
): Promise<Received<unknown>> {
  const {
    timeout = 10_000,
    totalTimeout = 60_000,
    maxRetries = 3,
    maxRetryAfter = 60_000,
    signal = null,
  } = options;
  const deadline = Date.now() + totalTimeout;
  let tries = 0;
  let renewals = 0;
  let delay = 0;
  let key: Promise<string>;
  let told: ReturnType<NonNullable<ConnectionOptions['observe']>>;
  let received: Received<unknown>;

  const attempt = async (request: Request): Promise<Response> => {
    const token = await (key = credentials.token());
    request.headers.set('authorization', `Bearer ${token}`);
    tries++;
    told = options.observe?.(request, tries);
    let response;
    let text;
    try {
      response = await (options.fetch ?? fetch)(request);
      text = await response.text();
    } catch (cause) {
      throw new ConnectionError(`${label}: ${String(cause)}`, { requestId, cause });
    }
    told?.(response);
    let data: unknown;
    try {
      data = request.method === 'DELETE' ? Object : JSON.parse(text);
    } catch {
      // said below
    }
    requestId = response.headers.get('x-request-id') ?? requestId;
    // a server's debug page may repeat the request's headers
    if (!response.ok || data !== Object(data))
      throw answerError(label, response, text.replaceAll(token, '***'), requestId);
    received = { data, response, text, requestId };
    return response;
  };

  const explain = (cause: unknown): unknown =>
    cause instanceof KyTimeoutError
      ? new TimeoutError(`${label}: no answer in ${timeout} ms (${tries} tries)`, { requestId, cause })
      : cause;

  const again = (cause: Error): boolean => {
    const error = explain(cause) as Error & { status?: number; retryAfter?: number };
    delay = 0;
    if (error.status === 401 && !renewals && credentials.expire(key)) return !!++renewals;
    if (!shouldRetry(error, tries, { maxRetries: maxRetries + renewals, maxRetryAfter })) return false;
    delay = retryDelay(error.retryAfter, tries);
    // a wait that outlasts the call is no use: say now what is wrong
    if (Date.now() + delay > deadline) return false;
    told?.(error, delay);
    return true;
  };

  return abortable(signal, () =>
    ky(url, {
      ...request,
      redirect: 'manual', // the API makes none, and one would carry the data elsewhere
      signal,
      timeout,
      totalTimeout,
      fetch: attempt as typeof fetch,
      retry: {
        limit: maxRetries + 1,
        methods: [request.method],
        shouldRetry: ({ error }) => again(error),
        delay: () => delay,
      },
    }).then(
      () => received,
      (error: unknown) => {
        throw explain(error);
      },
    ),
  );
}
