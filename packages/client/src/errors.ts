import type { CreateManyReport } from './bulk/create-many.js';

/** One thing that is wrong with one field of an input, a query or an answer. */
export interface FieldError {
  /** For programs, such as `REQUIRED`, `INVALID_EMAIL_FORMAT` or `TOO_LONG`. */
  code: string;
  /** For people. */
  message: string;
}

/** What is wrong, by field: the path's parts joined with dots, such as `email`, `fields.company`, `steps.0.subject`. */
export type FieldErrors = Record<string, FieldError[]>;

/** What an error knows beside its message. */
export interface ErrorDetails {
  code?: string | undefined;
  status?: number | undefined;
  requestId?: string | undefined;
  fieldErrors?: FieldErrors | undefined;
  retryAfter?: number | undefined;
  problem?: Readonly<Record<string, unknown>> | undefined;
  cause?: unknown;
}

/** Marks the errors of this package, in every copy of it that a program may hold. */
const brand = Symbol.for('@fluenzr/client/error');

/**
 * What every error of the SDK is; its `name` is that of one of the classes below. They are told by a mark, not by a
 * prototype: `instanceof` then also holds for errors of another copy of this package, as happens when two versions are
 * installed, and a bundle carries only the classes that its program names.
 *
 * No message holds a key, and none more than 200 characters of an answer.
 *
 * @example
 * ```ts
 * try {
 *   await fluenzr.contacts.create({ email: 'ada@example.com', groupId: 'grp_1' });
 * } catch (error) {
 *   if (!(error instanceof FluenzRError)) throw error;
 *   console.error(error.message, error.code, error.requestId);
 * }
 * ```
 */
export class FluenzRError extends Error {
  /** For programs: a code of the API such as `GROUP_NOT_FOUND`. */
  declare readonly code: string | undefined;
  /** HTTP status of the answer, where there was one. */
  declare readonly status: number | undefined;
  /** Names the request in the logs of both sides. */
  declare readonly requestId: string | undefined;
  /** What is wrong by field, where fields are to blame. */
  declare readonly fieldErrors: FieldErrors | undefined;
  /** How long the server asks to wait, in milliseconds. */
  declare readonly retryAfter: number | undefined;

  /** @internal */
  constructor(name: string, message: string, details: ErrorDetails = {}) {
    const { fieldErrors, requestId } = details;
    for (const field in fieldErrors) message += `; ${field}: ${String(fieldErrors[field]?.[0]?.message)}`;
    super(message.slice(0, 500) + (requestId ? ` (request ${requestId})` : ''), details);
    Object.assign(this, details, { name });
  }

  get [brand](): string {
    return this.name;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return brand in Object(value);
  }
}

/** An error's name, if it is one of this package, in whatever copy. */
const nameOf = (value: unknown): string | undefined => (Object(value) as Record<symbol, string>)[brand];

/** The API refused: its class says with which status. `problem` is the whole problem document (RFC 9457), where one came. */
export abstract class APIError extends FluenzRError {
  declare readonly status: number;
  /** Also holds what single codes add, such as `existingId`, `usages` or `actual`. */
  declare readonly problem: Readonly<Record<string, unknown>> | undefined;

  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof FluenzRError && (value.status ?? 0) >= 400;
  }
}

/** 400: the request is malformed. */
export abstract class BadRequestError extends APIError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return nameOf(value) === 'BadRequestError';
  }
}

/** 401: the key or token is missing, wrong or expired. */
export abstract class AuthenticationError extends APIError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return nameOf(value) === 'AuthenticationError';
  }
}

/** 403: the key may not do this. */
export abstract class PermissionDeniedError extends APIError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return nameOf(value) === 'PermissionDeniedError';
  }
}

/** 404: there is no such thing, such as `CONTACT_NOT_FOUND`. */
export abstract class NotFoundError extends APIError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return nameOf(value) === 'NotFoundError';
  }
}

/** 409: the state does not allow it, such as `GROUP_ARCHIVED` or `GROUP_NAME_TAKEN`. */
export abstract class ConflictError extends APIError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return nameOf(value) === 'ConflictError';
  }
}

/** 412: it was changed meanwhile, so that `ifMatch` no longer holds. Read it again, then decide. */
export abstract class PreconditionFailedError extends APIError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return nameOf(value) === 'PreconditionFailedError';
  }
}

/** 422: fields or business rules are violated; see `fieldErrors`. */
export abstract class ValidationError extends APIError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return nameOf(value) === 'ValidationError';
  }
}

/** 429: too many requests; `retryAfter` says how many milliseconds to wait. */
export abstract class RateLimitError extends APIError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return nameOf(value) === 'RateLimitError';
  }
}

/** 500 and above: the server failed, after all retries. */
export abstract class ServerError extends APIError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return nameOf(value) === 'ServerError';
  }
}

/** No answer, or only part of one: the server cannot be reached, or the connection broke, after all retries. */
export abstract class ConnectionError extends FluenzRError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return nameOf(value) === 'ConnectionError';
  }
}

/** No complete answer within `timeout`, after all retries, or within `totalTimeout`. */
export abstract class TimeoutError extends FluenzRError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return nameOf(value) === 'TimeoutError';
  }
}

/** The caller's `signal` ended the call; `cause` is the signal's reason. */
export abstract class AbortError extends FluenzRError {
  /** Of `contacts.createMany`: what was done by then. */
  declare readonly report: CreateManyReport | undefined;

  static override [Symbol.hasInstance](value: unknown): boolean {
    return nameOf(value) === 'AbortError';
  }
}

/** An argument or option is wrong; no request was made. `fieldErrors` says where. */
export abstract class InvalidInputError extends FluenzRError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return nameOf(value) === 'InvalidInputError';
  }
}

/**
 * The answer is not what the API promises: truncated JSON, an HTML page of a proxy, a redirect, an empty body or, with
 * validation, a wrong shape. The write that it answers may have been done.
 */
export abstract class ResponseValidationError extends FluenzRError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return nameOf(value) === 'ResponseValidationError';
  }
}

const names: Record<number, string> = {
  400: 'BadRequest',
  401: 'Authentication',
  403: 'PermissionDenied',
  404: 'NotFound',
  409: 'Conflict',
  412: 'PreconditionFailed',
  422: 'Validation',
  429: 'RateLimit',
};

/** The error's name for an answer's status; 0 is a redirect as a page sees it. @internal */
export const nameForStatus = (status: number): string =>
  `${names[status] ?? (status >= 500 ? 'Server' : status >= 400 ? 'API' : 'ResponseValidation')}Error`;

/** The error for an argument that fails before any request. @internal */
export const invalidInput = (field: string, message: string): FluenzRError =>
  new FluenzRError('InvalidInputError', 'Invalid input', {
    fieldErrors: { [field]: [{ code: 'INVALID_VALUE', message }] },
  });
