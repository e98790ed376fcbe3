/** Finds a row by a key that no two rows of a table share (an e-mail address, a group name). */
export class UniqueIndex<Row extends { readonly id: string }> {
  readonly #keyOf: (row: Row) => string;
  readonly #rows = new Map<string, Row>();

  constructor(keyOf: (row: Row) => string) {
    this.#keyOf = keyOf;
  }

  get(key: string): Row | undefined {
    return this.#rows.get(key);
  }

  /** The row that stands in the way of this one, if any. */
  conflictOf(row: Row): Row | undefined {
    const holder = this.#rows.get(this.#keyOf(row));
    return holder && holder.id !== row.id ? holder : undefined;
  }

  /** Follows a change of the table: `before` went, `after` came. */
  replace(before: Row | undefined, after: Row | undefined): void {
    if (before) this.#rows.delete(this.#keyOf(before));
    if (after) this.#rows.set(this.#keyOf(after), after);
  }

  clear(): void {
    this.#rows.clear();
  }
}
