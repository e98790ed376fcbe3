import type { WithBuiltQuery } from '../built-query.js';
import type { APIPromise } from '../api-promise.js';
import type { RequestOptions } from '../options.js';
import type { QueryParse } from '../schemas/query-parse.js';
import type { QueryParsed } from '../schemas/query-parsed.js';
import type { QueryPreview } from '../schemas/query-preview.js';
import type { QueryPreviewed } from '../schemas/query-previewed.js';
import type { Call } from '../transport/call.js';

/** Contact queries, such as `tag = "vip" AND created_on > -30d`. */
export class Queries {
  constructor(private readonly call: Call) {}

  /**
   * Says what a query means, or everything that is wrong with it: a faulty query is an answer, not an error.
   *
   * @example
   * ```ts
   * const { valid, normalized, errors } = await fluenzr.queries.parse({ query: 'tag = "vip"', purpose: 'GROUP' });
   * ```
   */
  parse(input: WithBuiltQuery<QueryParse>, options?: RequestOptions): APIPromise<QueryParsed> {
    return this.call('POST /queries/parse', { body: input }, options);
  }

  /**
   * Counts the contacts that a query, or a choice of groups, stands for, and shows up to five.
   *
   * @throws ValidationError.
   * @example
   * ```ts
   * const { total, sample } = await fluenzr.queries.preview({ query: 'tag = "vip" AND created_on > -30d' });
   * ```
   */
  preview(input: WithBuiltQuery<QueryPreview>, options?: RequestOptions): APIPromise<QueryPreviewed> {
    return this.call('POST /queries/preview', { body: input }, options);
  }
}

export { Queries as queries };
