import { namesOf, type Partitions } from './partitions.js';
import { SortedList, type SortKey } from './sorted-list.js';

interface Identified {
  readonly id: string;
}

/**
 * The rows of a table in partitions (the members of each group, the enrolments of each campaign), each sorted by a
 * key. It is built when it is first read and kept up to date from then on, so an order that nobody asks for costs nothing.
 */
export class OrderedIndex<Row extends Identified> {
  readonly #rows: () => Iterable<Row>;
  readonly #partitionsOf: (row: Row) => Partitions;
  /** What each partition is sorted by. */
  readonly keyOf: (row: Row) => SortKey;
  readonly #empty: SortedList<Row>;
  #lists: Map<string, SortedList<Row>> | null = null;

  constructor(
    rows: () => Iterable<Row>,
    partitionsOf: (row: Row) => Partitions,
    keyOf: (row: Row) => SortKey,
  ) {
    this.#rows = rows;
    this.#partitionsOf = partitionsOf;
    this.keyOf = keyOf;
    this.#empty = new SortedList(keyOf);
  }

  /** The sorted rows of one partition. To be read at once: it goes stale when the partition empties and fills again. */
  list(partition: string): SortedList<Row> {
    return this.#built().get(partition) ?? this.#empty;
  }

  count(partition: string): number {
    return this.#built().get(partition)?.size ?? 0;
  }

  /** Follows a change of the table: `before` went, `after` came. */
  replace(before: Row | undefined, after: Row | undefined): void {
    const lists = this.#lists;
    if (!lists) return;
    if (before) {
      for (const partition of namesOf(this.#partitionsOf(before))) {
        const list = lists.get(partition);
        list?.delete(before);
        if (list?.size === 0) lists.delete(partition);
      }
    }
    if (after) {
      for (const partition of namesOf(this.#partitionsOf(after))) {
        const list = lists.get(partition) ?? new SortedList<Row>(this.keyOf);
        if (list.size === 0) lists.set(partition, list);
        list.add(after);
      }
    }
  }

  clear(): void {
    this.#lists = null;
  }

  #built(): Map<string, SortedList<Row>> {
    if (this.#lists) return this.#lists;
    const rows = new Map<string, Row[]>();
    for (const row of this.#rows()) {
      for (const partition of namesOf(this.#partitionsOf(row))) {
        const sameRows = rows.get(partition);
        if (sameRows) sameRows.push(row);
        else rows.set(partition, [row]);
      }
    }
    this.#lists = new Map();
    for (const [partition, sameRows] of rows) {
      this.#lists.set(partition, new SortedList(this.keyOf, sameRows));
    }
    return this.#lists;
  }
}
