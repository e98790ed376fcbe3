import { ProblemError } from '../problem.js';
import { etagOf } from './etag.js';

/** An answer that is ready to be sent. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | null;
  /** In place of a body: one that is sent as a stream, part by part. */
  parts?: readonly string[];
}

/** An endpoint's answer as JSON, with the `ETag` of what it shows. */
export function jsonAnswer({
  status,
  body,
  headers,
}: {
  status: number;
  body?: object | undefined;
  headers?: Record<string, string>;
}): Answer {
  if (!body) return { status, headers: { ...headers }, body: null };
  const version = 'version' in body && typeof body.version === 'number' ? body.version : null;
  return {
    status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      ...(version !== null && { ETag: etagOf(version) }),
      ...headers,
    },
    body: JSON.stringify(body),
  };
}

/** A refusal as a problem document (RFC 9457). What is no `ProblemError` is a fault of the backend's own. */
export function problemAnswer(error: unknown, instance: string, requestId: string): Answer {
  const problem = error instanceof ProblemError ? error : internalError(error);
  const { errors, members, headers } = problem.parts;
  return {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
    body: JSON.stringify({
      type: `urn:fluenzr:problem:${problem.code.toLowerCase().replaceAll('_', '-')}`,
      title: titleOf(problem.code),
      status: problem.status,
      detail: problem.message,
      instance,
      code: problem.code,
      requestId,
      ...(errors && { errors }),
      ...members,
    }),
  };
}

function internalError(error: unknown): ProblemError {
  return new ProblemError(500, 'INTERNAL_ERROR', `The mock backend failed: ${String(error)}`);
}

/** `GROUP_NOT_FOUND` is "Group not found". */
function titleOf(code: string): string {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
