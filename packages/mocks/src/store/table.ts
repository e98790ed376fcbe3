import { CountIndex } from './count-index.js';
import { OrderedIndex } from './ordered-index.js';
import type { Partitions } from './partitions.js';
import type { SortKey } from './sorted-list.js';
import { SumIndex } from './sum-index.js';
import type { TableFollower } from './table-follower.js';
import { UniqueIndex } from './unique-index.js';

/** Told of every change before it is made; throws where none is allowed. */
export type Journal<Row> = (id: string, before: Row | undefined) => void;

/**
 * Rows by id, with the indexes that were asked for. Rows are plain JSON and never changed in place: a change puts a new
 * row, so that a row in hand stays as it was and undoing is putting the old row back.
 */
export class Table<Row extends { readonly id: string }> {
  readonly name: string;
  readonly #journal: Journal<Row>;
  readonly #rows = new Map<string, Row>();
  readonly #indexes: TableFollower<Row>[] = [];
  readonly #unique: UniqueIndex<Row>[] = [];

  constructor(name: string, journal: Journal<Row>) {
    this.name = name;
    this.#journal = journal;
  }

  get size(): number {
    return this.#rows.size;
  }

  get(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  has(id: string): boolean {
    return this.#rows.has(id);
  }

  /** All rows, in no order that one may rely on. */
  values(): IterableIterator<Row> {
    return this.#rows.values();
  }

  /** Adds a row, or replaces the one with the same id. Throws, and changes nothing, when a unique key is taken. */
  put(row: Row): Row {
    for (const index of this.#unique) {
      const holder = index.conflictOf(row);
      if (holder) throw new Error(`${this.name}: ${row.id} has the unique key of ${holder.id}.`);
    }
    this.#journal(row.id, this.#rows.get(row.id));
    this.#set(row.id, row);
    return row;
  }

  /** Deletes a row; says whether it was there. */
  delete(id: string): boolean {
    const before = this.#rows.get(id);
    if (!before) return false;
    this.#journal(id, before);
    this.#set(id, undefined);
    return true;
  }

  /** Puts back what the journal was told. For the store's rollback only. */
  undo(id: string, before: Row | undefined): void {
    this.#set(id, before);
  }

  /** Takes these rows instead of all others. For restoring a snapshot only. */
  load(rows: readonly Row[]): void {
    this.#rows.clear();
    for (const index of this.#indexes) index.clear();
    for (const row of rows) this.#set(row.id, row);
  }

  unique(keyOf: (row: Row) => string): UniqueIndex<Row> {
    const index = new UniqueIndex(keyOf);
    this.#unique.push(index);
    this.#indexes.push(index);
    return index;
  }

  ordered(partitionsOf: (row: Row) => Partitions, keyOf: (row: Row) => SortKey): OrderedIndex<Row> {
    const index = new OrderedIndex(() => this.#rows.values(), partitionsOf, keyOf);
    this.#indexes.push(index);
    return index;
  }

  counted(partitionsOf: (row: Row) => Partitions): CountIndex<Row> {
    const index = new CountIndex(partitionsOf);
    this.#indexes.push(index);
    return index;
  }

  summed<Measure extends string>(
    partitionsOf: (row: Row) => Partitions,
    amountsOf: (row: Row) => Readonly<Record<Measure, number>>,
    nothing: Readonly<Record<Measure, number>>,
  ): SumIndex<Row, Measure> {
    const index = new SumIndex(partitionsOf, amountsOf, nothing);
    this.#indexes.push(index);
    return index;
  }

  /** Keeps something else up to date with the table: what is made from more than one. */
  follow(follower: TableFollower<Row>): void {
    this.#indexes.push(follower);
  }

  #set(id: string, after: Row | undefined): void {
    const before = this.#rows.get(id);
    if (after) this.#rows.set(id, after);
    else this.#rows.delete(id);
    for (const index of this.#indexes) index.replace(before, after);
  }
}
