import type { Observe } from './options.js';

/** What is about to be sent, for the nth time. */
export interface RequestEvent {
  /** The endpoint, such as `POST /contacts`. */
  route: string;
  url: string;
  /** Sent as `X-Request-Id`; the same for all tries of a call. */
  requestId: string;
  /** 1 for the first try. */
  attempt: number;
}

/** What came back. */
export interface ResponseEvent extends RequestEvent {
  status: number;
  headers: Headers;
  /** Milliseconds since this try was sent. */
  elapsed: number;
}

/** Why the call is tried again, and when. */
export interface RetryEvent extends RequestEvent {
  error: Error;
  /** Milliseconds since this try was sent. */
  elapsed: number;
  /** Milliseconds until the next try. */
  delay: number;
}

/** Where log lines go, by level: `console` or a logging library's logger. A level that is left out is not logged. */
export interface Logger {
  /** Every request before it is sent, with its headers; those that may hold a secret are masked. */
  debug?: ((message: string, details: Record<string, string>) => void) | undefined;
  /** Every answer. */
  info?: ((message: string) => void) | undefined;
  /** Every retry; and each deprecated endpoint, once. */
  warn?: ((message: string) => void) | undefined;
}

/** Who is told what a client does. Nothing is sent anywhere else. An error thrown by one of these ends the call. */
export interface Observers {
  /** Before each try. */
  onRequest?: ((event: RequestEvent) => void) | undefined;
  /** After each complete answer, whatever its status. */
  onResponse?: ((event: ResponseEvent) => void) | undefined;
  /** Before each wait for another try. */
  onRetry?: ((event: RetryEvent) => void) | undefined;
  /** Takes log lines. */
  logger?: Logger | undefined;
}

const maySecret = /auth|cookie|token|secret|password|session|api-?key/i;

const masked = (headers: Headers): Record<string, string> =>
  Object.fromEntries(Array.from(headers, ([name, value]) => [name, maySecret.test(name) ? '***' : value]));

/**
 * Makes the part of a client that tells what is sent, answered and tried again. The root's client takes the same members
 * among its own options.
 *
 * @example
 * ```ts
 * import { contacts } from '@fluenzr/client/contacts';
 * import { createClient } from '@fluenzr/client/core';
 * import { observe } from '@fluenzr/client/observe';
 *
 * const fluenzr = createClient({
 *   resources: { contacts },
 *   observe: observe({ onRetry: ({ route, attempt, delay }) => console.log(route, attempt, delay) }),
 *   baseUrl: 'https://crm.example.com',
 *   apiKey: async () => {
 *     const response = await fetch('/fluenzr-token');
 *     if (!response.ok) throw new Error('Sign in again.');
 *     return response.text();
 *   },
 * });
 * ```
 */
export function observe({ onRequest, onResponse, onRetry, logger }: Observers): Observe {
  const warned = new Set<string>();

  const warnOfDeprecation = (route: string, headers: Headers) => {
    const deprecation = headers.get('deprecation');
    const sunset = headers.get('sunset');
    if ((deprecation ?? sunset) === null || warned.has(route)) return;
    warned.add(route);
    logger?.warn?.(
      `${route} is deprecated (${deprecation ?? 'no date'})${sunset ? `, gone on ${sunset}` : ''}`,
    );
  };

  return (request, attempt, route) => {
    const requestId = request.headers.get('x-request-id') ?? '';
    const event = { route, url: request.url, requestId, attempt };
    const line = `${route} (request ${requestId}, attempt ${attempt})`;
    onRequest?.(event);
    logger?.debug?.(`${line}: sent`, masked(request.headers));
    const sent = performance.now();
    return (outcome, delay = 0) => {
      const elapsed = performance.now() - sent;
      if (outcome instanceof Error) {
        onRetry?.({ ...event, error: outcome, elapsed, delay });
        logger?.warn?.(`${line}: again in ${Math.round(delay)} ms: ${outcome.message}`);
      } else {
        const { status, headers } = outcome;
        onResponse?.({ ...event, status, headers, elapsed });
        logger?.info?.(`${line}: ${status} after ${Math.round(elapsed)} ms`);
        warnOfDeprecation(route, headers);
      }
    };
  };
}
