import type * as z from 'zod/mini';
import type { FieldErrors } from './errors.js';
import type { Validate } from './options.js';
import type { RouteTable } from './routes/route.js';

/** What is wrong, in words: zod/mini brings no texts of its own. */
function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${issue.expected}`;
    case 'unrecognized_keys':
      return `unknown: ${issue.keys.join(', ')}`;
    case 'too_small':
      return `below the minimum of ${issue.minimum}`;
    case 'too_big':
      return `above the maximum of ${issue.maximum}`;
    case 'invalid_value':
      return `expected one of ${issue.values.join(', ')}`;
    default:
      return issue.message;
  }
}

/**
 * Makes the part that checks bodies and queries before they are sent, and answers before they are given out.
 *
 * @param routes the endpoints to check: `routes` of `@fluenzr/client/routes`, or some of them
 */
export const validate =
  (routes: RouteTable): Validate =>
  (route, part, value) => {
    const result = routes[route as keyof RouteTable]?.[part]?.safeParse(value);
    if (!result?.error) return undefined;
    const fieldErrors: FieldErrors = {};
    for (const issue of result.error.issues) {
      (fieldErrors[issue.path.join('.')] ??= []).push({ code: 'INVALID_VALUE', message: messageOf(issue) });
    }
    return fieldErrors;
  };
