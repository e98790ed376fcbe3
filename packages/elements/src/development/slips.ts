/**
 * Finds slips in the names of attributes and tags, for developers, in development builds alone.
 *
 * @module
 */

/** What every element may have, and what frameworks put on elements for themselves. */
const foreign =
  /^(aria-|data-|on|v-|ng-|x-|hx-|[^a-z])|[^a-z0-9_-]|^(accesskey|autocapitalize|autocorrect|autofocus|class|contenteditable|dir|draggable|enterkeyhint|exportparts|form|hidden|id|inert|inputmode|is|item(id|prop|ref|scope|type)|key|lang|name|nonce|part|popover|ref|role|slot|spellcheck|style|tabindex|title|translate|writingsuggestions)$/;

/** A name without what separates its words: `group_id`, `groupid` and `group-id` are one. */
const plain = (name: string) => name.replace(/[-_]/g, '');

const letters = (name: string) => Array.from(name).sort().join('');

/** How many letters have to be changed, added or left out to make one word of another. */
function distance(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of Array.from(one).entries()) {
    const now = [row + 1];
    for (const [column, wanted] of Array.from(other).entries())
      now.push(
        Math.min(
          (now[column] ?? 0) + 1,
          (before[column + 1] ?? 0) + 1,
          (before[column] ?? 0) + (letter === wanted ? 0 : 1),
        ),
      );
    before = now;
  }
  return before[other.length] ?? 0;
}

/** Short words are near to many others: below five letters only mixed up letters count, from ten on two may differ. */
function isSlip(given: string, known: string): boolean {
  if (given === known || letters(given) === letters(known)) return true;
  const allowed = known.length < 5 ? 0 : known.length < 10 ? 1 : 2;
  return distance(given, known) <= allowed;
}

/**
 * The name that was most likely meant by another one, of an attribute or a tag; nothing for what is known, for what any element may
 * have (`id`, `aria-label`, `_ngcontent-abc`), and for what is near to no name.
 *
 * @param known the names that there are
 * @example
 * ```ts
 * meantBy('multipel', ['name', 'multiple']); // 'multiple'
 * ```
 */
export function meantBy(given: string, known: readonly string[]): string | undefined {
  if (known.includes(given) || foreign.test(given)) return undefined;
  return known.find((name) => isSlip(plain(given), plain(name.toLowerCase())));
}
