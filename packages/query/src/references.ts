import { conditionsOf, type QueryNode } from './ast.js';

/**
 * The keys of the custom fields that a query names, each once, in the order of the query.
 *
 * ```ts
 * referencedFields(and(field('age').gt(18), name.has('zoé'))); // ['age']
 * ```
 */
export function referencedFields(ast: QueryNode): string[] {
  const properties = conditionsOf(ast).map((condition) => condition.property);
  const keys = properties
    .filter((property) => property.startsWith('fields.'))
    .map((property) => property.slice(7));
  return [...new Set(keys)];
}
