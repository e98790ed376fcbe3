import { refuseAt } from '../problem.js';
import { hashText } from '../random.js';
import type { Position } from '../store/sorted-list.js';

/** A cursor: where the page ended, and a check that ties it to the list and the filters that it is for. */
export function encodeCursor(position: Position, filters: string): string {
  const place = JSON.stringify([position.key, position.id]);
  return toBase64Url(`${checkOf(place, filters)}${place}`);
}

/**
 * Reads a cursor that `encodeCursor` made with the same filters.
 *
 * @throws ProblemError `CURSOR_MISMATCH` (400) for any other text.
 */
export function decodeCursor(cursor: string, filters: string): Position {
  const text = fromBase64Url(cursor);
  const check = text.slice(0, checkLength);
  const place = text.slice(checkLength);
  if (checkOf(place, filters) !== check) {
    throw refuseAt(
      '?cursor',
      400,
      'CURSOR_MISMATCH',
      'The cursor is of another list, or of other filters. Begin again without a cursor.',
    );
  }
  const [key, id] = JSON.parse(place) as [Position['key'], string];
  return { key, id };
}

const checkLength = 14;

function checkOf(place: string, filters: string): string {
  const half = (salt: string) => hashText(`${salt}${filters} ${place}`).toString(36).padStart(7, '0');
  return half('a') + half('b');
}

function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The text behind a cursor, or an empty one where there is none. */
function fromBase64Url(text: string): string {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
  } catch {
    return '';
  }
}
