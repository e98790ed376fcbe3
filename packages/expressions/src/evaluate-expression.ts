import { evaluate } from './evaluate.js';
import { reportError } from './expression-error.js';
import type { ExpressionError } from './expression-error.js';
import { parseExpression } from './parse-expression.js';
import { givenText } from './scan-template.js';
import { Run } from './run.js';
import type { ExpressionContext, ExpressionOptions } from './run.js';
import { isTruthy, toData } from './value.js';
import type { ExpressionValue } from './value.js';

/** The value of an expression, or what is wrong with it. */
export type EvaluationResult =
  | {
      readonly ok: true;
      /** The value as plain data. The answer of a test such as `has_group` is its true or false. */
      readonly value: ExpressionValue;
      /** Whether a condition with this value holds; a list does when it is not empty. */
      readonly truthy: boolean;
    }
  | { readonly ok: false; readonly error: ExpressionError };

/**
 * Evaluates one expression, for conditions and routing. It is written as between the brackets of `@(…)`; an `@` before
 * it is allowed, so that it can be pasted from a text. Never throws.
 *
 * @example
 * ```ts
 * const contact = { groups: [{ id: 'grp_1', name: 'Active Customers', type: 'STATIC' }] };
 * evaluateExpression('has_group(contact.groups, "grp_1")', { contact });  // { ok: true, value: true, truthy: true }
 * evaluateExpression('@contact.groups.0.name', { contact });  // { ok: true, value: 'Active Customers', truthy: true }
 * ```
 */
export function evaluateExpression(
  source: string,
  context: ExpressionContext,
  options?: ExpressionOptions,
): EvaluationResult {
  const run = new Run(context, options);
  const written = givenText(source);
  try {
    const value = evaluate(parseExpression(written.replace(/^@/, '')), run);
    return { ok: true, value: toData(value, run), truthy: isTruthy(value, run) };
  } catch (thrown) {
    return { ok: false, error: reportError(thrown, written, 0) };
  }
}
