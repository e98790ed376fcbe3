import type * as z from 'zod/mini';
import type { FieldErrors } from './errors.js';
import type { ConditionalOptions, Validate } from './options.js';
import type { Route, RouteTable } from './routes/route.js';
import { Failure, invalidInput } from './transport/failure.js';

/** What is wrong: the API's code for it, and words, since zod/mini brings none. */
function explain(issue: z.core.$ZodIssue): [code: string, message: string] {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? ['REQUIRED', 'required']
        : ['INVALID_TYPE', `not of type ${issue.expected}`];
    case 'invalid_value':
      return ['INVALID_VALUE', `not one of ${issue.values.join(', ')}`];
    case 'too_small':
      return ['TOO_SHORT', `less than ${issue.minimum}`];
    case 'too_big':
      return ['TOO_LONG', `more than ${issue.maximum}`];
    case 'invalid_format':
      return [issue.path.at(-1) === 'email' ? 'INVALID_EMAIL_FORMAT' : 'INVALID_VALUE', issue.message];
    default:
      return ['INVALID_VALUE', 'none of the forms allowed'];
  }
}

function fieldErrorsOf(issues: readonly z.core.$ZodIssue[]): FieldErrors {
  const fieldErrors = Object.create(null) as FieldErrors; // without a prototype, `__proto__` is a name like any other
  const add = (path: PropertyKey[], code: string, message: string) =>
    (fieldErrors[path.join('.')] ??= []).push({ code, message });
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) add([...issue.path, key], 'UNKNOWN_MEMBER', 'unknown');
    } else add(issue.path, ...explain(issue));
  }
  return fieldErrors;
}

function checkOptions(options: ConditionalOptions): void {
  for (const name of ['timeout', 'totalTimeout', 'maxRetries', 'maxRetryAfter', 'ifMatch'] as const) {
    const least = name.endsWith('imeout') ? 1 : 0;
    const value = options[name] === undefined ? least : options[name];
    if (!(Number.isInteger(value) && value >= least && value < 2 ** 31)) {
      throw invalidInput(name, `not a whole number from ${least} to 2147483647`);
    }
  }
  const { idempotencyKey = '-', headers = {} } = options;
  // what fetch would refuse without saying where
  if (!/^[ -~]+$/.test(idempotencyKey)) throw invalidInput('idempotencyKey', 'not text of ASCII characters');
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || /[^\t -~\u0080-\u00ff]/.test(value)) {
      throw invalidInput(`headers.${name}`, 'no header can be so');
    }
    if (/^(authorization|idempotency-key|if-match)$/i.test(name)) {
      throw invalidInput(`headers.${name}`, 'use the option apiKey, idempotencyKey or ifMatch');
    }
  }
}

/**
 * Makes the part of a client that checks options, queries and bodies before they are sent, and answers before they are
 * given out. Answers pass with members and enum values that this version does not know.
 *
 * @param routes the endpoints to check: all (`routes` of `@fluenzr/client/routes`), or those that a program uses
 * @example
 * ```ts
 * import { contacts } from '@fluenzr/client/contacts';
 * import { createClient } from '@fluenzr/client/core';
 * import { ContactCreate, ContactCreated } from '@fluenzr/client/schemas';
 * import { validate } from '@fluenzr/client/validate';
 *
 * const fluenzr = createClient({
 *   resources: { contacts },
 *   validate: validate({ 'POST /contacts': { body: ContactCreate, answer: ContactCreated } }),
 *   baseUrl: 'https://crm.example.com',
 *   apiKey: async () => {
 *     const response = await fetch('/fluenzr-token');
 *     if (!response.ok) throw new Error('Sign in again.');
 *     return response.text();
 *   },
 * });
 * ```
 */
export const validate =
  (routes: RouteTable): Validate =>
  (route, { options, ...parts }) => {
    if (options) checkOptions(options);
    const schemas = (routes as Record<string, Route | undefined>)[route];
    for (const part of ['query', 'body', 'answer'] as const) {
      if (!(part in parts)) continue;
      const value = part === 'query' ? (parts.query ?? {}) : parts[part]; // no query is an empty one
      const result = schemas?.[part]?.safeParse(value, { reportInput: true });
      if (result?.error) {
        const fieldErrors = fieldErrorsOf(result.error.issues);
        const faults = Object.entries(fieldErrors).map(
          ([field, [fault]]) => `${field}: ${fault?.message ?? ''}`,
        );
        throw new Failure('InvalidInputError', faults.join('; ').slice(0, 500), { fieldErrors });
      }
    }
  };
