import { invalidInput } from './transport/failure.js';
import type { PageBody } from './schemas/page.js';

/** A complete answer. */
export interface Received {
  data: unknown;
  /** Its body has been read: it is `text`. */
  response: Response;
  text: string;
  /** Names the request in the logs of both sides. */
  requestId: string;
}

/** An answer with what came around it. */
export type WithResponse<Data> = Pick<Received, 'response' | 'requestId'> & { data: Data };

/**
 * What every method returns: a promise of the data, that can also give the HTTP answer.
 *
 * @example
 * ```ts
 * const contact = await fluenzr.contacts.get('con_1');
 * const { data, requestId, response } = await fluenzr.contacts.get('con_1').withResponse();
 * ```
 */
export interface APIPromise<Data> extends Promise<Data> {
  /** The data together with the answer's status and headers (its body has been read), and the request's id. */
  withResponse: () => Promise<WithResponse<Data>>;
  /** The answer with its body unread. Refusals and incomplete answers are thrown here too. */
  asResponse: () => Promise<Response>;
}

/** One page of a list: its items, and where the list stands (`nextCursor`, `hasMore`, `total` if asked for). */
export type Page<Item> = PageBody<Item>;

/**
 * What a list method returns: a promise of the first page that can be iterated without awaiting it.
 *
 * @example
 * ```ts
 * for await (const group of fluenzr.groups.list({ type: 'DYNAMIC' })) console.log(group.name);
 * const first = await fluenzr.groups.list({ include: 'total' });
 * const some = await fluenzr.groups.list().toArray({ limit: 500 });
 * ```
 */
export interface PagePromise<Item> extends APIPromise<Page<Item>>, AsyncIterable<Item> {
  /** The pages, each requested when the loop comes to it. */
  pages: () => AsyncGenerator<Page<Item>, void, undefined>;
  /** The first `limit` items. The limit must be said, so that no program collects a million by mistake. */
  toArray: (options: { limit: number }) => Promise<Item[]>;
}

/**
 * Makes the promise of an answer. All have the ways of a list: the types say which of them are one.
 *
 * @param request sends; with a cursor, it asks for that page of a list
 * @internal
 */
export function promiseOf(request: (more?: { cursor: string }) => Promise<Received>): PagePromise<unknown> {
  const received = request() as Promise<Received & { data: Page<unknown> }>;
  const promise = received.then(({ data }) => data);
  const withResponse = () => {
    promise.catch(() => undefined); // whoever asks in this way hears of a failure in this way
    return received;
  };
  const all = Object.assign(promise, {
    withResponse,
    asResponse: async () => {
      const { text, response } = await withResponse();
      return new Response(text || null, response);
    },
    async *pages() {
      let page = await promise;
      yield page;
      for (let cursor; (cursor = page.page.nextCursor); yield page) {
        page = (await request({ cursor })).data as Page<unknown>;
      }
    },
    async *[Symbol.asyncIterator]() {
      for await (const page of all.pages()) yield* page.data;
    },
    toArray: async ({ limit }: { limit: number }) => {
      if (!(limit > 0)) throw invalidInput('limit', 'not above 0');
      const items: unknown[] = [];
      for await (const item of all) {
        if (items.push(item) >= limit) break;
      }
      return items;
    },
  });
  return all;
}
