import type { Mistake } from './mistake.js';

/** What a refusal tells beside its status, code and detail. */
export interface RefusalParts {
  /** Every mistake, with a pointer to where it is. */
  errors?: Mistake[];
  /** Seconds after which to try again. */
  retryAfter?: number;
  /** Further headers, such as `Allow`. */
  headers?: Record<string, string>;
}

/** What the relay says no with: a problem document for scripts, a page for people. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: string;
  readonly parts: RefusalParts;

  /** `detail` says what was wrong, and what to do. */
  constructor(status: number, code: string, detail: string, parts: RefusalParts = {}) {
    super(detail);
    this.status = status;
    this.code = code;
    this.parts = parts;
  }
}

/** 422: members of the submission are not as they should be. */
export const invalid = (errors: Mistake[]): Refusal =>
  new Refusal(
    422,
    'VALIDATION_FAILED',
    errors.length === 1 ? (errors[0]?.message ?? '') : `${errors.length} members are not as they should be.`,
    { errors },
  );

/** 422 for one member. */
export const invalidAt = (pointer: string, code: string, message: string): Refusal =>
  invalid([{ pointer, code, message }]);

/** 503: not now, and nothing is lost by asking again. */
export const unavailable = (detail: string, retryAfter = 30): Refusal =>
  new Refusal(503, 'SERVICE_UNAVAILABLE', detail, { retryAfter });
