import { namesOf, type Partitions } from './partitions.js';

/** Sums over the rows of each partition. Kept, not scanned. */
export class SumIndex<Row, Measure extends string> {
  readonly #partitionsOf: (row: Row) => Partitions;
  readonly #amountsOf: (row: Row) => Readonly<Record<Measure, number>>;
  readonly #nothing: Readonly<Record<Measure, number>>;
  readonly #sums = new Map<string, Record<Measure, number>>();

  /** `nothing` names the measures, each 0. */
  constructor(
    partitionsOf: (row: Row) => Partitions,
    amountsOf: (row: Row) => Readonly<Record<Measure, number>>,
    nothing: Readonly<Record<Measure, number>>,
  ) {
    this.#partitionsOf = partitionsOf;
    this.#amountsOf = amountsOf;
    this.#nothing = nothing;
  }

  /** The sums of a partition; to be read at once. */
  of(partition: string): Readonly<Record<Measure, number>> {
    return this.#sums.get(partition) ?? this.#nothing;
  }

  /** Follows a change of the table: `before` went, `after` came. */
  replace(before: Row | undefined, after: Row | undefined): void {
    if (before) this.#add(before, -1);
    if (after) this.#add(after, 1);
  }

  clear(): void {
    this.#sums.clear();
  }

  #add(row: Row, sign: 1 | -1): void {
    const amounts = this.#amountsOf(row);
    for (const name of namesOf(this.#partitionsOf(row))) {
      let sums = this.#sums.get(name);
      if (!sums) this.#sums.set(name, (sums = { ...this.#nothing }));
      for (const measure in amounts) sums[measure] += sign * amounts[measure];
    }
  }
}
