/** How many rows of a table fall into each partition. Kept, not scanned; a null partition is not counted. */
export class CountIndex<Row> {
  readonly #partitionOf: (row: Row) => string | null;
  readonly #counts = new Map<string, number>();

  constructor(partitionOf: (row: Row) => string | null) {
    this.#partitionOf = partitionOf;
  }

  count(partition: string): number {
    return this.#counts.get(partition) ?? 0;
  }

  /** Follows a change of the table: `before` went, `after` came. */
  replace(before: Row | undefined, after: Row | undefined): void {
    if (before) this.#add(this.#partitionOf(before), -1);
    if (after) this.#add(this.#partitionOf(after), 1);
  }

  clear(): void {
    this.#counts.clear();
  }

  #add(partition: string | null, difference: number): void {
    if (partition === null) return;
    const count = this.count(partition) + difference;
    if (count === 0) this.#counts.delete(partition);
    else this.#counts.set(partition, count);
  }
}
