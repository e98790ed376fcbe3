import { text } from './shape.js';

// C0 and C1 controls and Unicode's line ends (a line break in a name ends up in a mail header), halves of surrogate pairs
// (no database takes them), and the characters that turn the reading direction (they make a text look like another one).
const hidden = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;
const hiddenButLineBreaks = /[^\P{Cc}\t\n\r]|[\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

/** Whether a text has characters that nobody types: controls, half characters, turned reading direction. */
export const hasHiddenCharacters = (text: string, multiline = false): boolean =>
  (multiline ? hiddenButLineBreaks : hidden).test(text);

const phoneNumber = /^\+[\d\s().\-/]*$/;

/**
 * Whether a spreadsheet would run a text as a formula when somebody opens an export: `=1+1`, `@SUM(A1)`, `+cmd|' /C'!A0`.
 * A telephone number such as `+33 (0)6 12 34` is none. No part can match in two ways, so that no text takes long.
 */
export const looksLikeFormula = (text: string): boolean =>
  /^[\t\r\n ]*(?:=|[+\-@]\s*(?:[\w.]+\s*)?\(|[+\-@][^!|]*\|[^!]*!)/.test(text) && !phoneNumber.test(text);

/** One line of text without hidden characters, trimmed, at most `most` characters. */
export const line = (most: number) =>
  text({
    trim: true,
    most,
    is: (text) => !hasHiddenCharacters(text),
    otherwise: 'This must be one line without control characters.',
  });

/** A first or last name: a line that is no formula, with the API's limit of 100 characters. */
export const name = text({
  trim: true,
  most: 100,
  is: (text) => !hasHiddenCharacters(text) && !/^[=+\-@]/.test(text),
  otherwise: 'A name is one line, and does not begin with =, +, - or @.',
});
