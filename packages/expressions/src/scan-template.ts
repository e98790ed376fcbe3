import type { TextRange } from './expression-error.js';

/** Text that is printed as it stands. */
export interface TextSegment {
  readonly type: 'text';
  /** What is printed: the source, or `@` for `@@`. */
  readonly text: string;
  readonly range: TextRange;
}

/** `@contact.first_name`. It is text after all where the context has no such name. */
export interface PathSegment {
  readonly type: 'path';
  /** The top-level name, as it is written: `contact`. */
  readonly name: string;
  /** The path without its `@`. */
  readonly source: string;
  readonly range: TextRange;
}

/** `@(count(contact.groups))`. */
export interface ExpressionSegment {
  readonly type: 'expression';
  /** What stands between the brackets. */
  readonly source: string;
  readonly range: TextRange;
}

/** A part of a template. The ranges of all parts, in order, make up the whole text. */
export type TemplateSegment = TextSegment | PathSegment | ExpressionSegment;

/** The text that a caller gave. One without types may give something else, such as a field left out: it is empty text. */
export function givenText(text: unknown): string {
  return typeof text === 'string' ? text : '';
}

/** Divides a template into its parts, without a look into expressions. Time grows with the length alone. */
export function* scanTemplate(template: string): Generator<TemplateSegment, undefined> {
  const path = /([a-z_]\w*)(?:\.(?:\w+|-\d+))*/iy;
  let closings: Int32Array | undefined;
  let textStart = 0;
  const textBefore = function* (end: number): Generator<TextSegment, undefined> {
    if (textStart < end) {
      yield { type: 'text', text: template.slice(textStart, end), range: { start: textStart, end } };
    }
  };
  for (let start = template.indexOf('@'); start !== -1; start = template.indexOf('@', start)) {
    const next = template[start + 1];
    let segment: TemplateSegment | undefined;
    if (next === '@') {
      segment = { type: 'text', text: '@', range: { start, end: start + 2 } };
    } else if (next === '(') {
      closings ??= findClosings(template);
      const closing = closings[start + 2] ?? NEVER;
      if (closing !== NEVER) {
        const source = template.slice(start + 2, closing);
        segment = { type: 'expression', source, range: { start, end: closing + 1 } };
      }
    } else {
      path.lastIndex = start + 1;
      const [source, name] = path.exec(template) ?? [];
      if (source !== undefined && name !== undefined) {
        const range = { start, end: start + 1 + source.length };
        segment = { type: 'path', name, source, range };
      }
    }
    if (segment) {
      yield* textBefore(start);
      yield segment;
      textStart = start = segment.range.end;
    } else {
      start++;
    }
  }
  yield* textBefore(template.length);
}

const NEVER = -1;

/**
 * For each position, where a bracket whose content starts there closes. Quoted text is skipped. It is filled in from
 * the end, so that a text full of `@(` that never close costs one pass and not one for each.
 */
function findClosings(text: string): Int32Array {
  const closings = new Int32Array(text.length + 2).fill(NEVER);
  const quoteEnds = new Int32Array(text.length + 2).fill(NEVER);
  const continueAfter = (position = NEVER) =>
    position === NEVER ? NEVER : (closings[position + 1] ?? NEVER);
  for (let position = text.length - 1; position >= 0; position--) {
    const character = text[position];
    const next = position + 1;
    quoteEnds[position] =
      character === '"' ? position : (quoteEnds[character === '\\' ? next + 1 : next] ?? NEVER);
    closings[position] =
      character === ')'
        ? position
        : character === '('
          ? continueAfter(closings[next])
          : character === '"'
            ? continueAfter(quoteEnds[next])
            : (closings[next] ?? NEVER);
  }
  return closings;
}
