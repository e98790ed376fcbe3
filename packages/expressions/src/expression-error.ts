/** A stretch of text, in UTF-16 code units: `text.slice(start, end)`. */
export interface TextRange {
  /** The first code unit of the stretch. */
  readonly start: number;
  /** The code unit after its last one. */
  readonly end: number;
}

/**
 * One expression that could not be read or evaluated. It printed nothing; the rest of the text was kept.
 *
 * @example
 * ```ts
 * const { errors } = renderTemplate('Total: @(1 / 0)', {});
 * // [{ expression: '@(1 / 0)', message: 'Division by zero.', range: { start: 7, end: 15 } }]
 * ```
 */
export interface ExpressionError {
  /** The faulty expression as it was written, in a template with its `@`. */
  readonly expression: string;
  /** What is wrong, in an English sentence for the author of the text. */
  readonly message: string;
  /** Where `expression` stands in the text that was given. */
  readonly range: TextRange;
}

/** Thrown inside the package where an expression is wrong; the public functions turn it into an {@link ExpressionError}. */
export class Fault extends Error {}

/** A limit was reached. Unlike other faults, `default` and `is_error` do not catch it: the work must end. */
export class LimitFault extends Fault {}

/** Reports whatever was thrown while `expression` was worked on. */
export function reportError(thrown: unknown, expression: string, start: number): ExpressionError {
  return {
    expression,
    // Anything but a fault comes from the host's own objects: a getter that throws, a revoked proxy.
    message: thrown instanceof Fault ? thrown.message : 'A value of the context could not be read.',
    range: { start, end: start + expression.length },
  };
}
