import type { GroupOption } from './group-option.js';

/** Where the picker's groups come from: `.items` of the page, or a client. */
export interface OptionSource {
  /** What is listed for the query, as far as it is loaded. */
  readonly rows: readonly Row[];
  /** Which of the rows are headings. */
  readonly headings: readonly number[];
  /** How many groups match, loaded or not. */
  readonly total: number;
  readonly status: 'ready' | 'loading' | 'failed';
  /** Whether the rows are those of the query, and not of the one before it, which stay while it is loading. */
  readonly settled: boolean;
  /** Why it failed. */
  readonly error: unknown;
  /** Lists the groups that match. */
  search(query: string): void;
  /** Loads what follows the last row, if there is more. */
  loadMore(): void;
  /** Tries again what failed. */
  retry(): void;
  /** Ends what is under way, and forgets what may be out of date by the next time. */
  rest(): void;
}

/** A heading in the list. */
export interface Heading {
  /** The type of the groups below. */
  readonly section: GroupOption['type'];
}

/** What stands in a line of the list. */
export type Row = GroupOption | Heading;

export const isHeading = (row: Row | undefined): row is Heading => row !== undefined && 'section' in row;

/** The order of the sections. Types that this version does not know come last. */
export const sectionTypes = ['DYNAMIC', 'STATIC', 'SMART'] as const;

/** Puts groups into sections by type, each below its heading. Within a section the order stays. */
export function inSections(options: readonly GroupOption[]): { rows: Row[]; headings: number[] } {
  const sections = new Map<GroupOption['type'], Row[]>(sectionTypes.map((type) => [type, []]));
  for (const option of options) {
    const section = sections.get(option.type) ?? [{ section: option.type }];
    if (section.length === 0) section.push({ section: option.type });
    section.push(option);
    sections.set(option.type, section);
  }
  const headings: number[] = [];
  const rows: Row[] = [];
  for (const section of sections.values()) {
    if (section.length > 0) headings.push(rows.length);
    for (const row of section) rows.push(row);
  }
  return { rows, headings };
}
