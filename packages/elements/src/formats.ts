import { isolate } from './fill.js';

/** Numbers, dates and durations, as people of a language write them. */
export class Formats {
  /** The language that they are written in: the one asked for, or English where it is none that exists. */
  readonly language: string;
  readonly #number: Intl.NumberFormat;
  readonly #percent: Intl.NumberFormat;

  /** @param language BCP 47 tag; an empty or malformed one is taken for English. */
  constructor(language: string) {
    this.language = canonical(language);
    this.#number = new Intl.NumberFormat(this.language);
    this.#percent = new Intl.NumberFormat(this.language, { style: 'percent', maximumFractionDigits: 1 });
  }

  /** "1,234" */
  number(value: number): string {
    return this.#number.format(value);
  }

  /** "12.5%" for 0.125 */
  percent(share: number): string {
    return this.#percent.format(share);
  }

  /** "30 days", "1 year" */
  amount(count: number, unit: 'day' | 'year'): string {
    return new Intl.NumberFormat(this.language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  }

  /** "45 kB" */
  bytes(count: number): string {
    return new Intl.NumberFormat(this.language, {
      style: 'unit',
      unit: 'kilobyte',
      maximumFractionDigits: 0,
    }).format(count / 1000);
  }

  /** "Nov 23, 2026", in the reader's time zone */
  date(timestamp: string): string {
    return new Intl.DateTimeFormat(this.language, { dateStyle: 'medium' }).format(new Date(timestamp));
  }

  /** "Nov 23, 2026" for `2026-11-23`: a day of the calendar, in no time zone */
  day(date: string): string {
    return new Intl.DateTimeFormat(this.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
      new Date(date),
    );
  }

  /** "3 minutes ago" for a time that lies so many milliseconds back; "now" for less than a minute. */
  ago(milliseconds: number): string {
    const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
    const [count, unit]: [number, Intl.RelativeTimeFormatUnit] =
      minutes < 1
        ? [0, 'second']
        : minutes < 60
          ? [minutes, 'minute']
          : minutes < 1440
            ? [Math.floor(minutes / 60), 'hour']
            : [Math.floor(minutes / 1440), 'day'];
    return new Intl.RelativeTimeFormat(this.language, { numeric: count === 0 ? 'auto' : 'always' }).format(
      -count,
      unit,
    );
  }

  /** "LinkedIn Leads Q4, Active Customers and Webinar Sign-ups", each name isolated */
  list(names: readonly string[]): string {
    return new Intl.ListFormat(this.language).format(names.map(isolate));
  }
}

function canonical(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
