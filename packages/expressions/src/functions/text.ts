import { Fault } from '../expression-error.js';
import { joinTexts, toData, toText } from '../value.js';
import { eager } from './built-in.js';
import type { BuiltIns } from './built-in.js';

/** Functions on texts. Any value is taken as the text that it prints. */
export const TEXT: BuiltIns = {
  text: eager(1, 1, (run, value) => toText(value, run)),
  json: eager(1, 1, (run, value) => JSON.stringify(toData(value, run))),
  upper: eager(1, 1, (run, text) => toText(text, run).toUpperCase()),
  lower: eager(1, 1, (run, text) => toText(text, run).toLowerCase()),
  title: eager(1, 1, (run, text) =>
    toText(text, run)
      .toLowerCase()
      // An apostrophe does not end a word ("Don't"), a hyphen does ("Jean-Pierre").
      .replace(
        /([\p{L}\p{N}])([\p{L}\p{M}\p{N}'’]*)/gu,
        (_, first: string, rest: string) => first.toUpperCase() + rest,
      ),
  ),
  trim: eager(1, 1, (run, text) => toText(text, run).trim()),
  text_length: eager(1, 1, (run, text) => {
    // Code points: an emoji outside the basic plane is one character.
    return Array.from(toText(text, run)).length;
  }),
  replace: eager(3, 3, (run, text, search, replacement) => {
    const searched = toText(search, run);
    if (searched === '') throw new Fault('replace needs a text to look for.');
    const whole = toText(text, run);
    run.spendSearch(whole, searched);
    return joinTexts(whole.split(searched), toText(replacement, run), run);
  }),
  split: eager(1, 2, (run, text, delimiters = ' \t\r\n') => {
    const ends = new Set(toText(delimiters, run));
    const parts = [''];
    for (const character of toText(text, run)) {
      if (ends.has(character)) parts.push('');
      else parts.push((parts.pop() ?? '') + character);
    }
    return parts.filter((part) => part !== '');
  }),
};
