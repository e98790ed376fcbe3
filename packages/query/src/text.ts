/**
 * Brings text to the form in which it is compared: without outer spaces, case, or a difference between `é` as one
 * character and as two.
 *
 * Upper case, because it maps each character for itself: lower case turns a Σ at the end of a word into ς, and the
 * beginning of a word would then no longer be found in it.
 */
export function fold(text: string): string {
  return compose(text.trim().toUpperCase());
}

/**
 * Composes letters and their marks. More than 30 marks on one letter, the bound of Unicode's Stream-Safe Text Format
 * (UAX #15), stay as they are: beyond it, normalizing takes time that grows with the square of their number.
 */
function compose(text: string): string {
  return text.length > 30 && /\p{M}{31}/u.test(text) ? text : text.normalize();
}

/**
 * Says whether `fold(text)` is `folded`. Plain ASCII, which most text is, is compared in place: that spares making two
 * strings for each of many thousand contacts.
 */
export function foldsTo(text: string, folded: string): boolean {
  for (let index = 0; index < folded.length; index++) {
    const code = text.charCodeAt(index);
    const wanted = folded.charCodeAt(index);
    const comparable = code < 128 && wanted < 128 && (code > 32 || index > 0);
    if (!comparable) return fold(text) === folded;
    // 97 to 122 are a to z, and their capitals stand 32 before them
    if ((code >= 97 && code <= 122 ? code - 32 : code) !== wanted) return false;
  }
  return text.length === folded.length || fold(text) === folded;
}

/** How many characters a word must have to be searched for in a name. */
export const MIN_WORD_LENGTH = 2;

/** What a word of a name is made of, as a part of a regular expression with the flag `u`. */
const WORD_CHARACTER = '[\\p{L}\\p{M}\\p{N}]';

/** The first 8 characters of each word: no more of it takes part in the search. */
const PREFIXES = new RegExp(`(?<!${WORD_CHARACTER})${WORD_CHARACTER}{${MIN_WORD_LENGTH},8}`, 'gu');

/** The beginnings of words that a search for `text` in a name looks for, in folded form. */
export function namePrefixes(text: string): string[] {
  return (compose(text).match(PREFIXES) ?? []).map(fold);
}

/** A test whether any word of a name begins with any of the prefixes. */
export function wordPrefixTest(prefixes: readonly string[]): (name: string) => boolean {
  // prefixes are letters, marks and digits only: nothing in them needs an escape
  const pattern = new RegExp(`(?<!${WORD_CHARACTER})(?:${prefixes.join('|')})`, 'u');
  return (name) => pattern.test(fold(name));
}
