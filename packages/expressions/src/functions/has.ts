import { foldText } from '../compare.js';
import type { Run } from '../run.js';
import { findMember, isDictionary, TestResult, toItems, toText } from '../value.js';
import type { Value } from '../value.js';
import { eager } from './built-in.js';
import type { BuiltIns } from './built-in.js';

/** The tests that routing asks: true or false, with what was found in `.match`. */
export const HAS: BuiltIns = {
  has_group: eager(2, 3, (run, list, id, name?: Value) => {
    const groups = toItems(list, run);
    const wanted = toText(id, run);
    if (wanted === '') return new TestResult(false);
    const wantedName = foldText(wanted, run);
    const match =
      groups.find((group) => memberText(group, 'id', run) === wanted) ??
      // A name beside the id is there for the reader alone: whatever groups are called by now, the id decides.
      (name === undefined
        ? groups.find((group) => foldText(memberText(group, 'name', run), run) === wantedName)
        : undefined);
    return new TestResult(match !== undefined, match);
  }),
  has_any_word: eager(2, 2, (run, text, words) => {
    const wanted = new Set(wordsOf(foldText(toText(words, run), run)));
    const found = wordsOf(toText(text, run)).filter((word) => wanted.has(foldText(word, run)));
    return found.length > 0 ? new TestResult(true, found.join(' ')) : new TestResult(false);
  }),
  has_text: eager(1, 1, (run, text) => {
    const trimmed = toText(text, run).trim();
    return trimmed === '' ? new TestResult(false) : new TestResult(true, trimmed);
  }),
};

function memberText(group: Value, name: string, run: Run): string {
  return isDictionary(group) ? toText(findMember(group, name, run) ?? null, run) : '';
}

/** Words are runs of letters, digits and underscores, in any script. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
}
