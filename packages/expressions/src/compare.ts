import { readDate } from './date-text.js';
import { Fault } from './expression-error.js';
import { readNumber } from './number-text.js';
import type { Run } from './run.js';
import { describe, toNumber, toText } from './value.js';
import type { Value } from './value.js';

/**
 * Whether two values are the same: as numbers where one is a number and the other reads as one, else by the text that
 * they print, in any case. Two texts are never compared as numbers, or long ids would be rounded together.
 */
export function equals(left: Value, right: Value, run: Run): boolean {
  if (typeof left === 'number' || typeof right === 'number') {
    const number = readNumber(left);
    const other = readNumber(right);
    if (number !== undefined && other !== undefined) return number === other;
  }
  return foldText(toText(left, run), run) === foldText(toText(right, run), run);
}

/**
 * Below, at or above zero as `left` stands before, beside or after `right`; undefined where one of them is null or "",
 * which is neither more nor less than anything. Texts that both read as numbers, or both as ISO dates, go by those.
 */
export function order(left: Value, right: Value, run: Run): number | undefined {
  for (const value of [left, right]) {
    if (value === null || value === '') return undefined;
    if (typeof value !== 'string' && typeof value !== 'number') {
      throw new Fault(`${describe(value)} has no order: only numbers, dates and texts have.`);
    }
  }
  if (typeof left === 'number' || typeof right === 'number') return toNumber(left) - toNumber(right);
  const [text, other] = [toText(left, run), toText(right, run)];
  run.spend(text.length + other.length);
  const [number, otherNumber] = [readNumber(text), readNumber(other)];
  if (number !== undefined && otherNumber !== undefined) return number - otherNumber;
  const date = readDate(text, run);
  const otherDate = date && readDate(other, run);
  if (otherDate) {
    return date.instant === undefined || otherDate.instant === undefined
      ? date.wallClock - otherDate.wallClock
      : date.instant - otherDate.instant;
  }
  return orderTexts(text, other, run);
}

/** Alphabetical order in any case, the same on every machine. */
export function orderTexts(text: string, other: string, run: Run): number {
  const [folded, otherFolded] = [foldText(text, run), foldText(other, run)];
  if (folded === otherFolded) return 0;
  const alphabetical =
    isStreamSafe(folded) && isStreamSafe(otherFolded) ? folded.localeCompare(otherFolded, 'en') : 0;
  return alphabetical || (folded < otherFolded ? -1 : 1);
}

/** The text by which texts in any case, composed or not, are the same. */
export function foldText(text: string, run: Run): string {
  run.spend(text.length);
  return (isStreamSafe(text) ? text.normalize('NFC') : text).toLowerCase();
}

/**
 * Whether no more than 30 marks stand on one letter: the bound of Unicode's Stream-Safe Text Format (UAX #15). Beyond
 * it, normalising and collating take time that grows with the square of the length.
 */
function isStreamSafe(text: string): boolean {
  return !/\p{M}{31}/u.test(text);
}
