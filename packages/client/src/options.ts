import type { QueryLanguage } from './check-queries.js';
import type { ApiKey } from './transport/credentials.js';
import type { Observers } from './observe.js';

/** What the client and every call may set; a call's own value goes before the client's. */
export interface TransportOptions {
  /** Milliseconds for one try, headers and body. 10,000 unless told otherwise. */
  timeout?: number | undefined;
  /** Milliseconds for all tries and the waits between them. 60,000 unless told otherwise. */
  totalTimeout?: number | undefined;
  /** Tries after the first. 3 unless told otherwise; 0 never retries. */
  maxRetries?: number | undefined;
  /** Longest wait, in milliseconds, that a server may ask for; beyond it the call fails at once. 60,000 unless told otherwise. */
  maxRetryAfter?: number | undefined;
  /**
   * Ends the call at once, wherever it waits, with an {@link AbortError}. A client's signal
   * ends its calls that have none of their own. */
  signal?: AbortSignal | undefined;
  /**
   * Further headers. A browser asks the server for leave to send each one (CORS). `X-Request-Id`, written so, takes the
   * place of the one that the SDK makes.
   */
  headers?: Record<string, string> | undefined;
  /** Used in place of the platform's `fetch`: for a proxy, a test, instrumentation. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
}

/** The last argument of every method. */
export interface RequestOptions extends TransportOptions {
  /**
   * Makes a write happen once, however often it is sent, also by another process: the server answers a known key with the
   * first answer. A fresh key is made for every call unless one is given, and kept over its retries.
   */
  idempotencyKey?: string | undefined;
}

/** The last argument of methods that change or delete what exists. */
export interface ConditionalOptions extends RequestOptions {
  /** The `version` that the caller saw: a {@link PreconditionFailedError} if it was changed since. */
  ifMatch?: number | undefined;
}

/** Checks parts of a call. @throws InvalidInputError that says what is wrong, by field. */
export type Validate = (
  route: string,
  /** `query` and `body` are sent as they are left here. */
  parts: { query?: unknown; body?: unknown; answer?: unknown; options?: ConditionalOptions },
) => void;

/**
 * Watches what is sent: called before each try, it may return a function that hears how the try ended: with an answer,
 * whatever its status, or with an error after which the call waits `delay` milliseconds and tries again.
 */
export type Observe = (
  request: Request,
  attempt: number,
  route: string,
) => ((outcome: Response | Error, delay?: number) => void) | undefined;

/** What every client needs to know. */
export interface ConnectionOptions extends TransportOptions {
  /** Where FluenzR is, such as `https://crm.example.com`; `/api/v1` is added. */
  baseUrl: string;
  /** An API key (on servers only), or a function that fetches a short-lived token; it is asked again after a 401. */
  apiKey: ApiKey;
  /** Lets an API key into a page, where every visitor can read it. False unless told otherwise. */
  dangerouslyAllowBrowser?: boolean | undefined;
}

/** What a client of `@fluenzr/client/core` takes beside its resources. */
export interface CoreOptions extends ConnectionOptions {
  /** Checks inputs and answers: `validate(…)` of `@fluenzr/client/validate`. Left out, its bytes are too. */
  validate?: Validate | undefined;
  /** Tells what is sent and answered: `observe(…)` of `@fluenzr/client/observe`. */
  observe?: Observe | undefined;
}

/** What the root's `createClient` takes. */
export interface ClientOptions extends ConnectionOptions, Observers {
  /** Checks contact queries before they are sent, and takes built ones: see `checkQueries` of `@fluenzr/client/check-queries`. */
  queryLanguage?: QueryLanguage | undefined;
}
