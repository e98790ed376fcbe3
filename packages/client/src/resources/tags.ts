import type { PagePromise } from '../api-promise.js';
import type { RequestOptions } from '../options.js';
import type { ListQuery } from '../schemas/list-query.js';
import type { Tag } from '../schemas/tag.js';
import type { Call } from '../transport/call.js';

/** The tags in use. */
export class Tags {
  constructor(private readonly call: Call) {}

  /**
   * Lists the tags, and how many contacts carry each.
   *
   * @example
   * ```ts
   * for await (const { name, contacts } of fluenzr.tags.list()) console.log(name, contacts);
   * ```
   */
  list(query?: ListQuery, options?: RequestOptions): PagePromise<Tag> {
    return this.call('GET /tags', { query }, options);
  }
}

export { Tags as tags };
