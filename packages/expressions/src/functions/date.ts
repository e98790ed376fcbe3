import { intlFormat, isoDay, readDate, wallClockOf } from '../date-text.js';
import { Fault } from '../expression-error.js';
import type { Run } from '../run.js';
import { describe, toText } from '../value.js';
import { eager } from './built-in.js';
import type { BuiltIns } from './built-in.js';

/** Functions on dates, which are ISO texts: `2026-03-01` for a day, `2026-03-01T09:30:00.000Z` for a moment. */
export const DATE: BuiltIns = {
  now: eager(0, 0, (run) => new Date(currentTime(run)).toISOString()),
  today: eager(0, 0, (run) => isoDay(wallClockOf(currentTime(run), run))),
  format_date: eager(1, 2, (run, date, pattern = 'YYYY-MM-DD') => {
    const reading = readDate(toText(date, run), run);
    if (!reading)
      throw new Fault(`${describe(date)} is not a date such as 2026-03-01 or 2026-03-01T09:30:00Z.`);
    return formatWallClock(reading.wallClock, toText(pattern, run), run);
  }),
};

function currentTime(run: Run): number {
  if (Number.isNaN(new Date(run.now).getTime())) throw new Fault('The option "now" is not a date.');
  return run.now;
}

/** The pieces of a pattern: quoted text first, then the longer of two that start alike. */
const PATTERN_PIECE = /'[^']*'|YYYY|YY|M{1,4}|DD?|EEEE?|HH?|tt?|hh?|mm?|ss?|AA|aa/g;

function formatWallClock(wallClock: number, pattern: string, run: Run): string {
  const date = new Date(wallClock);
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  const hours = date.getUTCHours();
  const halfDay = hours < 12 ? 'am' : 'pm';
  const inWords = (options: Intl.DateTimeFormatOptions) => {
    run.spend(200); // the work of making a formatter, in steps
    return intlFormat(run.locale, { ...options, timeZone: 'UTC' }).format(date);
  };
  const words: Readonly<Record<string, () => string>> = {
    YYYY: () => year,
    YY: () => year.slice(-2),
    MMMM: () => inWords({ month: 'long' }),
    MMM: () => inWords({ month: 'short' }),
    EEEE: () => inWords({ weekday: 'long' }),
    EEE: () => inWords({ weekday: 'short' }),
    aa: () => halfDay,
    AA: () => halfDay.toUpperCase(),
  };
  const numbers: Readonly<Record<string, number>> = {
    M: date.getUTCMonth() + 1,
    D: date.getUTCDate(),
    H: hours,
    t: hours,
    h: hours % 12 || 12,
    m: date.getUTCMinutes(),
    s: date.getUTCSeconds(),
  };
  return pattern.replace(PATTERN_PIECE, (piece) =>
    piece.startsWith("'")
      ? piece.slice(1, -1)
      : (words[piece]?.() ?? String(numbers[piece.charAt(0)]).padStart(piece.length, '0')),
  );
}
