import { intlFormat } from './date-text.js';
import { LimitFault } from './expression-error.js';

/** How deep brackets, calls, indexes and lambdas may stand in each other, and lists and objects in a result. */
export const MAX_NESTING = 100;

/** The longest text, in UTF-16 code units, that an expression or a whole template may give. */
export const MAX_TEXT_LENGTH = 100_000;

/** Enough for a long mail many times over, and spent within a fraction of a second. */
const MAX_STEPS = 1_000_000;

/**
 * The top-level names that expressions may use, usually just `contact`. Values are strings, finite numbers, booleans,
 * null, arrays and plain objects; anything else in it (functions, dates, class instances) reads as null. Only own
 * properties are seen.
 *
 * @example
 * ```ts
 * const context: ExpressionContext = { contact: { first_name: 'Zoé', groups: [{ id: 'grp_1', name: 'Active Customers' }] } };
 * ```
 */
export type ExpressionContext = Readonly<Record<string, unknown>>;

/** What the date functions go by. Give all of them for a result that is the same on every machine and day. */
export interface ExpressionOptions {
  /**
   * The moment that `now()` and `today()` answer: a date, or milliseconds since 1970.
   * @default the moment of the call
   */
  readonly now?: Date | number | undefined;
  /**
   * The IANA time zone whose calendar and clock `today()` and `format_date` use.
   * @default 'UTC'
   */
  readonly timeZone?: string | undefined;
  /**
   * The BCP 47 language of the month and day names that `format_date` writes.
   * @default 'en'
   */
  readonly locale?: string | undefined;
}

/** What the expressions of one call share: the context, the clock, and the steps that are left for all of them together. */
export class Run {
  readonly now: number;
  readonly timeZone: string;
  readonly locale: string;
  #stepsLeft = MAX_STEPS;
  #clockFormat: Intl.DateTimeFormat | undefined;

  constructor(
    readonly context: ExpressionContext,
    options: ExpressionOptions = {},
  ) {
    this.now = Number(options.now ?? Date.now());
    this.timeZone = options.timeZone ?? 'UTC';
    this.locale = options.locale ?? 'en';
  }

  /**
   * Pays for work before it is done: one step for each node evaluated, item visited and character handled. Nested
   * `foreach`, `replace` and `join` thus end, whatever they are given.
   */
  spend(steps: number): void {
    this.#stepsLeft -= steps;
    if (this.#stepsLeft < 0) throw new LimitFault('The expressions take too much work: simplify them.');
  }

  /** Refuses a text that is too long, before it is built. */
  spendText(length: number): void {
    if (length > MAX_TEXT_LENGTH) {
      throw new LimitFault(`The text is longer than ${MAX_TEXT_LENGTH} characters.`);
    }
    this.spend(length);
  }

  /** Pays for a search, which in the worst case looks at each character of `part` for each of `text`. */
  spendSearch(text: string, part: string): void {
    this.spend(text.length * Math.ceil(part.length / 64));
  }

  /** What calendar and clock of the time zone show. Made once, on first need: making it takes as long as many uses. */
  get clockFormat(): Intl.DateTimeFormat {
    return (this.#clockFormat ??= intlFormat('en-US', {
      timeZone: this.timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }));
  }
}
