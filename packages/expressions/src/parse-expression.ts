import { Fault, LimitFault } from './expression-error.js';
import { checkArguments } from './functions/built-in.js';
import { findBuiltIn } from './functions/index.js';
import { readNumber } from './number-text.js';
import { MAX_NESTING } from './run.js';
import { OPERATOR_LEVELS } from './syntax-tree.js';
import type { Operation, SyntaxNode } from './syntax-tree.js';
import { quote } from './value.js';

const KEYWORDS = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** What a backslash and this letter stand for in a text; any other character stands for itself. */
const ESCAPES = new Map([
  ['n', '\n'],
  ['t', '\t'],
]);

/**
 * Parses one expression, without the `@`. Time grows with the length alone.
 *
 * @throws Fault where it is not an expression, calls an unknown function, or gives one the wrong number of arguments.
 */
export function parseExpression(source: string): SyntaxNode {
  return new Parser(source).parse();
}

class Parser {
  #position = 0;
  #depth = 0;

  constructor(readonly source: string) {}

  parse(): SyntaxNode {
    const node = this.#operation();
    if (this.#peek() !== '') throw this.#unexpected('an operator or the end');
    return node;
  }

  #operation(level = 0): SyntaxNode {
    const operators = OPERATOR_LEVELS[level];
    if (operators === undefined) return this.#negation();
    const first = this.#operation(level + 1);
    const rest: Operation[] = [];
    for (;;) {
      const operator = operators.find((candidate) => this.#accept(candidate));
      if (operator === undefined) return rest.length === 0 ? first : { type: 'operation', first, rest };
      rest.push({ operator, operand: this.#operation(level + 1) });
    }
  }

  #negation(): SyntaxNode {
    if (!this.#accept('-')) return this.#members();
    return { type: 'negation', operand: this.#nested(() => this.#negation()) };
  }

  #members(): SyntaxNode {
    const object = this.#primary();
    const keys: SyntaxNode[] = [];
    for (;;) {
      if (this.#accept('.')) {
        const name = this.#match(/\w+|-\d+/y);
        if (name === '') throw this.#unexpected('a name or an index after the dot');
        keys.push({ type: 'literal', value: name });
      } else if (this.#accept('[')) {
        keys.push(this.#nested(() => this.#operation()));
        this.#expect(']');
      } else {
        return keys.length === 0 ? object : { type: 'member', object, keys };
      }
    }
  }

  #primary(): SyntaxNode {
    if (this.#accept('"')) return { type: 'literal', value: this.#text() };
    if (this.#peek() === '(') {
      const parameters = this.#parameters();
      if (parameters) return { type: 'lambda', parameters, body: this.#nested(() => this.#operation()) };
      this.#accept('(');
      const inner = this.#nested(() => this.#operation());
      this.#expect(')');
      return inner;
    }
    const digits = this.#match(/\d+(?:\.\d+)?/y);
    if (digits !== '') {
      const value = readNumber(digits);
      if (value === undefined) throw new Fault(`The number ${quote(digits)} is too long.`);
      return { type: 'literal', value };
    }
    const name = this.#name();
    if (name === '') throw this.#unexpected('a value');
    if (this.#accept('(')) return this.#call(name.toLowerCase());
    const keyword = KEYWORDS.get(name.toLowerCase());
    return keyword === undefined ? { type: 'name', name } : { type: 'literal', value: keyword };
  }

  #call(name: string): SyntaxNode {
    const builtIn = findBuiltIn(name);
    if (!builtIn) throw new Fault(`There is no function ${quote(name)}.`);
    const args: SyntaxNode[] = [];
    if (!this.#accept(')')) {
      do args.push(this.#nested(() => this.#operation()));
      while (this.#accept(','));
      this.#expect(')');
    }
    checkArguments(name, builtIn, args.length);
    return { type: 'call', builtIn, args };
  }

  /** The names of a lambda, `(a, b) =>`; or undefined, with nothing read, where it is a bracket of another kind. */
  #parameters(): string[] | undefined {
    const start = this.#position;
    const names: string[] = [];
    this.#accept('(');
    do names.push(this.#name().toLowerCase());
    while (this.#accept(','));
    if (!names.includes('') && this.#accept(')') && this.#accept('=>')) return names;
    this.#position = start;
    return undefined;
  }

  #name(): string {
    return this.#match(/[a-z_]\w*/iy);
  }

  #text(): string {
    let text = '';
    for (;;) {
      const character = this.source[this.#position++];
      if (character === undefined) throw new Fault('A text is not closed: its second " is missing.');
      if (character === '"') return text;
      if (character === '\\') {
        const escaped = this.source[this.#position++] ?? '';
        text += ESCAPES.get(escaped) ?? escaped;
      } else {
        text += character;
      }
    }
  }

  #nested(parse: () => SyntaxNode): SyntaxNode {
    if (++this.#depth > MAX_NESTING) {
      throw new LimitFault(`The expression is nested deeper than ${MAX_NESTING}.`);
    }
    const node = parse();
    this.#depth--;
    return node;
  }

  #peek(): string {
    this.#skip(/\s*/y);
    return this.source[this.#position] ?? '';
  }

  #accept(token: string): boolean {
    this.#peek();
    if (!this.source.startsWith(token, this.#position)) return false;
    this.#position += token.length;
    return true;
  }

  #expect(token: string): void {
    if (!this.#accept(token)) throw this.#unexpected(`"${token}"`);
  }

  #match(pattern: RegExp): string {
    this.#peek();
    return this.#skip(pattern);
  }

  #skip(sticky: RegExp): string {
    sticky.lastIndex = this.#position;
    const found = sticky.exec(this.source)?.[0] ?? '';
    this.#position += found.length;
    return found;
  }

  #unexpected(wanted: string): Fault {
    this.#peek();
    const found = this.source.slice(this.#position);
    return new Fault(`Expected ${wanted}, found ${found === '' ? 'the end' : quote(found)}.`);
  }
}
