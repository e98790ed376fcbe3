import { equals, foldText, orderTexts } from '../compare.js';
import { Fault } from '../expression-error.js';
import { readNumber } from '../number-text.js';
import type { Run } from '../run.js';
import {
  describe,
  FunctionValue,
  isDictionary,
  isTruthy,
  joinTexts,
  keysOf,
  toItems,
  toNumber,
  toText,
} from '../value.js';
import type { Value } from '../value.js';
import { eager } from './built-in.js';
import type { BuiltIns } from './built-in.js';

/** Functions on lists. They make new lists; null counts as an empty one. */
export const LIST: BuiltIns = {
  array: eager(0, Infinity, (_, ...items) => items),
  count: eager(1, 1, (run, value) =>
    isDictionary(value) ? keysOf(value, run).length : toItems(value, run).length,
  ),
  join: eager(2, 2, (run, list, separator) => {
    const texts = toItems(list, run).map((item) => toText(item, run));
    return joinTexts(texts, toText(separator, run), run);
  }),
  sort: eager(1, 1, (run, list) => {
    const items = toItems(list, run);
    const numbers = items.map(readNumber);
    // Numbers only where all are: a mixed list has one order still, that of the texts.
    return numbers.includes(undefined)
      ? items.sort((item, other) => orderTexts(toText(item, run), toText(other, run), run))
      : items.sort((item, other) => toNumber(item) - toNumber(other));
  }),
  reverse: eager(1, 1, (run, list) => toItems(list, run).reverse()),
  unique: eager(1, 1, (run, list) => {
    const byText = new Map<string, Value>();
    for (const item of toItems(list, run)) {
      const text = foldText(toText(item, run), run);
      if (!byText.has(text)) byText.set(text, item);
    }
    return [...byText.values()];
  }),
  concat: eager(1, Infinity, (run, ...lists) => lists.flatMap((list) => toItems(list, run))),
  slice: eager(2, 3, (run, list, start, end?: Value) =>
    toItems(list, run).slice(toNumber(start), end === undefined ? undefined : toNumber(end)),
  ),
  filter: eager(2, Infinity, (run, list, test, ...extra) =>
    toItems(list, run).filter((item) => isTruthy(toFunction(test).call([item, ...extra]), run)),
  ),
  foreach: eager(2, Infinity, (run, list, change, ...extra) =>
    toItems(list, run).map((item) => toFunction(change).call([item, ...extra])),
  ),
  contains: eager(2, 2, (run, container, value) =>
    typeof container === 'string' ? containsText(container, value, run) : containsItem(container, value, run),
  ),
};

function containsText(text: string, part: Value, run: Run): boolean {
  const [whole, searched] = [foldText(text, run), foldText(toText(part, run), run)];
  run.spendSearch(whole, searched);
  return whole.includes(searched);
}

function containsItem(list: Value, value: Value, run: Run): boolean {
  return toItems(list, run).some((item) => equals(item, value, run));
}

function toFunction(value: Value): FunctionValue {
  if (value instanceof FunctionValue) return value;
  throw new Fault(`${describe(value)} is not a function: write one such as (g) => g.name.`);
}
