import type { QueryNode } from './ast.js';

/**
 * Writes a query in its normal form, which parses to the same query again.
 *
 * Properties are in lower case, custom fields have `fields.`, values are in JSON's quotes unless they are plain digits,
 * AND and OR are in upper case, and there are no brackets but those that are needed.
 *
 * ```ts
 * const { ast } = parseQuery('AGE > 18 (zoé)', { schema: { fields: { age: 'number' } } });
 * if (ast) formatQuery(ast); // 'fields.age > 18 AND name ~ "zoé"'
 * ```
 */
export function formatQuery(ast: QueryNode): string {
  if (ast.type === 'condition') {
    const value = /^\d+(\.\d+)?$/.test(ast.value) ? ast.value : quote(ast.value);
    return `${ast.property} ${ast.operator} ${value}`;
  }
  return ast.children
    .map((child) =>
      ast.type === 'and' && child.type === 'or' ? `(${formatQuery(child)})` : formatQuery(child),
    )
    .join(` ${ast.type.toUpperCase()} `);
}

/**
 * Puts a text in JSON's quotes, with those of its escapes that a query has: not `\\n` and `\\t`, since a Windows path
 * may be typed with one backslash. What no text field shows, or no text may have by itself, is written by its number.
 */
function quote(text: string): string {
  const escaped = text
    .replace(/["\\]/g, '\\$&')
    .replace(/[\p{Cc}\p{Cs}]/gu, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `"${escaped}"`;
}
