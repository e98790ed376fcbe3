import type { ProblemDetail } from '@fluenzr/client/schemas';
import { ProblemError } from '../problem.js';
import { kindOf, membersOf, type Schema } from './schema.js';
import { validated } from './validation.js';

const nothing: Record<string, never> = {};

/**
 * Reads the query of a request with a schema. On the wire lists are joined by commas, booleans `true` or `false`, and
 * an object is JSON.
 *
 * @throws ProblemError `VALIDATION_FAILED` (422) with a pointer such as `?limit`.
 */
export function parseQueryParameters(schema: Schema | undefined, parameters: URLSearchParams): unknown {
  if (parameters.size === 0) return schema ? validated(schema, nothing, pointerTo) : nothing;
  const members = schema ? membersOf(schema) : nothing;
  const values: [string, unknown][] = [];
  const errors: ProblemDetail[] = [];
  for (const [name, text] of parameters) {
    const member = Object.hasOwn(members, name) ? members[name] : undefined;
    if (!member) {
      errors.push({ pointer: `?${name}`, code: 'UNKNOWN_MEMBER', message: `"${name}" is not known here.` });
    } else if (values.some(([known]) => known === name)) {
      errors.push({ pointer: `?${name}`, code: 'INVALID_VALUE', message: `"${name}" is given twice.` });
    } else {
      values.push([name, read(kindOf(member), text)]);
    }
  }
  if (errors.length > 0) {
    throw new ProblemError(422, 'VALIDATION_FAILED', 'The query has parameters that it may not have.', {
      errors,
    });
  }
  return schema ? validated(schema, Object.fromEntries(values), pointerTo) : nothing;
}

const pointerTo = (path: readonly PropertyKey[]) => `?${String(path[0] ?? '')}`;

/** The value that a text stands for; a text that stands for none is kept, for the schema to refuse. */
function read(kind: string, text: string): unknown {
  switch (kind) {
    case 'number':
      return /^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'array':
      return text.split(',');
    case 'record':
      try {
        return JSON.parse(text) as unknown;
      } catch {
        return text;
      }
    default:
      return text;
  }
}
