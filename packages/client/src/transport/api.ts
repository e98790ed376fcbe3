import { type APIPromise, apiPromise, type Received } from '../api-promise.js';
import { InvalidInputError, invalidInput } from '../errors.js';
import type { ConditionalOptions, ConnectionOptions, RequestOptions, Validate } from '../options.js';
import { type Page, pagePromise, type PagePromise } from '../page.js';
import type { AnswerOf, BodyOf, QueryOf, Routes } from '../routes/index.js';
import type { PageBody } from '../schemas/page.js';
import { answerError } from './answer.js';
import { credentials } from './credentials.js';
import { fillPath, type PathParameter } from './path.js';
import { randomId } from './random-id.js';
import { send } from './send.js';

type Key = keyof Routes;

/** What a route needs to be called. */
export interface Parts<Route extends Key> {
  path?: Record<PathParameter<Route>, string>;
  query?: QueryOf<Route> | undefined;
  body?: BodyOf<Route> | undefined;
}

/** Routes that answer a page of items. */
export type ListKey = { [Route in Key]: AnswerOf<Route> extends PageBody<unknown> ? Route : never }[Key];

/** What a list's pages hold. */
export type ItemOf<Route extends ListKey> = AnswerOf<Route> extends PageBody<infer Item> ? Item : never;

/** The API as the resources see it: routes that can be called. */
export interface Api {
  /** Calls a route: checks the parts, sends, and gives the answer. */
  call<Route extends Key>(
    route: Route,
    parts?: Parts<Route>,
    options?: ConditionalOptions,
  ): APIPromise<AnswerOf<Route>>;
  /** Calls a route that answers pages. */
  list<Route extends ListKey>(
    route: Route,
    parts?: Parts<Route>,
    options?: RequestOptions,
  ): PagePromise<ItemOf<Route>>;
}

/** Makes the way to the API. */
export function connect(client: ConnectionOptions, validate?: Validate): Api {
  const base = /^(https?:\/\/[^?#]+?)\/*$/.exec(client.baseUrl)?.[1];
  if (!base) throw invalidInput('baseUrl', 'not an http(s) address');
  const tokens = credentials(client.apiKey, client.dangerouslyAllowBrowser);

  const request = async <Route extends Key>(
    route: Route,
    { path, query = {} as QueryOf<Route>, body }: Parts<Route> = {},
    options: ConditionalOptions = {},
  ): Promise<Received<AnswerOf<Route>>> => {
    const [method = '', template = ''] = route.split(' ');
    let fieldErrors = validate?.(route, 'query', query) ?? validate?.(route, 'body', body);
    if (fieldErrors) throw new InvalidInputError('Not sent', { fieldErrors });
    const id = randomId();
    const { ifMatch, idempotencyKey = id } = options;
    const received = await send(
      route,
      `${base}/api/v1${fillPath(template, path)}`,
      {
        method,
        searchParams: query as Record<string, string>, // made text by ky, a list joined with commas
        json: body,
        headers: {
          'x-request-id': id,
          ...(method !== 'GET' && { 'idempotency-key': idempotencyKey }),
          ...(ifMatch && { 'if-match': typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch }),
          ...client.headers,
          ...options.headers,
        },
      },
      id,
      tokens,
      { ...client, ...options },
    );
    fieldErrors = validate?.(route, 'answer', received.data);
    if (fieldErrors) throw answerError(route, received.response, '', received.requestId, fieldErrors);
    return received as Received<AnswerOf<Route>>;
  };

  return {
    call: (route, parts, options) => apiPromise(request(route, parts, options)),
    list: <Route extends ListKey>(route: Route, parts: Parts<Route> = {}, options?: RequestOptions) =>
      pagePromise((cursor) => {
        const query = cursor ? ({ ...(parts.query as object), cursor } as QueryOf<Route>) : parts.query;
        return request(route, { ...parts, query }, options) as Promise<Received<Page<ItemOf<Route>>>>;
      }),
  };
}
