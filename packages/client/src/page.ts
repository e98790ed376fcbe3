import { type APIPromise, apiPromise, type Received } from './api-promise.js';
import { invalidInput } from './errors.js';
import type { PageBody } from './schemas/page.js';

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

/** Makes a {@link PagePromise}. @param request asks for the page at a cursor. @internal */
export function pagePromise<Item>(
  request: (cursor?: string) => Promise<Received<Page<Item>>>,
): PagePromise<Item> {
  const first = apiPromise(request());
  async function* pages() {
    let page = await first;
    yield page;
    while (page.page.nextCursor) yield (page = (await request(page.page.nextCursor)).data);
  }
  async function* items() {
    for await (const page of pages()) yield* page.data;
  }
  const toArray = async ({ limit }: { limit: number }) => {
    if (!(limit > 0)) throw invalidInput('limit', 'not above 0');
    const array = [];
    for await (const item of items()) {
      if (array.push(item) >= limit) break;
    }
    return array;
  };
  return Object.assign(first, { pages, toArray, [Symbol.asyncIterator]: items });
}
