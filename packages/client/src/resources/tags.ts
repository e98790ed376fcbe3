import type { RequestOptions } from '../options.js';
import type { PagePromise } from '../page.js';
import type { ListQuery } from '../schemas/list-query.js';
import type { Tag } from '../schemas/tag.js';
import type { Api } from '../transport/api.js';

/** The tags in use. */
export class Tags {
  constructor(private readonly api: Api) {}

  /** Lists the tags, and how many contacts carry each. */
  list(query?: ListQuery, options?: RequestOptions): PagePromise<Tag> {
    return this.api.list('GET /tags', { query }, options);
  }
}

export { Tags as tags };
