import type { GroupOption } from './group-option.js';

/**
 * The chosen groups: their ids in the order of choice, and what is known of each. An id may be chosen before its group is
 * known, as when a page sets the value before the items.
 */
export class Selection {
  #ids = new Set<string>();
  /** Null for a group that does not exist. */
  readonly #groups = new Map<string, GroupOption | null>();
  #looked = new Set<string>();
  readonly #made = new Set<string>();

  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  /** Undefined as long as nothing is known of the group, null when it does not exist. */
  group(id: string): GroupOption | null | undefined {
    return this.#groups.get(id);
  }

  replace(ids: Iterable<string>): void {
    this.#ids = new Set(ids);
  }

  /** Chooses a group. One that was `made` here exists, even if the page's items do not have it. */
  add(group: GroupOption, made: boolean): void {
    this.#ids.add(group.id);
    this.#looked.add(group.id);
    this.#groups.set(group.id, group);
    if (made) this.#made.add(group.id);
  }

  remove(id: string): void {
    this.#ids.delete(id);
  }

  learn(id: string, group: GroupOption | null): void {
    this.#groups.set(id, group);
  }

  /** The ids among the first `count` whose groups are to be looked up. They are given once. */
  toLookUp(count: number): string[] {
    const ids = [...this.#ids].slice(0, count).filter((id) => !this.#looked.has(id));
    for (const id of ids) this.#looked.add(id);
    return ids;
  }

  /** The groups come from somewhere else now: all are to be looked up anew. */
  lookAgain(): void {
    this.#looked = new Set(this.#made);
  }
}
