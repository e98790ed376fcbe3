import type { BuiltIn } from './functions/built-in.js';

/** The operators that stand between two operands, loosest first; those of one row bind alike, from left to right. */
export const OPERATOR_LEVELS = [
  ['=', '!=', '<=', '<', '>=', '>'],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
] as const;

export type Operator = (typeof OPERATOR_LEVELS)[number][number];

/** A parsed expression. Runs of operators and of members are flat lists, so that only brackets make the tree deep. */
export type SyntaxNode =
  | { readonly type: 'literal'; readonly value: string | number | boolean | null }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'member'; readonly object: SyntaxNode; readonly keys: readonly SyntaxNode[] }
  | { readonly type: 'call'; readonly builtIn: BuiltIn; readonly args: readonly SyntaxNode[] }
  | { readonly type: 'negation'; readonly operand: SyntaxNode }
  | { readonly type: 'operation'; readonly first: SyntaxNode; readonly rest: readonly Operation[] }
  | { readonly type: 'lambda'; readonly parameters: readonly string[]; readonly body: SyntaxNode };

/** An operator with what stands to its right. */
export interface Operation {
  readonly operator: Operator;
  readonly operand: SyntaxNode;
}
