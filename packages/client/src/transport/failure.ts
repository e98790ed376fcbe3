import type { FieldErrors } from '../errors.js';

/** What an error knows beside its message. */
export interface FailureDetails {
  code?: string | undefined;
  status?: number | undefined;
  requestId?: string | undefined;
  fieldErrors?: FieldErrors | undefined;
  retryAfter?: number | undefined;
  problem?: Readonly<Record<string, unknown>> | undefined;
  cause?: unknown;
}

/** Marks the errors of this package, in every copy of it that a program may hold. */
export const brand = Symbol.for('@fluenzr/client/error');

/** What the SDK throws. Programs know it by the classes of errors.ts, which tell it by its mark and its name. */
export class Failure extends Error {
  constructor(name: string, message: string, details: FailureDetails = {}) {
    const { requestId } = details;
    super(requestId ? `${message} (request ${requestId})` : message, details);
    Object.assign(this, details, { name });
  }

  get [brand](): string {
    return this.name;
  }
}

/** The error for an argument that fails before any request. */
export const invalidInput = (field: string, message: string): Failure =>
  new Failure('InvalidInputError', `${field}: ${message}`, {
    fieldErrors: { [field]: [{ code: 'INVALID_VALUE', message }] },
  });
