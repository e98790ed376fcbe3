import { reportError } from './expression-error.js';
import type { ExpressionError } from './expression-error.js';
import { parseExpression } from './parse-expression.js';
import { givenText, scanTemplate } from './scan-template.js';
import type { TemplateSegment } from './scan-template.js';

/** A template, taken apart for an editor. */
export interface ParsedTemplate {
  /** All of the text, in order. */
  readonly segments: readonly TemplateSegment[];
  /** The expressions that can never be evaluated: bad syntax, an unknown function, the wrong number of arguments. */
  readonly errors: readonly ExpressionError[];
}

/**
 * Takes a template apart, so that an editor can colour its expressions and underline those that cannot work. It knows
 * no context: `@acme.test` is a path here, and text once rendered where there is no `acme`. Never throws.
 *
 * @example
 * ```ts
 * parseTemplate('Hi @contact.first_name!').segments;
 * // [
 * //   { type: 'text', text: 'Hi ', range: { start: 0, end: 3 } },
 * //   { type: 'path', name: 'contact', source: 'contact.first_name', range: { start: 3, end: 22 } },
 * //   { type: 'text', text: '!', range: { start: 22, end: 23 } },
 * // ]
 * ```
 */
export function parseTemplate(text: string): ParsedTemplate {
  const template = givenText(text);
  const segments = [...scanTemplate(template)];
  const errors: ExpressionError[] = [];
  for (const segment of segments) {
    if (segment.type === 'text') continue;
    try {
      parseExpression(segment.source);
    } catch (thrown) {
      errors.push(
        reportError(thrown, template.slice(segment.range.start, segment.range.end), segment.range.start),
      );
    }
  }
  return { segments, errors };
}
