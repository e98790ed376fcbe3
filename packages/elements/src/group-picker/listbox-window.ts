import { isHeading, type Row } from './option-source.js';

/** Rows in the DOM: those in sight, and a few beyond either edge so that scrolling need not wait for them. */
const SPARE = 1;
/** The window moves by this many rows at a time, so that not every step of scrolling renders. */
const STEP = 2;

/** What is seen of the list, in pixels. */
export interface Viewport {
  readonly scrollTop: number;
  readonly viewHeight: number;
  readonly rowHeight: number;
}

/**
 * The rows of a long list that are in the DOM: rows `from` up to, not including, `to`. All rows have one height, so that
 * arithmetic is all it takes, whatever the length of the list.
 */
export function windowOf(
  { scrollTop, viewHeight, rowHeight }: Viewport,
  count: number,
): { from: number; to: number } {
  const inSight = Math.ceil(viewHeight / rowHeight) + 1;
  const length = inSight + 2 * SPARE + STEP - 1;
  const wanted = Math.floor((Math.floor(scrollTop / rowHeight) - SPARE) / STEP) * STEP;
  const from = Math.max(0, Math.min(wanted, count - length));
  return { from, to: Math.min(count, from + length) };
}

/**
 * The row that is reached from a row by a number of steps, over headings, or the nearest to it at the list's end. From
 * nowhere (-1) a step down leads to the first option and a step up to the last. -1 when there is no option.
 */
export function rowAfter(rows: readonly Row[], from: number, steps: number): number {
  const down = steps > 0;
  const start = from < 0 ? (down ? -1 : rows.length) : from;
  const target = Math.max(0, Math.min(rows.length - 1, start + steps));
  const way = down ? 1 : -1;
  for (let at = target; at >= 0 && at < rows.length; at += way) if (!isHeading(rows[at])) return at;
  for (let at = target; at >= 0 && at < rows.length; at -= way) if (!isHeading(rows[at])) return at;
  return -1;
}

/** Where the list has to be scrolled to so that a row is in sight; as it is where it is in sight already. */
export function scrollTo(row: number, { scrollTop, viewHeight, rowHeight }: Viewport): number {
  const top = row * rowHeight;
  return Math.min(top, Math.max(scrollTop, top + rowHeight - viewHeight));
}

/** The place of a row's option among the options, from 1: the headings before it do not count. */
export const placeOf = (row: number, headings: readonly number[]): number =>
  row + 1 - headings.filter((heading) => heading < row).length;
