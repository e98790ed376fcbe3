/** What a list is sorted by: a text (by code unit) or a number. */
export type SortKey = string | number;

/** A place in a sorted list. Rows with equal keys stand in the order of their ids, so every order is total. */
export interface Position {
  readonly key: SortKey;
  readonly id: string;
}

/** Which way a list is read. */
export type Direction = 'ascending' | 'descending';

const blockSize = 512;

function compare(key: SortKey, id: string, other: Position): number {
  if (key !== other.key) return key < other.key ? -1 : 1;
  return id < other.id ? -1 : id > other.id ? 1 : 0;
}

/**
 * Rows kept in the order of a key, in blocks of a few hundred. Adding, deleting and finding a place take a binary
 * search and one short `splice`; a page of 50 among 100,000 costs the same as among 100.
 */
export class SortedList<Row extends { readonly id: string }> {
  readonly #keyOf: (row: Row) => SortKey;
  #blocks: Row[][] = [];
  #size = 0;

  constructor(keyOf: (row: Row) => SortKey, rows: Iterable<Row> = []) {
    this.#keyOf = keyOf;
    const entries = Array.from(rows, (row) => ({ key: keyOf(row), id: row.id, row }));
    entries.sort((a, b) => compare(a.key, a.id, b));
    for (let start = 0; start < entries.length; start += blockSize) {
      this.#blocks.push(entries.slice(start, start + blockSize).map((entry) => entry.row));
    }
    this.#size = entries.length;
  }

  get size(): number {
    return this.#size;
  }

  /** The first row in the list's order. */
  get first(): Row | undefined {
    return this.#blocks[0]?.[0];
  }

  /** The last row in the list's order. */
  get last(): Row | undefined {
    return this.#blocks.at(-1)?.at(-1);
  }

  /** Where a row stands: what a cursor remembers. */
  positionOf(row: Row): Position {
    return { key: this.#keyOf(row), id: row.id };
  }

  add(row: Row): void {
    const position = this.positionOf(row);
    this.#size += 1;
    const last = this.#blocks.at(-1);
    const end = last?.at(-1);
    // Most rows come in the order of the list (by time): no search for them.
    if (!last || (end && this.#compare(end, position) < 0)) {
      if (last && last.length < blockSize) last.push(row);
      else this.#blocks.push([row]);
      return;
    }
    const [blockIndex, index] = this.#find(position);
    const block = this.#blocks[blockIndex];
    if (!block) return;
    block.splice(index, 0, row);
    if (block.length > 2 * blockSize) this.#blocks.splice(blockIndex + 1, 0, block.splice(blockSize));
  }

  delete(row: Row): void {
    const [blockIndex, index] = this.#find(this.positionOf(row));
    const block = this.#blocks[blockIndex];
    if (block?.[index]?.id !== row.id) return;
    block.splice(index, 1);
    this.#size -= 1;
    if (block.length === 0) this.#blocks.splice(blockIndex, 1);
  }

  /** The rows after a position (or all of them), one way or the other. The list must not change meanwhile. */
  *after(position: Position | null, direction: Direction = 'ascending'): Generator<Row, void, undefined> {
    if (direction === 'ascending') {
      const [startBlock, start] = position ? this.#find(position, true) : [0, 0];
      for (let blockIndex = startBlock; blockIndex < this.#blocks.length; blockIndex += 1) {
        const block = this.#blocks[blockIndex] ?? [];
        yield* blockIndex === startBlock && start > 0 ? block.slice(start) : block;
      }
      return;
    }
    const [startBlock, start] = position ? this.#find(position) : [this.#blocks.length, 0];
    for (let blockIndex = Math.min(startBlock, this.#blocks.length - 1); blockIndex >= 0; blockIndex -= 1) {
      const block = this.#blocks[blockIndex] ?? [];
      const end = blockIndex === startBlock ? start : block.length;
      for (let index = end - 1; index >= 0; index -= 1) {
        const row = block[index];
        if (row) yield row;
      }
    }
  }

  [Symbol.iterator](): Iterator<Row, void, undefined> {
    return this.after(null);
  }

  #compare(row: Row, position: Position): number {
    return compare(this.#keyOf(row), row.id, position);
  }

  /** Block and index of the first row that is not before the position (or, `past` it, of the first one behind it). */
  #find(position: Position, past = false): [block: number, index: number] {
    const isBefore = (row: Row | undefined): boolean => {
      if (!row) return false;
      const order = this.#compare(row, position);
      return order < 0 || (past && order === 0);
    };
    const block = firstIndex(this.#blocks.length, (index) => !isBefore(this.#blocks[index]?.at(-1)));
    const rows = this.#blocks[block] ?? [];
    return [block, firstIndex(rows.length, (index) => !isBefore(rows[index]))];
  }
}

/** Binary search: the first index from 0 to `length` for which `holds`, which is false up to some index and then true. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
