import type { DateOrder } from './schema.js';

/** The length of a day on the calendar, in milliseconds. There a day is its midnight in UTC, whatever the zone. */
const DAY = 86_400_000;

/** A date as it is written: a day, an instant, or a number of days from now. */
export interface DateLiteral {
  day?: number;
  instant?: number;
  days?: number;
}

/** A calendar day, which in a time zone begins with the instant `start` and ends before the instant `end`. */
export interface CalendarDay {
  day: number;
  start: number;
  end: number;
}

// 99,999 days reach back to before 1800: enough, and still within the years that a calendar can show
const RELATIVE = /^(?:TODAY|([+-]\d{1,5})([DW]))$/;
const TIMESTAMP = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/;
const YEAR_FIRST = /^(\d{4})([-/.])(\d\d?)\2(\d\d?)$/;
const YEAR_LAST = /^(\d\d?)([-/.])(\d\d?)\2(\d{4})$/;

/** Reads a date: ISO 8601, the workspace's order, `today`, `-30d`, `+2w`. Anything else is undefined. */
export function parseDate(text: string, order: DateOrder = 'YMD'): DateLiteral | undefined {
  const trimmed = text.trim().toUpperCase();
  const relative = RELATIVE.exec(trimmed);
  if (relative) {
    const [, count = '0', unit] = relative;
    return { days: Number(count) * (unit === 'W' ? 7 : 1) };
  }
  const [, date, zone] = TIMESTAMP.exec(trimmed) ?? [];
  const day = parseDay(date ?? trimmed, order);
  if (day === undefined) return undefined;
  if (!date) return { day };
  // without a zone the time of day changes nothing, but must still be one
  const instant = Date.parse(zone ? trimmed : `${trimmed}Z`);
  if (Number.isNaN(instant)) return undefined;
  return zone ? { instant } : { day };
}

function parseDay(text: string, order: DateOrder): number | undefined {
  let [, year, , month, date] = YEAR_FIRST.exec(text) ?? [];
  if (order !== 'YMD') {
    const [, first, , second, last] = YEAR_LAST.exec(text) ?? [];
    if (last) [year, month, date] = order === 'DMY' ? [last, second, first] : [last, first, second];
  }
  if (!year || !month || !date) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const day = Date.parse(iso);
  // Date.parse takes 31 February for 2 March, and in Firefox the month 00 for the December before
  return (new Date(day).toJSON() as string | null)?.startsWith(iso) ? day : undefined;
}

/**
 * The calendar day that a date means in an IANA time zone, when it is `now` (a timestamp in milliseconds).
 * @throws RangeError where the time zone does not exist
 */
export function calendarDay(date: DateLiteral, now: number, timeZone: string): CalendarDay {
  const { instant = now, days = 0, day = dayOf(instant, timeZone) + days * DAY } = date;
  return { day, start: startOfDay(day, timeZone), end: startOfDay(day + DAY, timeZone) };
}

/** Says whether a date is another day tomorrow. */
export function isRelative(date: DateLiteral): boolean {
  return 'days' in date;
}

/** The day that an instant falls on. */
function dayOf(instant: number, timeZone: string): number {
  return Math.floor((instant + offsetAt(instant, timeZone)) / DAY) * DAY;
}

/** The first instant of a day, which is not always midnight: some zones put their clocks forward just then. */
function startOfDay(day: number, timeZone: string): number {
  // midnight by the clock of the day before and by that of the day after; they differ when the clock was changed
  const before = day - offsetAt(day - DAY, timeZone);
  const after = day - offsetAt(day + DAY, timeZone);
  const earlier = Math.min(before, after);
  return earlier + offsetAt(earlier, timeZone) >= day ? earlier : Math.max(before, after);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far a zone's clock is ahead of UTC at an instant, in milliseconds; to the minute, as all clocks are by now. */
function offsetAt(instant: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  // "3/31/2026, GMT+02:00"; for UTC itself perhaps "GMT" alone
  const [offset = 'Z'] = /[+-]\d\d:\d\d/.exec(format.format(instant)) ?? [];
  return -Date.parse(`1970-01-01T00:00${offset}`);
}
