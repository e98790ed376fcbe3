import { combine, type QueryNode, type QueryOperator } from './ast.js';
import { conditionCheck, type ConditionCheck } from './check.js';
import { errorAt, formError, type QueryError, type QueryRange } from './errors.js';
import type { QuerySchema } from './schema.js';
import { namePrefixes } from './text.js';
import { tokenize, type LiteralToken, type OperatorToken, type Token } from './tokenizer.js';

const MAX_CHARACTERS = 10_000;
/** As much of a text as is not too long: characters are code points. */
const ALLOWED = new RegExp(`^[^]{0,${MAX_CHARACTERS}}`, 'u');
const MAX_DEPTH = 100;
const MAX_CONDITIONS = 250;

/** Stands where a mistake is; nobody sees it, since a query with a mistake has no tree. */
const NOTHING: QueryNode = { type: 'and', children: [] };

const PROPERTY = /^(?:[\p{L}\p{M}\p{N}_]+\.)?[\p{L}\p{M}\p{N}_]+$/u;

/** What {@link parseQuery} answers: a query that can be used, or everything that is wrong with the text. */
export type ParsedQuery =
  { ok: true; ast: QueryNode; errors: [] } | { ok: false; ast: null; errors: QueryError[] };

/**
 * Reads and checks a query. It never throws, whatever the text, and takes time in proportion to its length.
 *
 * All mistakes are found at once and listed in the order of the text; a query with any mistake has no `ast`. Only a
 * text of more than 10,000 characters is refused unread. Brackets may be nested 100 deep, with 250 conditions in all.
 *
 * ```ts
 * const { ok, ast, errors } = parseQuery('age > 18 zoé', { schema: { fields: { age: 'number' } } });
 * if (ok) formatQuery(ast); // 'fields.age > 18 AND name ~ "zoé"'
 * else for (const { message, range } of errors) console.log(message, range.start, range.end);
 * ```
 */
export function parseQuery(text: string, { schema }: { schema: QuerySchema }): ParsedQuery {
  const errors: QueryError[] = [];
  const ast = parse(text, schema, errors);
  if (errors.length === 0) return { ok: true, ast, errors: [] };
  return { ok: false, ast: null, errors: errors.sort((a, b) => a.range.start - b.range.start) };
}

function parse(text: string, schema: QuerySchema, errors: QueryError[]): QueryNode {
  const end = text.length;
  const start = end > MAX_CHARACTERS ? (ALLOWED.exec(text)?.[0].length ?? 0) : end;
  if (start < end) {
    errors.push(
      formError({ start, end }, `A query has at most ${MAX_CHARACTERS} characters.`, 'too_complex'),
    );
    return NOTHING;
  }
  const tokens = tokenize(text, errors);
  if (tokens.length === 0) errors.push(formError({ start: 0, end }, 'Write a condition.'));
  return new Parser(tokens, conditionCheck(schema), errors).parseOr();
}

/** Where the parts of a condition stand. */
interface ConditionRanges {
  property: LiteralToken;
  operator: QueryRange;
  value: QueryRange | undefined;
}

/** Recursive descent over the tokens, which goes on after a mistake to find the others. */
class Parser {
  readonly #tokens: readonly Token[];
  readonly #errors: QueryError[];
  readonly #check: ConditionCheck;
  #position = 0;
  #depth = 0;
  #conditions = 0;

  constructor(tokens: readonly Token[], check: ConditionCheck, errors: QueryError[]) {
    this.#tokens = tokens;
    this.#check = check;
    this.#errors = errors;
  }

  /**
   * Everything up to the end, or to the bracket that closes. AND, written or not, binds tighter than OR; since it makes
   * no difference how ANDs are grouped, both kinds are read as one list.
   */
  parseOr(): QueryNode {
    let conjunction: QueryNode[] = [];
    const alternatives = [conjunction];
    let waiting: Token | undefined; // an AND or OR without a right side so far
    for (let token = this.#peek(); token; token = this.#peek()) {
      if (token.type === ')') {
        if (this.#depth > 0) break;
        this.#report(token, 'This bracket closes nothing.');
        this.#position++;
      } else if (isJunction(token)) {
        if (waiting || conjunction.length === 0) {
          this.#report(token, `${token.text} needs a condition before it.`);
        } else {
          waiting = token;
          if (token.type === 'or') alternatives.push((conjunction = []));
        }
        this.#position++;
      } else {
        conjunction.push(this.#parsePrimary(token));
        waiting = undefined;
      }
    }
    if (waiting) this.#report(waiting, `${waiting.text} needs a condition after it.`);
    return combine(
      'or',
      alternatives.map((parts) => combine('and', parts)),
    );
  }

  #parsePrimary(token: Token): QueryNode {
    this.#position++;
    if (token.type === '(') return this.#parseBrackets(token);
    if (isLiteral(token)) {
      const operator = this.#operator();
      return operator ? this.#parseCondition(token, operator) : this.#implicitCondition(token);
    }
    this.#report(token, `${token.text} needs a property before it.`);
    this.#literal();
    return NOTHING;
  }

  #parseBrackets(open: Token): QueryNode {
    if (this.#depth === MAX_DEPTH) {
      this.#report(open, `A query has at most ${MAX_DEPTH} nested brackets.`, 'too_complex');
      this.#skipBrackets();
      return NOTHING;
    }
    this.#depth++;
    const first = this.#position;
    const node = this.parseOr();
    this.#depth--;
    const close = this.#peek();
    if (!close) {
      this.#report(open, 'This bracket is never closed.');
    } else {
      if (this.#position === first) {
        this.#report({ start: open.start, end: close.end }, 'Write a condition.');
      }
      this.#position++;
    }
    return node;
  }

