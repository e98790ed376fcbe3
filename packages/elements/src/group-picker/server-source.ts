import type { GroupOption } from './group-option.js';
import type { GroupPickerClient } from './group-picker-client.js';
import { inSections, type OptionSource, type Row, sectionTypes } from './option-source.js';

/** The groups that one request of a query asks for, as far as they are loaded. */
interface List {
  readonly type: (typeof sectionTypes)[number] | undefined;
  readonly groups: GroupOption[];
  /** Where the next page begins; null after the last one. */
  cursor: string | null | undefined;
  total: number;
}

/** Between the last key and the request, in milliseconds: whoever types on makes one request, not one for each key. */
const DEBOUNCE = 150;

const PAGE = 50;

/** Somebody waits for the list: an error after twenty seconds is better than a list after a minute. */
const TOTAL_TIMEOUT = 20_000;

/**
 * The groups of a backend, searched there and loaded page by page. A new search aborts the one before, so that the last
 * one wins in whatever order answers come. With sections there is a list for each type, because the backend's is by name.
 */
export class ServerSource implements OptionSource {
  rows: readonly Row[] = [];
  headings: readonly number[] = [];
  total = 0;
  status: OptionSource['status'] = 'ready';
  error: unknown;
  readonly #groups: GroupPickerClient['groups'];
  readonly #types: readonly List['type'][];
  readonly #isListed: (group: GroupOption) => boolean;
  readonly #changed: () => void;
  readonly #known = new Map<string, List[]>();
  #lists: List[] | undefined;
  #query: string | undefined;
  #request: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param isListed which of the backend's groups there are to choose from */
  constructor(
    groups: GroupPickerClient['groups'],
    type: string,
    sections: boolean,
    isListed: (group: GroupOption) => boolean,
    changed: () => void,
  ) {
    this.#groups = groups;
    this.#isListed = isListed;
    this.#changed = changed;
    const one = sectionTypes.find((known) => known === type);
    this.#types = one || !sections ? [one] : sectionTypes;
  }

  get settled(): boolean {
    return this.#lists !== undefined;
  }

  search(query: string): void {
    const text = query.trim();
    if (text === this.#query) return;
    const first = this.#query === undefined;
    this.#end();
    this.#query = text;
    const known = this.#known.get(text);
    if (known) {
      this.#show(known);
      return;
    }
    this.status = 'loading';
    if (first) void this.#load();
    else this.#timer = setTimeout(() => void this.#load(), DEBOUNCE);
  }

  loadMore(): void {
    if (this.status === 'ready' && this.#lists?.some(({ cursor }) => cursor !== null))
      void this.#load(this.#lists);
  }

  retry(): void {
    void this.#load(this.#lists);
  }

  rest(): void {
    this.#end();
    this.#known.clear();
    this.#query = undefined;
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#lists = undefined;
  }

  /** Loads the first page of all lists, or the next page of the first list that has one. */
  async #load(lists?: List[]): Promise<void> {
    const request = (this.#request = new AbortController());
    const query = this.#query ?? '';
    this.status = 'loading';
    this.#changed();
    try {
      const unfinished = lists?.find(({ cursor }) => cursor !== null);
      const next = lists ?? this.#types.map((type) => ({ type, groups: [], cursor: undefined, total: 0 }));
      await Promise.all(
        (unfinished ? [unfinished] : next).map((list) => this.#loadPage(list, query, request.signal)),
      );
      if (request.signal.aborted) return;
      this.#known.set(query, next);
      this.#show(next);
    } catch (error) {
      if (request.signal.aborted) return;
      request.abort(); // the other lists of the same search
      this.status = 'failed';
      this.error = error;
      if (!lists) this.#clear(); // what is listed is of another search
    }
    this.#changed();
  }

  async #loadPage(list: List, q: string, signal: AbortSignal): Promise<void> {
    const { type, cursor } = list;
    const { data, page } = await this.#groups.list(
      {
        limit: PAGE,
        ...(q && { q }),
        ...(type && { type }),
        ...(cursor ? { cursor } : { include: 'total' }),
      },
      { signal, totalTimeout: TOTAL_TIMEOUT },
    );
    if (signal.aborted) return;
    const listed = data.filter(this.#isListed);
    list.groups.push(...listed);
    list.cursor = page.nextCursor;
    // a backend that did not count: what is loaded is what is known
    list.total = (cursor ? list.total : (page.total ?? 0)) - data.length + listed.length;
  }

  #clear(): void {
    this.rows = [];
    this.headings = [];
    this.total = 0;
  }

  #show(lists: List[]): void {
    this.#lists = lists;
    this.status = 'ready';
    const end = lists.findIndex(({ cursor }) => cursor !== null);
    const groups = lists.slice(0, end < 0 ? lists.length : end + 1).flatMap((list) => list.groups);
    ({ rows: this.rows, headings: this.headings } =
      lists.length > 1 ? inSections(groups) : { rows: groups, headings: [] });
    this.total = lists.reduce((sum, { groups, total }) => sum + Math.max(total, groups.length), 0);
  }
}
