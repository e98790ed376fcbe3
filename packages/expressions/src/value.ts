import { Fault, LimitFault } from './expression-error.js';
import { numberText, readNumber } from './number-text.js';
import { MAX_NESTING } from './run.js';
import type { Run } from './run.js';

/** What an expression can result in: plain data, a copy of its own. */
export type ExpressionValue =
  string | number | boolean | null | readonly ExpressionValue[] | { readonly [key: string]: ExpressionValue };

/** A list of the context or one made by a function; its items are read through {@link asValue}. */
type List = readonly unknown[];

/** A plain object of the context or one made by a function; its members are read through {@link asValue}. */
type Dictionary = Readonly<Record<string, unknown>>;

/** The answer of `has_group` and its like: true or false, with what was found in `.match`. */
export class TestResult {
  constructor(
    readonly holds: boolean,
    readonly match: Value = null,
  ) {}
}

/** A lambda, or a function named without being called. */
export class FunctionValue {
  constructor(readonly call: (args: readonly Value[]) => Value) {}
}

/** What the evaluator works with. */
export type Value = string | number | boolean | null | List | Dictionary | TestResult | FunctionValue;

/** Takes in a value of the context: what expressions do not know becomes null. */
export function asValue(raw: unknown): Value {
  switch (typeof raw) {
    case 'string':
    case 'boolean':
      return raw;
    case 'number':
      return Number.isFinite(raw) ? raw + 0 : null; // -0 is 0
    default:
      return isList(raw) || isDictionary(raw) || raw instanceof TestResult || raw instanceof FunctionValue
        ? raw
        : null;
  }
}

/** Whether it is a list. */
export function isList(value: unknown): value is List {
  return Array.isArray(value);
}

/** Whether it is a plain object, of whatever realm. */
export function isDictionary(value: unknown): value is Dictionary {
  if (typeof value !== 'object' || value === null || isList(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Whether a condition holds. False are: false, null, 0, "", "false" in any case, an empty list and an empty object. */
export function isTruthy(value: Value, run: Run): boolean {
  if (value instanceof TestResult) return value.holds;
  // Cut first: a long text need not be put in lower case to see that it is not this one.
  if (typeof value === 'string') return value !== '' && value.slice(0, 6).toLowerCase() !== 'false';
  return !isEmpty(value, run) && value !== 0 && value !== false;
}

/** Whether there is nothing: null, "", an empty list or an empty object. */
export function isEmpty(value: Value, run: Run): boolean {
  return (
    value === null ||
    value === '' ||
    (isList(value) && value.length === 0) ||
    (isDictionary(value) && keysOf(value, run).length === 0)
  );
}

/** The text that a value prints. */
export function toText(value: Value, run: Run, depth = 0): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof TestResult) return String(value.holds);
  if (value instanceof FunctionValue) {
    throw new Fault('A function is not a text: call it with brackets.');
  }
  checkDepth(depth);
  run.spend(1);
  if (isList(value)) {
    return joinTexts(
      toItems(value, run).map((item) => toText(item, run, depth + 1)),
      ', ',
      run,
    );
  }
  return toText(findMember(value, 'name', run) ?? null, run, depth + 1);
}

/** Joins texts, after a look at how long the result would be. */
export function joinTexts(texts: readonly string[], separator: string, run: Run): string {
  const separators = separator.length * Math.max(0, texts.length - 1);
  run.spendText(texts.reduce((length, text) => length + text.length, separators));
  return texts.join(separator);
}

/** The number that a value is or, as a text, reads as. */
export function toNumber(value: Value): number {
  const number = readNumber(value);
  if (number === undefined) throw new Fault(`${describe(value)} is not a number.`);
  return number;
}

/** The items of a list; null has none. */
export function toItems(value: Value, run: Run): Value[] {
  if (value === null) return [];
  if (!isList(value)) throw new Fault(`${describe(value)} is not a list.`);
  run.spend(value.length);
  return Array.from({ length: value.length }, (_, index) => readItem(value, index) ?? null);
}

/** The plain data of a value: what the caller of the package, or JSON, gets to see. */
export function toData(value: Value, run: Run, depth = 0): ExpressionValue {
  if (typeof value === 'string') run.spendText(value.length);
  else run.spend(1);
  if (value instanceof TestResult) return value.holds;
  if (value instanceof FunctionValue) throw new Fault('A function is not a value to give back.');
  if (typeof value !== 'object' || value === null) return value;
  checkDepth(depth);
  if (isList(value)) return toItems(value, run).map((item) => toData(item, run, depth + 1));
  // fromEntries defines members rather than assigning them: a "__proto__" among them stays a mere member.
  return Object.fromEntries(
    keysOf(value, run).map((key) => [key, toData(asValue(value[key]), run, depth + 1)]),
  );
}

/** The own keys of an object. */
export function keysOf(dictionary: Dictionary, run: Run): string[] {
  const keys = Object.keys(dictionary);
  run.spend(keys.length);
  return keys;
}

/** The own member of that name: as written, else the first that differs in case only. Undefined where there is none. */
export function findMember(dictionary: Dictionary, name: string, run: Run): Value | undefined {
  const lowerName = name.toLowerCase();
  const key = Object.hasOwn(dictionary, name)
    ? name
    : keysOf(dictionary, run).find((candidate) => candidate.toLowerCase() === lowerName);
  return key === undefined ? undefined : asValue(dictionary[key]);
}

/** The own item at that index: what a list lacks is not looked for in its prototype. */
function readItem(list: List, index: number): Value | undefined {
  return Object.hasOwn(list, index) ? asValue(list[index]) : undefined;
}

/** `value.key` or `value[key]`: a member of an object, an item of a list (from the end if negative), `.match` of a test. */
export function readMember(value: Value, key: Value, run: Run): Value {
  const name = toText(key, run);
  if (isList(value)) {
    const index = readNumber(key) ?? NaN;
    const item = readItem(value, index < 0 ? value.length + index : index);
    if (item !== undefined) return item;
    throw new Fault(`There is no item ${quote(name)} in a list of ${value.length}.`);
  }
  if (value instanceof TestResult && name.toLowerCase() === 'match') return value.match;
  const member = isDictionary(value) ? findMember(value, name, run) : undefined;
  if (member !== undefined) return member;
  throw new Fault(`There is no ${quote(name)} in ${describe(value)}.`);
}

/** Names a value in a message. */
export function describe(value: Value): string {
  if (isList(value)) return 'a list';
  if (typeof value === 'string') return quote(value);
  if (value instanceof FunctionValue) return 'a function';
  if (value instanceof TestResult) return String(value.holds);
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** Quotes a piece of the author's text in a message, cut to a length that one can read. */
export function quote(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}

/** Ends the walk through data that is nested too deep, or that contains itself. */
function checkDepth(depth: number): void {
  if (depth > MAX_NESTING) throw new LimitFault(`Lists and objects are nested deeper than ${MAX_NESTING}.`);
}
