/**
 * How a condition compares: `=` equal, `!=` different, `~` contains (for names: a word begins with), and the order
 * of numbers and days.
 */
export type QueryOperator = '=' | '!=' | '~' | '>' | '>=' | '<' | '<=';

/** One comparison: `{ type: 'condition', property: 'fields.age', operator: '>', value: '18' }`. */
export interface QueryCondition {
  type: 'condition';
  /** In lower case: an attribute such as `last_name`, or `fields.` and the key of a custom field. */
  property: string;
  operator: QueryOperator;
  /** As it was written, without quotes. `''` asks whether there is a value at all. */
  value: string;
}

/** Two or more parts that must all hold (`and`), or of which one must hold (`or`). */
export interface QueryCombination {
  type: 'and' | 'or';
  children: QueryNode[];
}

/**
 * A query as a tree of plain JSON. It carries no positions, so the same query gives the same tree whether it was
 * parsed or built, and however it was spaced.
 */
export type QueryNode = QueryCondition | QueryCombination;

/** Joins parts into one node: parts of the same type are flattened, a single part stands for itself. */
export function combine(type: QueryCombination['type'], parts: readonly QueryNode[]): QueryNode {
  const children: QueryNode[] = [];
  for (const part of parts) {
    for (const child of part.type === type ? part.children : [part]) children.push(child);
  }
  const [only] = children;
  return only && children.length === 1 ? only : { type, children };
}

/** All conditions of a query, from left to right. */
export function conditionsOf(ast: QueryNode): QueryCondition[] {
  return ast.type === 'condition' ? [ast] : ast.children.flatMap(conditionsOf);
}
