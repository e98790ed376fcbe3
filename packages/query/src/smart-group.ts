import { conditionsOf, type QueryNode } from './ast.js';
import { isRelative, parseDate } from './dates.js';
import { findProperty } from './properties.js';
import type { QuerySchema } from './schema.js';

/** An attribute that the query of a smart group may not use. */
export type PropertyNotForGroups = 'id' | 'status' | 'group' | 'campaign';

const notForGroups: readonly PropertyNotForGroups[] = ['id', 'status', 'group', 'campaign'];

/**
 * Says whether a query may define a smart group: it may not use `id`, `status`, `group` or `campaign`, wherever they
 * stand. Those that it uses are listed.
 *
 * ```ts
 * validateForGroup(and(tag.eq('vip'), group.eq('Active Customers'))); // { ok: false, properties: ['group'] }
 * ```
 */
export function validateForGroup(ast: QueryNode): { ok: boolean; properties: PropertyNotForGroups[] } {
  const used = new Set(conditionsOf(ast).map((condition) => condition.property));
  const properties = notForGroups.filter((property) => used.has(property));
  return { ok: properties.length === 0, properties };
}

/**
 * Says whether a query means other days tomorrow, as `today` and `-30d` do. A smart group with such a query is
 * evaluated again every day.
 *
 * ```ts
 * usesRelativeDates(createdOn.gt('-30d'), { schema: { fields: {} } }); // true
 * ```
 */
export function usesRelativeDates(ast: QueryNode, { schema }: { schema: QuerySchema }): boolean {
  return conditionsOf(ast).some((condition) => {
    const property = findProperty(condition.property, schema);
    const date = parseDate(condition.value, schema.dateOrder);
    return 'type' in property && property.type === 'datetime' && date !== undefined && isRelative(date);
  });
}
