import type { ProblemDetail } from '@fluenzr/client/schemas';

/** What a refusal tells beside its status, code and detail. */
export interface ProblemParts {
  /** The mistakes, each with a pointer to where it is. */
  errors?: ProblemDetail[];
  /** Further members of the problem document, such as `existingId`. */
  members?: Record<string, unknown>;
  /** Headers of the answer, such as `Retry-After`. */
  headers?: Record<string, string>;
}

/** A refusal. It undoes the request's changes and is answered as a problem document (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly code: string;
  readonly parts: ProblemParts;

  /** `detail` says what was wrong in this request, and what to do. */
  constructor(status: number, code: string, detail: string, parts: ProblemParts = {}) {
    super(detail);
    this.status = status;
    this.code = code;
    this.parts = parts;
  }
}

/** A refusal of one member of a body (`/groupId`) or one query parameter (`?cursor`). */
export function refuseAt(pointer: string, status: number, code: string, message: string): ProblemError {
  return new ProblemError(status, code, message, { errors: [{ pointer, code, message }] });
}

/** A refusal of one member that is not as it should be: `VALIDATION_FAILED` (422), with the code of the mistake. */
export function invalidAt(pointer: string, code: string, message: string): ProblemError {
  return new ProblemError(422, 'VALIDATION_FAILED', message, { errors: [{ pointer, code, message }] });
}
