import type { FieldErrors } from '../errors.js';
import { Failure } from './failure.js';
import { retryAfter } from './retry.js';

type Problem = Readonly<Record<string, unknown>> & {
  code?: string;
  title?: string;
  detail?: string;
  errors?: { pointer: string; code: string; message: string }[];
};

/** `/fields/company` (RFC 6901) names `fields.company`, and `?name` a query parameter. */
const fieldOf = (pointer: string): string =>
  pointer.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');

/**
 * The error for an answer that is a refusal, or not what the API promises.
 *
 * @param text the body, without secrets
 * @param fieldErrors what validation found
 */
export function answerError(
  label: string,
  { status, headers }: Response,
  text: string,
  requestId: string,
  fieldErrors: FieldErrors = {},
): Failure {
  let said = text || 'empty body';
  let problem: Problem | undefined;
  try {
    if (status >= 400) {
      problem = JSON.parse(text) as Problem;
      if (problem.code) said = `${problem.code} ${problem.detail ?? problem.title}`;
      for (const error of problem.errors ?? []) (fieldErrors[fieldOf(error.pointer)] ??= []).push(error);
    }
  } catch {
    // not the API's own words but a proxy's page: the message shows how it begins
  }
  return new Failure(
    status >= 400 ? 'APIError' : 'ResponseValidationError',
    `${label}: ${status} ${said.slice(0, 200)}`,
    { status, code: problem?.code, requestId, problem, fieldErrors, retryAfter: retryAfter(status, headers) },
  );
}
