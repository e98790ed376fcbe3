import { type APIPromise, type PagePromise, promiseOf } from '../api-promise.js';
import type { ConditionalOptions, CoreOptions } from '../options.js';
import type { AnswerOf, BodyOf, QueryOf, Routes } from '../routes/index.js';
import type { WithBuiltQuery } from '../built-query.js';
import type { PageBody } from '../schemas/page.js';
import { credentials } from './credentials.js';
import { fillPath, type PathParameter } from './path.js';
import { randomId } from './random-id.js';
import { send } from './send.js';
import { invalidInput } from './failure.js';

/** What a route needs to be called. */
export interface Parts<Route extends keyof Routes> {
  path?: Record<PathParameter<Route>, string>;
  query?: WithBuiltQuery<QueryOf<Route>> | undefined;
  body?: WithBuiltQuery<BodyOf<Route>> | undefined;
}

/** The promise of a route's answer: a list's can be iterated. */
export type Answer<Route extends keyof Routes> =
  AnswerOf<Route> extends PageBody<infer Item> ? PagePromise<Item> : APIPromise<AnswerOf<Route>>;

/** Calls a route of the API: checks the parts, sends them, and gives the answer. */
export type Call = <Route extends keyof Routes>(
  route: Route,
  parts?: Parts<Route>,
  options?: ConditionalOptions,
) => Answer<Route>;

/** Makes the way to the API. @throws InvalidInputError when `baseUrl` or `apiKey` cannot be right. */
export function connect(client: CoreOptions): Call {
  const base = /^(https?:\/\/[^?#@ ]+?)\/*$/.exec(client.baseUrl)?.[1];
  if (!base) throw invalidInput('baseUrl', 'not a URL');
  const tokens = credentials(client.apiKey, client.dangerouslyAllowBrowser);
  return <Route extends keyof Routes>(
    route: Route,
    { path, query, body }: Parts<Route> = {},
    options: ConditionalOptions = {},
  ) =>
    promiseOf(async (cursor) => {
      const [method, template] = route.split(' ') as [string, string];
      const url = `${base}/api/v1${fillPath(template, path)}`;
      const settings = { ...options } as typeof client & typeof options & Record<string, unknown>;
      for (const name in client) settings[name] ??= client[name as keyof typeof client];
      const parts = { query, body, options: settings };
      client.validate?.(route, parts); // may put a query built by functions into words
      const id = randomId();
      return send(
        route,
        url,
        {
          method,
          // made text by ky, a list joined with commas
          searchParams: (cursor ? { ...parts.query, ...cursor } : parts.query) as Record<string, string>,
          json: parts.body,
          headers: {
            'X-Request-Id': id,
            'idempotency-key': method === 'GET' ? undefined : (options.idempotencyKey ?? id), // ky leaves out what is undefined
            'If-Match': (options.ifMatch && `"${options.ifMatch}"`) as string | undefined,
            ...client.headers,
            ...options.headers,
          },
        },
        id,
        tokens,
        settings,
      );
    }) as Answer<Route>;
}
