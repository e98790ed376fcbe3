import { Fault } from './expression-error.js';

/** A number as a person writes it: plain decimals, a point, no exponent, no grouping. */
export function numberText(number: number): string {
  const text = String(number);
  if (!text.includes('e')) return text;
  const plain = number.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });
  return plain === '-0' ? '0' : plain;
}

/** The number that a value is, or that a text is as plain decimals (`42`, `-3.5`, `+1`, spaces around it). */
export function readNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  // No number that anyone writes is longer, and long texts would take their time.
  if (typeof value !== 'string' || value.length > 100) return undefined;
  const text = value.trim();
  return /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) + 0 : undefined; // -0 is 0
}

/** Takes the binary noise off a result, so that 0.1 + 0.2 is 0.3: 15 significant digits are kept, whole numbers untouched. */
export function tidyNumber(number: number): number {
  if (!Number.isFinite(number)) throw new Fault('The result is no number, or too large.');
  return Number.isSafeInteger(number) ? number + 0 : Number(number.toPrecision(15)); // -0 is 0
}
