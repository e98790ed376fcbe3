import type { PageInfo } from '@fluenzr/client/schemas';
import type { Direction, SortedList } from '../store/sorted-list.js';
import { decodeCursor, encodeCursor } from './cursor.js';

const defaultLimit = 50;

interface PageRequest {
  route: string;
  params: Record<string, string>;
  query: { limit?: number | undefined; cursor?: string | undefined; include?: string | undefined };
}

/** Which rows of a list belong to the page's list, in which order, and how one is shown. */
interface PageParts<Row, Item> {
  direction?: Direction;
  /** Left out where all rows are. */
  keep?: ((row: Row) => boolean) | undefined;
  show: (row: Row) => Item;
}

/**
 * One page of a sorted list. It begins behind the cursor's place, wherever rows came or went since, so iterating
 * neither misses nor repeats a row that stays.
 */
export function pageOf<Row extends { readonly id: string }, Item>(
  request: PageRequest,
  list: SortedList<Row>,
  { direction = 'ascending', keep, show }: PageParts<Row, Item>,
): { status: number; body: { data: Item[]; page: PageInfo } } {
  const { limit = defaultLimit, cursor, include, ...filters } = request.query;
  const filterText = JSON.stringify([request.route, request.params, Object.entries(filters).sort()]);
  const start = cursor === undefined ? null : decodeCursor(cursor, filterText);
  const rows: Row[] = [];
  for (const row of list.after(start, direction)) {
    if (keep && !keep(row)) continue;
    rows.push(row);
    if (rows.length > limit) break;
  }
  const hasMore = rows.length > limit;
  const last = hasMore ? rows[limit - 1] : undefined;
  return {
    status: 200,
    body: {
      data: rows.slice(0, limit).map(show),
      page: {
        nextCursor: last ? encodeCursor(list.positionOf(last), filterText) : null,
        hasMore,
        ...(include === 'total' && { total: keep ? count(list, keep) : list.size }),
      },
    },
  };
}

function count<Row extends { readonly id: string }>(list: SortedList<Row>, keep: (row: Row) => boolean) {
  let total = 0;
  for (const row of list) if (keep(row)) total += 1;
  return total;
}

/** Keeps the rows that pass every test that is there; undefined where none is. */
export function allOf<Row>(
  ...tests: (((row: Row) => boolean) | false)[]
): ((row: Row) => boolean) | undefined {
  const real = tests.filter((test) => test !== false);
  return real.length === 0 ? undefined : (row) => real.every((test) => test(row));
}

/** What a `sort` parameter says: `-createdAt` is `createdAt`, descending. */
export function parseSort<Key extends string>(sort: Key | `-${Key}`): { key: Key; direction: Direction } {
  return sort.startsWith('-')
    ? { key: sort.slice(1) as Key, direction: 'descending' }
    : { key: sort as Key, direction: 'ascending' };
}

/** A test for free text: every word of `q` is somewhere in the text, ignoring case and accents. */
export function textFilter(q: string): (text: string) => boolean {
  const words = foldText(q).split(/\s+/);
  return (text) => {
    const folded = foldText(text);
    return words.every((word) => folded.includes(word));
  };
}

/** A text without case and accents. */
export const foldText = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
