import { matchesIn } from './search.js';

/** Name of the highlight. The page has one, whatever its pickers: only one list is open at a time. */
const HIGHLIGHT = 'fluenzr-match';

/**
 * Marks what a query matches in the names of a list, by the CSS Custom Highlight API: an element for each match would
 * have every key lay out the names anew. Where the browser has no highlights, the names stand without them.
 *
 * @param words those of the query, folded
 */
export function highlightMatches(list: Element, words: readonly string[]): void {
  if (!('highlights' in CSS)) return;
  if (words.length === 0) {
    CSS.highlights.delete(HIGHLIGHT);
    return;
  }
  const highlight = new Highlight();
  for (const { lastChild } of list.querySelectorAll('.name'))
    if (lastChild instanceof Text)
      for (const [startOffset, endOffset] of matchesIn(lastChild.data, words))
        highlight.add(
          new StaticRange({ startContainer: lastChild, startOffset, endContainer: lastChild, endOffset }),
        );
  CSS.highlights.set(HIGHLIGHT, highlight);
}
