/** One thing that is wrong with what was sent, or with a form record. */
export interface Mistake {
  /** RFC 6901 JSON pointer to the member: `/email`, `/fields/company`. */
  pointer: string;
  /** For programs: `REQUIRED`, `UNKNOWN_MEMBER`, `TOO_LONG` … */
  code: string;
  /** For people, in English. */
  message: string;
}

/** Where a member is: names and numbers from the outside in. */
export type Path = readonly (string | number)[];

/** The RFC 6901 pointer to the member at `path`. */
export const pointerTo = (path: Path): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/**
 * The mistake of a member that has no place there. Ignoring it would hide a typing error, or an attack.
 *
 * @param where what should name it
 */
export const unknownMember = (path: Path, where?: string): Mistake => ({
  pointer: pointerTo(path),
  code: 'UNKNOWN_MEMBER',
  message: `"${String(path.at(-1)).slice(0, 60)}" is not ${where === undefined ? 'known here' : `in ${where}`}.`,
});
