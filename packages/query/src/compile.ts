import type { QueryNode, QueryOperator } from './ast.js';
import { conditionCheck, parseNumber } from './check.js';
import type { QueryContact } from './contact.js';
import { calendarDay, parseDate } from './dates.js';
import { formatQuery } from './format.js';
import type { Property } from './properties.js';
import type { QuerySchema } from './schema.js';
import { fold, foldsTo, namePrefixes, wordPrefixTest } from './text.js';

/** What a query needs to know to be matched. */
export interface MatchOptions {
  readonly schema: QuerySchema;
  /**
   * The moment that `today` and other relative dates start from, as a Date or in milliseconds.
   * @defaultValue the present
   */
  readonly now?: Date | number;
  /**
   * The IANA time zone in which days begin and end.
   * @defaultValue the schema's time zone, else 'UTC'
   */
  readonly timeZone?: string;
}

/** A test whether a contact matches a query. */
export type ContactPredicate = (contact: QueryContact) => boolean;

/**
 * Makes a query into a test for many contacts. Relative dates are fixed at this moment: compile again the next day.
 *
 * ```ts
 * const isAdult = compileQuery(field('age').gte(18), { schema: { fields: { age: 'number' } } });
 * const contacts = [{ email: 'ada@example.com', fields: { age: 36 } }];
 * contacts.filter(isAdult);
 * ```
 * @throws TypeError where the query does not fit the schema, for example if it names a field that no longer exists
 * @throws RangeError where the time zone does not exist
 */
export function compileQuery(ast: QueryNode, options: MatchOptions): ContactPredicate {
  const check = conditionCheck(options.schema);

  function compile(node: QueryNode): ContactPredicate {
    if (node.type === 'condition') {
      const checked = check(node.property, node.operator, node.value);
      if ('problem' in checked) throw new TypeError(`${formatQuery(node)}: ${checked.problem.message}`);
      const { operator, value } = node;
      return operator === '~' || checked.type === 'text'
        ? textPredicate(checked, operator, value)
        : orderPredicate(checked, operator, value, options);
    }
    const parts = node.children.map(compile);
    const decisive = node.type === 'or';
    return (contact) => {
      for (const part of parts) if (part(contact) === decisive) return decisive;
      return !decisive;
    };
  }

  return compile(ast);
}

/**
 * Says whether one contact matches a query. For many contacts {@link compileQuery} does the common work once.
 *
 * ```ts
 * matchesQuery(tag.eq('vip'), { tags: ['VIP'] }, { schema: { fields: {} } }); // true
 * ```
 * @throws TypeError, RangeError as compileQuery does
 */
export function matchesQuery(ast: QueryNode, contact: QueryContact, options: MatchOptions): boolean {
  return compileQuery(ast, options)(contact);
}

/** A value as text; '' where it is none. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

function textPredicate(property: Property, operator: QueryOperator, value: string): ContactPredicate {
  const test = textTest(property, operator, value);
  // "=" and "~" hold if they hold for any of several values, "!=" if "=" does not; with "" it is the other way round
  const negated = (operator === '!=') === (value.trim() !== '');
  const { read } = property;
  return (contact) => {
    const found = read(contact);
    const any = Array.isArray(found) ? found.some((item) => test(textOf(item))) : test(textOf(found));
    return any !== negated;
  };
}

function textTest(property: Property, operator: QueryOperator, value: string): (text: string) => boolean {
  const wanted = fold(value);
  if (!wanted) return (text) => text.trim() !== '';
  if (operator !== '~') return (text) => foldsTo(text, wanted);
  if (property.contains === 'name') return wordPrefixTest(namePrefixes(value));
  return (text) => fold(text).includes(wanted);
}

/** A timestamp as JSON has it, so strict that it is surely valid: the last days of a month are left to Date.parse. */
const JSON_TIMESTAMP =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

type OrderOperator = Exclude<QueryOperator, '~'>;

/** Where a value stands beside the one in the query: below 0 before it, 0 equal, above 0 after it, NaN for no value. */
type Position = (value: unknown) => number;

function orderPredicate(
  property: Property,
  operator: OrderOperator,
  value: string,
  options: MatchOptions,
): ContactPredicate {
  const position = property.type === 'number' ? numberPosition(value) : dayPosition(value, options);
  const { read } = property;
  if (!value.trim()) return (contact) => Number.isNaN(position(read(contact))) === (operator === '=');
  const differs = operator === '!=';
  const before = differs || operator.startsWith('<');
  const same = !differs && operator.endsWith('=');
  const after = differs || operator.startsWith('>');
  return (contact) => {
    const at = position(read(contact));
    return at < 0 ? before : at > 0 ? after : at === 0 ? same : differs;
  };
}

function numberPosition(text: string): Position {
  const wanted = parseNumber(text) || 0;
  return (value) => {
    const number = typeof value === 'string' ? parseNumber(value) : value;
    return typeof number === 'number' ? number - wanted : NaN;
  };
}

function dayPosition(text: string, { schema, now, timeZone }: MatchOptions): Position {
  const date = parseDate(text, schema.dateOrder) ?? { day: 0 };
  const { day, start, end } = calendarDay(
    date,
    Number(now ?? Date.now()),
    timeZone ?? schema.timeZone ?? 'UTC',
  );
  const startText = sortableText(start);
  const endText = sortableText(end);
  return (value) => {
    if (typeof value !== 'string') return NaN;
    // timestamps of one form are in the order of their text, which is found much sooner than their time
    if (JSON_TIMESTAMP.test(value)) return value < startText ? -1 : value < endText ? 0 : 1;
    const { day: otherDay, instant = NaN } = parseDate(value) ?? {};
    if (otherDay !== undefined) return otherDay - day;
    return instant < start ? -1 : instant < end ? 0 : instant >= end ? 1 : NaN;
  };
}

/** `2026-03-31T00:00:00.000Z`, with the year +10000 after 9999. */
function sortableText(instant: number): string {
  return new Date(instant).toISOString().replace('+', ':');
}