  #skipBrackets(): void {
    for (let open = 1; open > 0 && this.#position < this.#tokens.length; this.#position++) {
      const { type } = this.#tokens[this.#position] ?? {};
      if (type === '(') open++;
      if (type === ')') open--;
    }
  }

  #parseCondition(property: LiteralToken, operator: OperatorToken): QueryNode {
    const another = this.#operator();
    if (another) this.#report(another, 'One operator is enough.');
    const literal = this.#literal();
    if (!literal && !another) {
      const word = this.#peek();
      const next = this.#tokens[this.#position + 1];
      if (!word || !isJunction(word) || (next && (isLiteral(next) || next.type === '('))) {
        this.#report(operator, `${operator.text} needs a value after it.`);
      } else {
        // it joins nothing, and so was meant as a value
        this.#report(word, `${word.text} needs quotes.`);
        this.#position++;
      }
    }
    if (property.type === 'word' && PROPERTY.test(property.text)) {
      const value = literal?.type === 'faulty' ? undefined : literal;
      const ranges = { property, operator, value };
      return this.#condition(property.text.toLowerCase(), operator.text, value?.text ?? '', ranges);
    }
    if (property.type !== 'faulty') {
      this.#report(property, 'A property has letters, digits and _ only.');
    }
    return NOTHING;
  }

  /** A literal by itself is looked for in e-mail addresses, where it looks like a part of one, else in names. */
  #implicitCondition(literal: LiteralToken): QueryNode {
    if (literal.type === 'faulty') return NOTHING;
    const { text } = literal;
    const at = text.indexOf('@');
    const looksLikeEmail = at >= 0 && text.includes('.', at);
    const operator = looksLikeEmail || namePrefixes(text).length > 0 ? '~' : '=';
    const ranges = { property: literal, operator: literal, value: literal };
    return this.#condition(looksLikeEmail ? 'email' : 'name', operator, text, ranges);
  }

  /** Makes a condition, or reports what is wrong with those of its parts that the text has. */
  #condition(written: string, operator: QueryOperator, value: string, ranges: ConditionRanges): QueryNode {
    const { start } = ranges.property;
    if (++this.#conditions > MAX_CONDITIONS) {
      const { end } = ranges.value ?? ranges.operator;
      if (this.#conditions === MAX_CONDITIONS + 1) {
        this.#report({ start, end }, `A query has at most ${MAX_CONDITIONS} conditions.`, 'too_complex');
      }
      return NOTHING;
    }
    const checked = this.#check(written, operator, value);
    if ('name' in checked) return { type: 'condition', property: checked.name, operator, value };
    const { part, problem } = checked;
    const range =
      part === 'prefix' ? { start, end: start + ranges.property.text.indexOf('.') } : ranges[part];
    if (range) this.#errors.push(errorAt(range, problem));
    return NOTHING;
  }

  #report(range: QueryRange, message: string, kind?: 'too_complex'): void {
    this.#errors.push(formError(range, message, kind));
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#position];
  }

  /** The next token, if it is an operator. */
  #operator(): OperatorToken | undefined {
    const token = this.#peek();
    if (token?.type !== 'operator') return undefined;
    this.#position++;
    return token;
  }

  /** The next token, if it is a literal. */
  #literal(): LiteralToken | undefined {
    const token = this.#peek();
    if (!token || !isLiteral(token)) return undefined;
    this.#position++;
    return token;
  }
}

function isJunction({ type }: Token): boolean {
  return type === 'and' || type === 'or';
}

function isLiteral(token: Token): token is LiteralToken {
  return token.type === 'word' || token.type === 'quoted' || token.type === 'faulty';
}
