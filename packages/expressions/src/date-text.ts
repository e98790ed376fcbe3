import { Fault } from './expression-error.js';
import type { Run } from './run.js';

/** A moment that a text names. */
interface DateReading {
  /** Milliseconds since 1970; undefined where the text has no offset, and so names a clock's reading only. */
  readonly instant: number | undefined;
  /** What calendar and clock of the run's time zone show, as if it were UTC. */
  readonly wallClock: number;
}

/** Reads `2026-03-01`, `2026-03-01T10:30`, and both with seconds and with `Z` or `+01:00`. Undefined for any other text. */
export function readDate(text: string, run: Run): DateReading | undefined {
  const [, date, time, offset] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/.exec(text.trim()) ?? [];
  // Engines differ on the 30th of February: some take it for a day in March.
  if (date === undefined || isoDay(Date.parse(date)) !== date) return undefined;
  const parsed = Date.parse(`${date}T${time ?? '00:00'}${offset ?? 'Z'}`);
  if (Number.isNaN(parsed)) return undefined;
  return offset === undefined
    ? { instant: undefined, wallClock: parsed }
    : { instant: parsed, wallClock: wallClockOf(parsed, run) };
}

/** What the run's time zone shows at that instant, as if it were UTC. */
export function wallClockOf(instant: number, run: Run): number {
  run.spend(20); // a formatter's work, in steps
  const parts = new Map(
    run.clockFormat.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const milliseconds = ((instant % 1000) + 1000) % 1000;
  return Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
    milliseconds,
  );
}

/** The calendar day of a wall clock, `2026-03-01`; empty where there is none. */
export function isoDay(wallClock: number): string {
  return Number.isNaN(wallClock) ? '' : new Date(wallClock).toISOString().slice(0, 10);
}

/** A formatter for the zone and language that the caller of the package chose. */
export function intlFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, options);
  } catch {
    throw new Fault(`The time zone ${options.timeZone ?? ''} or the language ${locale} is not known here.`);
  }
}
