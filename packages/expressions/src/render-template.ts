import { evaluate } from './evaluate.js';
import { LimitFault, reportError } from './expression-error.js';
import type { ExpressionError } from './expression-error.js';
import { parseExpression } from './parse-expression.js';
import { MAX_TEXT_LENGTH, Run } from './run.js';
import type { ExpressionContext, ExpressionOptions } from './run.js';
import { givenText, scanTemplate } from './scan-template.js';
import type { TemplateSegment } from './scan-template.js';
import { findMember, toText } from './value.js';

const TOO_LONG = `The whole text is longer than ${MAX_TEXT_LENGTH} characters: this part did not fit.`;

/** A template with its expressions filled in. */
export interface RenderedTemplate {
  /** The text, at most 100,000 UTF-16 code units. It is plain text: escape it before it goes into HTML. */
  readonly text: string;
  /** The expressions that printed nothing, because they are wrong. Empty when all went well. */
  readonly errors: readonly ExpressionError[];
}

/**
 * Fills in the expressions of a text: `@contact.first_name`, `@(count(contact.groups))`, `@@` for an `@`. A path whose
 * first name the context does not have (`zoe@acme.test`) and an `@(` that is never closed are left as they stand. A
 * faulty expression prints nothing and is reported; the rest of the text is kept. Never throws.
 *
 * @example
 * ```ts
 * const contact = { first_name: 'Zoé', groups: [{ id: 'grp_1', name: 'Active Customers', type: 'STATIC' }] };
 * const { text, errors } = renderTemplate('Hi @contact.first_name, you are in: @contact.groups.', { contact });
 * // text: 'Hi Zoé, you are in: Active Customers.', errors: []
 * ```
 */
export function renderTemplate(
  text: string,
  context: ExpressionContext,
  options?: ExpressionOptions,
): RenderedTemplate {
  const run = new Run(context, options);
  const template = givenText(text);
  const errors: ExpressionError[] = [];
  let rendered = '';
  for (const segment of scanTemplate(template)) {
    const { start, end } = segment.range;
    const source = template.slice(start, end);
    try {
      const printed = printSegment(segment, source, run);
      const room = MAX_TEXT_LENGTH - rendered.length;
      if (printed.length > room) {
        // Half of a surrogate pair would be no character at all.
        if (segment.type === 'text') rendered += printed.slice(0, room).replace(/[\uD800-\uDBFF]$/, '');
        throw new LimitFault(TOO_LONG);
      }
      rendered += printed;
    } catch (thrown) {
      errors.push(reportError(thrown, source, start));
      // Nothing is wrong with plain text but its length: it was cut, and nothing may follow.
      if (segment.type === 'text') break;
    }
  }
  return { text: rendered, errors };
}

function printSegment(segment: TemplateSegment, source: string, run: Run): string {
  if (segment.type === 'text') return segment.text;
  if (segment.type === 'path' && findMember(run.context, segment.name, run) === undefined) return source;
  return toText(evaluate(parseExpression(segment.source), run), run);
}
