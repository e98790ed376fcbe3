import type * as z from 'zod/mini';

/** One thing that is wrong with what was sent, or with a form record. */
export interface Mistake {
  /** RFC 6901 JSON pointer to the member: `/email`, `/fields/company`. */
  pointer: string;
  /** For programs: `REQUIRED`, `UNKNOWN_MEMBER`, `TOO_LONG` … */
  code: string;
  /** For people, in English. */
  message: string;
}

/** The RFC 6901 pointer to the member at `path`. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** What a schema found wrong with `value`, every mistake named. zod/mini has no messages of its own. */
export function mistakesOf(issues: readonly z.core.$ZodIssue[], value: unknown): Mistake[] {
  return issues.flatMap((issue): Mistake[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => unknownMember([...issue.path, key]));
    }
    const pointer = pointerTo(issue.path);
    if (valueAt(value, issue.path) === undefined) {
      return [{ pointer, code: 'REQUIRED', message: 'This is required.' }];
    }
    return [{ pointer, ...explain(issue) }];
  });
}

/** The mistake of a member that has no place there. Ignoring it would hide a typing error, or an attack. */
export const unknownMember = (path: readonly PropertyKey[]): Mistake => ({
  pointer: pointerTo(path),
  code: 'UNKNOWN_MEMBER',
  message: `"${String(path.at(-1)).slice(0, 60)}" is not known here.`,
});

function explain(issue: z.core.$ZodIssue): Pick<Mistake, 'code' | 'message'> {
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'INVALID_TYPE', message: `This must be of type ${issue.expected}.` };
    case 'invalid_value':
      return { code: 'INVALID_VALUE', message: `This must be one of: ${issue.values.join(', ')}.` };
    case 'too_big':
      return { code: 'TOO_LONG', message: `This must be at most ${issue.maximum}${unit(issue.origin)}.` };
    case 'too_small':
      return { code: 'TOO_SHORT', message: `This must be at least ${issue.minimum}${unit(issue.origin)}.` };
    case 'invalid_format':
      return {
        code: issue.path.at(-1) === 'email' ? 'INVALID_EMAIL_FORMAT' : 'INVALID_VALUE',
        message: issue.message,
      };
    case 'invalid_union':
      return { code: 'INVALID_VALUE', message: 'This has none of the forms that are allowed here.' };
    default:
      return { code: 'INVALID_VALUE', message: issue.message };
  }
}

const unit = (origin: string): string => ({ string: ' characters long', array: ' items long' })[origin] ?? '';

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Record<PropertyKey, unknown>)[key];
  }
  return current;
}
