import type { CreateManyReport } from './bulk/create-many.js';
import { brand, type Failure } from './transport/failure.js';

/** One thing that is wrong with one field of an input, a query or an answer. */
export interface FieldError {
  /** For programs, such as `REQUIRED`, `INVALID_EMAIL_FORMAT` or `TOO_LONG`. */
  code: string;
  /** For people. */
  message: string;
  /** What the code is about: the range of a mistake in a query, say. */
  params?: Record<string, unknown> | undefined;
}

/** What is wrong, by field: the path's parts joined with dots, such as `email`, `fields.company`, `steps.0.subject`. */
export type FieldErrors = Record<string, FieldError[]>;

/**
 * What every error of the SDK is. Its `name` is that of a class below, and `APIError` for all classes by status. They are
 * told by a mark, not by a prototype: `instanceof` then also holds for errors of another copy of this package, as happens when two versions are
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
export abstract class FluenzRError extends Error {
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

  static override [Symbol.hasInstance](value: unknown): boolean {
    return nameOf(value) !== undefined;
  }
}

/** An error's name, if it is one of this package, in whatever copy. */
const nameOf = (value: unknown): string | undefined => (Object(value) as Partial<Failure>)[brand];

/** The API refused: its class says with which status. `problem` is the whole problem document (RFC 9457), where one came. */
export abstract class APIError extends FluenzRError {
  declare readonly status: number;
  /** Also holds what single codes add, such as `existingId`, `usages` or `actual`. */
  declare readonly problem: Readonly<Record<string, unknown>> | undefined;

  static override [Symbol.hasInstance](value: unknown): boolean {
    return nameOf(value) === 'APIError';
  }
}

/** 400: the request is malformed. */
export abstract class BadRequestError extends APIError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof APIError && value.status === 400;
  }
}

/** 401: the key or token is missing, wrong or expired. */
export abstract class AuthenticationError extends APIError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof APIError && value.status === 401;
  }
}

/** 403: the key may not do this. */
export abstract class PermissionDeniedError extends APIError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof APIError && value.status === 403;
  }
}

/** 404: there is no such thing, such as `CONTACT_NOT_FOUND`. */
export abstract class NotFoundError extends APIError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof APIError && value.status === 404;
  }
}

/** 409: the state does not allow it, such as `GROUP_ARCHIVED` or `GROUP_NAME_TAKEN`. */
export abstract class ConflictError extends APIError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof APIError && value.status === 409;
  }
}

/** 412: it was changed meanwhile, so that `ifMatch` no longer holds. Read it again, then decide. */
export abstract class PreconditionFailedError extends APIError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof APIError && value.status === 412;
  }
}

/** 422: fields or business rules are violated; see `fieldErrors`. */
export abstract class ValidationError extends APIError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof APIError && value.status === 422;
  }
}

/** 429: too many requests; `retryAfter` says how many milliseconds to wait. */
export abstract class RateLimitError extends APIError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof APIError && value.status === 429;
  }
}

/** 500 and above: the server failed, after all retries. */
export abstract class ServerError extends APIError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof APIError && value.status >= 500;
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
