import { namesOf, type Partitions } from './partitions.js';

/** How many rows of a table fall into each partition. Kept, not scanned. */
export class CountIndex<Row> {
  readonly #partitionsOf: (row: Row) => Partitions;
  readonly #counts = new Map<string, number>();

  constructor(partitionsOf: (row: Row) => Partitions) {
    this.#partitionsOf = partitionsOf;
  }

  count(partition: string): number {
    return this.#counts.get(partition) ?? 0;
  }

  /** The partitions that are not empty, with their counts, in no order that one may rely on. */
  entries(): IterableIterator<[partition: string, count: number]> {
    return this.#counts.entries();
  }

  /** Follows a change of the table: `before` went, `after` came. */
  replace(before: Row | undefined, after: Row | undefined): void {
    if (before) for (const name of namesOf(this.#partitionsOf(before))) this.#add(name, -1);
    if (after) for (const name of namesOf(this.#partitionsOf(after))) this.#add(name, 1);
  }

  clear(): void {
    this.#counts.clear();
  }

  #add(partition: string, difference: number): void {
    const count = this.count(partition) + difference;
    if (count === 0) this.#counts.delete(partition);
    else this.#counts.set(partition, count);
  }
}
