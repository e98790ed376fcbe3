import type { QueryOperator } from './ast.js';
import { formError, type QueryError, type QueryRange } from './errors.js';

interface TokenOf<Type extends string, Text extends string = string> extends QueryRange {
  type: Type;
  /** An operator's symbol, a literal's value, else as written. */
  text: Text;
}

/** An operator between a property and a value. */
export type OperatorToken = TokenOf<'operator', QueryOperator>;

/**
 * A literal; a `word` may be a property as well. `faulty` has been reported, and is taken for either, so that one
 * mistake does not cause another.
 */
export type LiteralToken = TokenOf<'word' | 'quoted' | 'faulty'>;

/** A piece of a query. */
export type Token = OperatorToken | LiteralToken | TokenOf<'(' | ')' | 'and' | 'or'>;

// Every alternative ends where no other could go on, so there is nothing to go back over: linear in the length.
// Only two groups: each costs time with every token.
const TOKENS =
  /[()]|!=|[<>]=?|[=~]|"(?:[^"\\]+|\\[^]?)*("?)|[\p{L}\p{M}\p{N}_.+/'@:-]+|([^\s()=~<>"\p{L}\p{M}\p{N}_.+/'@:-]+)/gu;

const ESCAPES = /\\(?:u[\da-f]{4}|["\\])/g;

/**
 * Reads the escapes `\"`, `\\` and `\u00e9`. Any other backslash stands for itself, so that `"C:\temp"` can be typed as it
 * is; not so a path with a backslash at its end or two in a row, or with `\u` before what could be a number.
 */
function unescape(text: string): string {
  return text.replace(ESCAPES, (escape) => JSON.parse(`"${escape}"`) as string);
}

/** Cuts a query into tokens. What can be no token is reported to `errors`. */
export function tokenize(query: string, errors: QueryError[]): Token[] {
  const tokens: Token[] = [];
  // its lastIndex is the place in this text, and 0 again at its end
  for (let match = TOKENS.exec(query); match; match = TOKENS.exec(query)) {
    const { 0: text, 1: closingQuote, 2: strange } = match;
    const start = match.index;
    const end = start + text.length;
    if (strange) {
      tokens.push({ type: 'faulty', text, start, end });
      errors.push(formError({ start, end }, `${text} needs quotes.`));
    } else if (closingQuote) {
      tokens.push({ type: 'quoted', text: unescape(text.slice(1, -1)), start, end });
    } else if (closingQuote === '') {
      tokens.push({ type: 'faulty', text, start, end });
      errors.push(formError({ start, end }, 'This quote is never closed.'));
    } else if ('()'.includes(text)) {
      tokens.push({ type: text as '(' | ')', text, start, end });
    } else if ('=!=~<=>='.includes(text)) {
      tokens.push({ type: 'operator', text: text as QueryOperator, start, end });
    } else {
      tokens.push(wordToken(text, start, end));
    }
  }
  return tokens;
}

function wordToken(text: string, start: number, end: number): Token {
  // longer words are never reserved: it spares most of them a second string
  switch (text.length < 4 && text.toLowerCase()) {
    case 'and':
      return { type: 'and', text, start, end };
    case 'or':
      return { type: 'or', text, start, end };
    case 'is':
      return { type: 'operator', text: '=', start, end };
    case 'has':
      return { type: 'operator', text: '~', start, end };
    default:
      return { type: 'word', text, start, end };
  }
}
