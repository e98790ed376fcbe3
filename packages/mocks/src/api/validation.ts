import type { ProblemDetail } from '@fluenzr/client/schemas';
import { ProblemError } from '../problem.js';
import type { Issue, Schema } from './schema.js';

/**
 * Holds a value against a schema. `pointerTo` says where a member stands: a JSON pointer, or the name of a parameter.
 *
 * @throws ProblemError `VALIDATION_FAILED` (422), or the one code that the contract names for the mistake.
 */
export function validated(
  schema: Schema,
  value: unknown,
  pointerTo: (path: readonly PropertyKey[]) => string,
): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap((issue) => describe(issue, value, pointerTo));
  const [first] = errors;
  const code =
    errors.length === 1 && first?.code === 'INVALID_EMAIL_FORMAT' ? first.code : 'VALIDATION_FAILED';
  const detail = errors.length === 1 ? first?.message : `${errors.length} members are not as they should be.`;
  throw new ProblemError(422, code, detail ?? '', { errors });
}

/** An RFC 6901 JSON pointer. */
export const jsonPointer = (path: readonly PropertyKey[]) =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function describe(
  issue: Issue,
  value: unknown,
  pointerTo: (path: readonly PropertyKey[]) => string,
): ProblemDetail[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerTo([...issue.path, key]),
      code: 'UNKNOWN_MEMBER',
      message: `"${key}" is not known here.`,
    }));
  }
  const pointer = pointerTo(issue.path);
  if (valueAt(value, issue.path) === undefined)
    return [{ pointer, code: 'REQUIRED', message: 'This is required.' }];
  if (issue.path.at(-1) === 'email' && issue.code === 'invalid_format') {
    return [{ pointer, code: 'INVALID_EMAIL_FORMAT', message: issue.message }];
  }
  return [{ pointer, ...explain(issue) }];
}

/** Code, message and figures of one mistake. (zod/mini has no messages of its own.) */
function explain(issue: Issue): Pick<ProblemDetail, 'code' | 'message' | 'params'> {
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'INVALID_TYPE', message: `This must be ${withArticle(issue.expected)}.` };
    case 'invalid_value':
      return {
        code: 'INVALID_VALUE',
        message: `This must be one of: ${issue.values.join(', ')}.`,
        params: { values: issue.values },
      };
    case 'too_big':
      return limit(issue.origin, 'TOO_LONG', 'at most', Number(issue.maximum), 'maximum');
    case 'too_small':
      return limit(issue.origin, 'TOO_SHORT', 'at least', Number(issue.minimum), 'minimum');
    case 'invalid_union':
      return { code: 'INVALID_VALUE', message: 'This has none of the forms that are allowed here.' };
    default:
      return { code: 'INVALID_VALUE', message: issue.message };
  }
}

function limit(origin: string, code: 'TOO_LONG' | 'TOO_SHORT', bound: string, figure: number, name: string) {
  const unit = { string: ' characters long', array: ' items long' }[origin];
  if (!unit)
    return {
      code: 'INVALID_VALUE' as const,
      message: `This must be ${bound} ${figure}.`,
      params: { [name]: figure },
    };
  return { code, message: `This must be ${bound} ${figure}${unit}.`, params: { [name]: figure } };
}

const withArticle = (type: string) => {
  const name = type === 'int' ? 'integer' : type;
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
};

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Record<PropertyKey, unknown>)[key];
  }
  return current;
}
