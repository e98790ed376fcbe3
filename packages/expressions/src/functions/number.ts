import { Fault } from '../expression-error.js';
import { numberText, tidyNumber } from '../number-text.js';
import type { Run } from '../run.js';
import { isList, toItems, toNumber } from '../value.js';
import type { Value } from '../value.js';
import { eager } from './built-in.js';
import type { BuiltIns } from './built-in.js';

/** Functions on numbers. A text that reads as a plain decimal is taken as that number. */
export const NUMBER: BuiltIns = {
  number: eager(1, 1, (_, value) => toNumber(value)),
  round: eager(1, 2, (_, value, places = 0) => roundHalfAway(toNumber(value), toNumber(places))),
  min: eager(1, Infinity, (run, ...values) => toNumbers(values, run).reduce((a, b) => Math.min(a, b))),
  max: eager(1, Infinity, (run, ...values) => toNumbers(values, run).reduce((a, b) => Math.max(a, b))),
  mean: eager(1, Infinity, (run, ...values) => {
    const numbers = toNumbers(values, run);
    return tidyNumber(numbers.reduce((sum, number) => sum + number) / numbers.length);
  }),
};

/** The numbers given, those in lists among them included. */
function toNumbers(values: readonly Value[], run: Run): number[] {
  const numbers = values.flatMap((value) => (isList(value) ? toItems(value, run) : [value])).map(toNumber);
  if (numbers.length === 0) throw new Fault('There are no numbers in an empty list.');
  return numbers;
}

/** Rounds as one does by hand, 1.005 to 1.01 and -2.5 to -3: the point is moved in the digits, where nothing is lost. */
function roundHalfAway(number: number, places: number): number {
  if (!Number.isInteger(places) || Math.abs(places) > 20) {
    throw new Fault('round takes a whole number of places, from -20 to 20.');
  }
  const shifted = Math.round(Number(`${numberText(Math.abs(number))}e${places}`));
  return tidyNumber(Math.sign(number) * Number(`${numberText(shifted)}e${-places}`));
}
