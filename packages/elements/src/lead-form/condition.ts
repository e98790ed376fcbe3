/**
 * The small language of `data-show-if`. A parser of its own: that of `@fluenzr/query` alone has 3.4 KB and that of
 * `@fluenzr/expressions` 5.4 KB, more than this whole part may have, and neither knows the names of inputs.
 *
 * ```
 * company-size >= 50 and (plan = "Team" or not newsletter)
 * ```
 *
 * @module
 */

/** What the inputs of a name hold: nothing, one value, or several. */
export type Values = (name: string) => readonly string[];

/** A condition that was understood. */
export interface Condition {
  /** The inputs that it asks for. */
  readonly names: ReadonlySet<string>;
  /** Whether it is met. */
  readonly holds: (values: Values) => boolean;
}

/** A condition that cannot be understood. */
export class ConditionError extends Error {
  /** Where, in characters from the start. */
  readonly position: number;

  /** @internal */
  constructor(message: string, position: number) {
    super(message);
    this.position = position;
  }
}

type Test = Condition['holds'];

interface Token {
  readonly kind: 'text' | 'number' | 'sign' | 'name' | 'end';
  readonly text: string;
  readonly position: number;
}

const pattern =
  /\s*(?:(?<text>"[^"]*"|'[^']*')|(?<number>-?\d+(?:\.\d+)?)(?![\p{L}\p{N}_-])|(?<sign>!=|[<>]=?|[=()])|(?<name>[\p{L}_][\p{L}\p{N}_-]*))/uy;

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  const end = source.trimEnd().length;
  pattern.lastIndex = 0;
  while (pattern.lastIndex < end) {
    const from = pattern.lastIndex;
    const groups: Record<string, string | undefined> = pattern.exec(source)?.groups ?? {};
    const [kind, text] = Object.entries(groups).find(([, text]) => text !== undefined) ?? [];
    if (!kind || text === undefined) {
      const position = source.slice(from).search(/\S/) + from;
      const quote = /["']/.test(source.charAt(position));
      throw new ConditionError(
        quote ? 'This quote is not closed.' : 'This means nothing here. Put texts into quotes.',
        position,
      );
    }
    tokens.push({ kind: kind as Token['kind'], text, position: pattern.lastIndex - text.length });
  }
  return [...tokens, { kind: 'end', text: '', position: end }];
}

/** The number that a value begins with: of the choice `51-200` it is 51. */
const numberOf = (value: string): number => parseFloat(value);

const orders: Record<string, (a: number | string, b: number | string) => boolean> = {
  '=': (a, b) => a === b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/**
 * Reads a condition: `=`, `!=`, `<`, `<=`, `>`, `>=` between the name of an input and a number or a text in quotes; a name
 * alone, for an input that holds something or is checked; `not`, `and`, `or`, parentheses. Where an input has several
 * values, one of them has to meet the comparison; `!=` is met when none is equal. What is empty is neither less nor more
 * than anything.
 *
 * @throws ConditionError with the position of what is wrong
 * @example
 * ```ts
 * const { holds } = parseCondition('company-size >= 50 and plan = "Team"');
 * holds((name) => (name === 'plan' ? ['Team'] : ['51-200'])); // true
 * ```
 */
export function parseCondition(source: string): Condition {
  const tokens = tokensOf(source);
  const names = new Set<string>();
  let next = 0;
  const peek = (): Token => tokens[next] ?? { kind: 'end', text: '', position: source.length };
  const fail = (message: string): never => {
    throw new ConditionError(message, peek().position);
  };
  /** Takes a word or sign if it comes next. */
  const take = (text: string): boolean => {
    const { kind, text: found } = peek();
    const taken = (kind === 'name' || kind === 'sign') && found === text;
    if (taken) next += 1;
    return taken;
  };

  const either = (): Test => {
    const tests = [both()];
    while (take('or')) tests.push(both());
    return (values) => tests.some((test) => test(values));
  };
  const both = (): Test => {
    const tests = [one()];
    while (take('and')) tests.push(one());
    return (values) => tests.every((test) => test(values));
  };
  const one = (): Test => {
    if (take('not')) {
      const test = one();
      return (values) => !test(values);
    }
    if (take('(')) {
      const test = either();
      if (!take(')')) fail('A closing parenthesis is missing.');
      return test;
    }
    return comparison();
  };
  const comparison = (): Test => {
    const { kind, text: name } = peek();
    if (kind !== 'name' || /^(and|or)$/.test(name)) fail('The name of an input must stand here.');
    names.add(name);
    next += 1;
    const sign = ['=', '!=', '<', '<=', '>', '>='].find(take);
    if (!sign) return (values) => values(name).some(Boolean);
    const { kind: type, text } = peek();
    if (type !== 'number' && type !== 'text') fail('A number, or a text in quotes, must stand here.');
    next += 1;
    const wanted = type === 'number' ? Number(text) : text.slice(1, -1);
    const compare = orders[sign === '!=' ? '=' : sign] ?? fail('This sign is unknown.');
    const met: Test = (values) => {
      const held = values(name).filter(Boolean);
      if (wanted === '') return sign.includes('=') && held.length === 0;
      return held.some((value) => compare(typeof wanted === 'number' ? numberOf(value) : value, wanted));
    };
    return sign === '!=' ? (values) => !met(values) : met;
  };

  const holds = either();
  if (peek().kind !== 'end') fail('Nothing more can stand here. Join conditions with and, or.');
  return { names, holds };
}
