import type { MembershipRow } from './rows.js';
import type { TableFollower } from './table-follower.js';

/**
 * How many contacts two groups share, for every two groups that share any. Built when it is first read and kept up to
 * date from then on.
 */
export class OverlapIndex implements TableFollower<MembershipRow> {
  readonly #memberships: () => Iterable<MembershipRow>;
  #groupsOf: Map<string, Set<string>> | null = null; // of each contact
  readonly #shared = new Map<string, Map<string, number>>();

  constructor(memberships: () => Iterable<MembershipRow>) {
    this.#memberships = memberships;
  }

  /** Every two groups with members in common, each pair once. */
  *pairs(): Generator<[first: string, second: string, shared: number], void, undefined> {
    this.#build();
    for (const [first, others] of this.#shared) {
      for (const [second, shared] of others) if (first < second) yield [first, second, shared];
    }
  }

  replace(before: MembershipRow | undefined, after: MembershipRow | undefined): void {
    if (!this.#groupsOf || (before && after)) return; // an id is a pair of group and contact: those stay
    if (after) this.#add(after);
    else if (before) this.#remove(before);
  }

  clear(): void {
    this.#groupsOf = null;
    this.#shared.clear();
  }

  #build(): void {
    if (this.#groupsOf) return;
    this.#groupsOf = new Map();
    for (const membership of this.#memberships()) this.#add(membership);
  }

  #add({ contactId, groupId }: MembershipRow): void {
    const groups = this.#groupsOf?.get(contactId) ?? new Set();
    for (const other of groups) this.#count(groupId, other, 1);
    this.#groupsOf?.set(contactId, groups.add(groupId));
  }

  #remove({ contactId, groupId }: MembershipRow): void {
    const groups = this.#groupsOf?.get(contactId) ?? new Set();
    groups.delete(groupId);
    if (groups.size === 0) this.#groupsOf?.delete(contactId);
    for (const other of groups) this.#count(groupId, other, -1);
  }

  #count(first: string, second: string, difference: number): void {
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const counts = this.#shared.get(one) ?? new Map<string, number>();
      const count = (counts.get(other) ?? 0) + difference;
      if (count === 0) counts.delete(other);
      else counts.set(other, count);
      if (counts.size === 0) this.#shared.delete(one);
      else this.#shared.set(one, counts);
    }
  }
}
