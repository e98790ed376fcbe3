import { mailDomains } from './mail-domains.js';

/** Endings that are no ending, with what was meant. Real ones, such as `.co`, are left alone. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/\.(con|cmo|ocm|vom|xom|comm|coom|cpm|clm)$/, '.com'],
  [/\.(nte|ner|ent)$/, '.net'],
  [/\.(ogr|orgg)$/, '.org'],
];

/**
 * The address that was probably meant, where the domain looks like a slip: one letter too many, missing, wrong, or two
 * exchanged, in the name of a big mail service, or an ending that does not exist.
 *
 * @example
 * ```ts
 * mailTypo('ada@gmial.com'); // 'ada@gmail.com'
 * mailTypo('ada@example.com'); // undefined
 * ```
 */
export function mailTypo(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).toLowerCase();
  if (at < 1 || mailDomains.includes(domain)) return undefined;
  let meant = domain;
  for (const [wrong, right] of endings) meant = meant.replace(wrong, right);
  // short names are near to others by chance: me.com and we.com
  if (!mailDomains.includes(meant))
    meant = mailDomains.find((known) => known.length > 7 && isOneSlipAway(meant, known)) ?? meant;
  return meant === domain ? undefined : address.slice(0, at + 1) + meant;
}

/** Whether one text becomes the other by one letter added, left out or changed, or two neighbours exchanged. */
function isOneSlipAway(text: string, other: string): boolean {
  let start = 0;
  while (start < text.length && text[start] === other[start]) start += 1;
  let end = 0;
  while (
    end < Math.min(text.length, other.length) - start &&
    text[text.length - 1 - end] === other[other.length - 1 - end]
  )
    end += 1;
  const a = text.slice(start, text.length - end);
  const b = other.slice(start, other.length - end);
  return (
    a.length + b.length === 1 ||
    (a.length === 1 && b.length === 1) ||
    (a.length === 2 && b === a.charAt(1) + a.charAt(0))
  );
}
