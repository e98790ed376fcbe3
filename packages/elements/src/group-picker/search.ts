import type { GroupOption } from './group-option.js';

/** A text without case and accents: what a search compares. */
export function fold(text: string): string {
  if (!NOT_ASCII.test(text)) return text.toLowerCase(); // most are, and this is twenty times as fast
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replaceAll('ς', 'σ'); // which of the two it is depends on the letters around it
}

const NOT_ASCII = /[^\0-\x7f]/;

/** The words of a query, folded. */
export const wordsOf = (query: string): string[] => fold(query).split(/\s+/).filter(Boolean);

/** The prefix of dynamic groups' names; nobody types it to find one. */
const PREFIX = '[dyn] ';

/**
 * Finds groups by name. Every word of a query has to be somewhere in the name, without regard to case and accents. Names
 * that begin with the query come first, then those in which every word begins a word, then the rest; among equals the
 * order stays.
 */
export class Search {
  readonly #options: readonly GroupOption[];
  /** Made at the first query: who only looks at the list need not wait for it. */
  #names: string[] | undefined;

  constructor(options: readonly GroupOption[]) {
    this.#options = options;
  }

  /** The groups that match, best first; all of them for a query without a word. */
  find(query: string): readonly GroupOption[] {
    const words = wordsOf(query);
    if (words.length === 0) return this.#options;
    const names = (this.#names ??= this.#options.map(({ name }) => fold(name)));
    const start = words.join(' ');
    const ranks: [GroupOption[], GroupOption[], GroupOption[]] = [[], [], []];
    // plain loops: this runs 100,000 times a key
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index] ?? '';
      const option = this.#options[index];
      if (option && hasAll(name, words)) ranks[rankOf(name, start, words)].push(option);
    }
    return ranks.flat();
  }
}

function hasAll(name: string, words: readonly string[]): boolean {
  for (const word of words) if (!name.includes(word)) return false;
  return true;
}

function rankOf(name: string, start: string, words: readonly string[]): 0 | 1 | 2 {
  if (name.startsWith(start) || (name.startsWith(PREFIX) && name.startsWith(start, PREFIX.length))) return 0;
  for (const word of words) if (!beginsWord(name, word)) return 2;
  return 1;
}

function beginsWord(name: string, word: string): boolean {
  for (let at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1))
    if (at === 0 || name[at - 1] === ' ' || !/[\p{L}\p{N}]/u.test(name[at - 1] ?? '')) return true;
  return false;
}

/** Where a query matches a name: from where to where, in UTF-16 code units. `words` are those of the query, folded. */
export function matchesIn(name: string, words: readonly string[]): [from: number, to: number][] {
  const letters = Array.from(name);
  const folded = NOT_ASCII.test(name) ? letters.map(fold) : name.toLowerCase();
  const text = typeof folded === 'string' ? folded : folded.join('');
  const matched = new Uint8Array(text.length);
  for (const word of words)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      matched.fill(1, at, at + word.length);
  const matches: [number, number][] = [];
  let at = 0;
  let end = 0;
  letters.forEach((letter, index) => {
    const length = folded[index]?.length ?? 0;
    const last = matches.at(-1);
    const joins = last?.[1] === end;
    // an accent that is a letter of its own goes with the letter before it
    if (length > 0 ? matched[at] : joins) {
      if (last && joins) last[1] += letter.length;
      else matches.push([end, end + letter.length]);
    }
    at += length;
    end += letter.length;
  });
  return matches;
}
