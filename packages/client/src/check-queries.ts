import type { formatQuery, parseQuery, QueryNode, QuerySchema, validateForGroup } from '@fluenzr/query';
import type { FieldError } from './errors.js';
import { Failure } from './transport/failure.js';
import type { Validate } from './options.js';

/** What checks contact queries: functions of `@fluenzr/query`, and what the workspace has. */
export interface QueryLanguage {
  parseQuery: typeof parseQuery;
  formatQuery: typeof formatQuery;
  validateForGroup: typeof validateForGroup;
  /** The custom fields (and, where known, groups and campaigns) that a query may name. */
  schema: QuerySchema;
}

/**
 * Makes the part of a client that checks contact queries before they are sent, and that takes queries made with the
 * builder of `@fluenzr/query` as well as text.
 *
 * @param language what to check with; a bundle has the query language only where it is given here
 * @param next checks the rest: `validate(…)`
 * @example
 * ```ts
 * import { createClient } from '@fluenzr/client';
 * import { and, field, formatQuery, parseQuery, tag, validateForGroup } from '@fluenzr/query';
 *
 * const fluenzr = createClient({
 *   baseUrl: 'https://crm.example.com',
 *   apiKey: process.env.FLUENZR_API_KEY ?? '',
 *   queryLanguage: { parseQuery, formatQuery, validateForGroup, schema: { fields: { company_size: 'number' } } },
 * });
 * await fluenzr.groups.create({
 *   name: 'Large VIP Accounts',
 *   type: 'SMART',
 *   query: and(tag.eq('vip'), field('company_size').gt(50)),
 * });
 * ```
 */
export const checkQueries =
  (language: QueryLanguage, next?: Validate): Validate =>
  (route, parts) => {
    // a faulty query is what the parse endpoint is for
    const check = route !== 'POST /queries/parse';
    for (const part of ['query', 'body'] as const) {
      const members = parts[part] as { query?: string | QueryNode } | undefined;
      if (members?.query === undefined) continue;
      const query = typeof members.query === 'string' ? members.query : language.formatQuery(members.query);
      parts[part] = { ...members, query };
      if (check) requireSound(language, query, / \/groups(\/|$)/.test(route));
    }
    next?.(route, parts);
  };

function requireSound(language: QueryLanguage, query: string, forGroup: boolean): void {
  const { ast, errors } = language.parseQuery(query, { schema: language.schema });
  const found: FieldError[] = errors.map(({ kind, message, extra, range }) => ({
    code: 'QUERY_INVALID',
    message,
    params: { kind, extra, range },
  }));
  if (ast && forGroup) {
    for (const property of language.validateForGroup(ast).properties) {
      const message = `A smart group's query may not name "${property}".`;
      found.push({ code: 'QUERY_NOT_ALLOWED_AS_GROUP', message, params: { property } });
    }
  }
  if (found.length > 0) {
    throw new Failure('InvalidInputError', 'Invalid input', { fieldErrors: { query: found } });
  }
}
