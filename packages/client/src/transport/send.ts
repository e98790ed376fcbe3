import ky, { type Options as KyOptions, TimeoutError as KyTimeoutError } from 'ky';
import type { Received } from '../api-promise.js';
import type { FieldErrors, FluenzRError } from '../errors.js';
import type { CoreOptions, RequestOptions } from '../options.js';
import { abortable } from './abort.js';
import { answerError } from './answer.js';
import type { Credentials } from './credentials.js';
import { Failure } from './failure.js';
import { type Retriable, retryDelay, shouldRetry } from './retry.js';

/**
 * Sends until there is a complete answer or no more hope. ky runs the tries, their time-outs, the waits and the total;
 * what is one try, and what its end means, is ours: the body belongs to the try, so that a stalled or broken one is tried
 * again like a broken connection.
 *
 * @param label names the call in messages: the route, which holds no ids
 */
export function send(
  label: string,
  url: string,
  request: KyOptions & { method: string },
  requestId: string,
  credentials: Credentials,
  options: CoreOptions & RequestOptions,
): Promise<Received> {
  const { timeout = 10_000, totalTimeout = 60_000, maxRetries = 3, maxRetryAfter = 60_000, signal } = options;
  const deadline = Date.now() + totalTimeout;
  let tries = 0;
  let delay: number;
  let key: Promise<string>;
  let refused: Promise<string> | undefined;
  let report: ReturnType<NonNullable<CoreOptions['observe']>>;
  let received: Received;

  const attempt = async (request: Request): Promise<Response> => {
    tries += 1;
    key = credentials(request.signal, refused);
    const token = await key;
    request.headers.set('authorization', `Bearer ${token}`);
    report = options.observe?.(request, tries, label);
    let response;
    let text;
    try {
      response = await (options.fetch ?? fetch)(request);
      text = await response.text();
    } catch (cause) {
      // Node's fetch says "fetch failed", and why only in its own cause
      throw new Failure(
        'ConnectionError',
        `${label}: ${((cause as Error | undefined)?.cause ?? cause) as string}`,
        { requestId, cause },
      );
    }
    report?.(response);
    requestId = response.headers.get('X-Request-Id') ?? requestId;
    let data: unknown;
    let fieldErrors: FieldErrors | undefined;
    let good = response.ok;
    try {
      data = JSON.parse(text);
      if (good) options.validate?.(label, { answer: data });
    } catch (error) {
      good &&= request.method === 'DELETE' && !text; // which answers nothing
      ({ fieldErrors } = error as FluenzRError);
    }
    // a server's debug page may repeat the request's headers
    if (!good) throw answerError(label, response, text.replaceAll(token, '***'), requestId, fieldErrors);
    received = { data, response, text, requestId };
    return response;
  };

  const again = ({ error }: { error: Error & Retriable }): boolean => {
    const renew = error.status === 401 && !refused && typeof options.apiKey === 'function';
    if (renew) refused = key;
    delay = renew ? 0 : retryDelay(error.retryAfter, tries);
    // a wait that outlasts the call is no use: say now what is wrong
    const more =
      renew || (shouldRetry(error, tries, maxRetries, maxRetryAfter) && Date.now() + delay < deadline);
    if (more) report?.(error, delay);
    return more;
  };

  return abortable(signal, () =>
    ky(url, {
      ...request,
      redirect: 'manual', // the API makes none, and one would carry the data elsewhere
      signal: signal as AbortSignal, // ky takes undefined too
      timeout,
      totalTimeout,
      fetch: attempt as typeof fetch,
      retry: {
        limit: maxRetries + 1, // the last word is shouldRetry's
        methods: [request.method],
        shouldRetry: again,
        delay: () => delay,
      },
    }).then(
      () => received,
      (cause: unknown) => {
        if (!(cause instanceof KyTimeoutError)) throw cause;
        // without ky's error as its cause: that one holds the request, and so the key
        throw new Failure('TimeoutError', `${label}: timed out`, { requestId });
      },
    ),
  );
}
