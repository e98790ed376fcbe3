/** One thing that is wrong with one field of an input, a query or an answer. */
export interface FieldError {
  /** For programs, such as `REQUIRED`, `INVALID_EMAIL_FORMAT` or `TOO_LONG`. */
  code: string;
  /** For people. */
  message: string;
}

/** What is wrong, by field: the path's parts joined with dots, such as `email`, `fields.company`, `steps.0.subject`. */
export type FieldErrors = Record<string, FieldError[]>;

/** What an error of the SDK knows beside its message. */
export interface ErrorDetails {
  code?: string | undefined;
  status?: number | undefined;
  requestId?: string | undefined;
  fieldErrors?: FieldErrors | undefined;
  retryAfter?: number | undefined;
  problem?: Readonly<Record<string, unknown>> | undefined;
  cause?: unknown;
}

/**
 * What every error of the SDK is. `instanceof` also holds for errors of another copy of this package, as happens when
 * two versions of it are installed. No message holds a key, and none more than 200 characters of an answer.
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
  /** Names the class in every copy of this package, minified or not. @internal */
  static readonly fluenzr: string = 'FluenzRError';

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

  constructor(message: string, details: ErrorDetails = {}) {
    const { fieldErrors, requestId } = details;
    for (const field in fieldErrors) message += `; ${field}: ${fieldErrors[field]?.[0]?.message ?? ''}`;
    super(message.slice(0, 500) + (requestId ? ` (request ${requestId})` : ''), details);
    Object.assign(this, details, { name: new.target.fluenzr });
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    let type: unknown = (value as object | null | undefined)?.constructor;
    for (; type; type = Object.getPrototypeOf(type)) {
      if (type === this) return true;
      // a program's own subclass has no name here: it is the only one of its kind
      if (Object.hasOwn(this, 'fluenzr') && (type as typeof FluenzRError).fluenzr === this.fluenzr)
        return true;
    }
    return false;
  }
}

/** The API refused: its class says with which status. `problem` is the whole problem document (RFC 9457), where one came. */
export class APIError extends FluenzRError {
  static override readonly fluenzr: string = 'APIError';
  declare readonly status: number;
  /** Also holds what single codes add, such as `existingId`, `usages` or `actual`. */
  declare readonly problem: Readonly<Record<string, unknown>> | undefined;
}

/** 400: the request is malformed. */
export class BadRequestError extends APIError {
  static override readonly fluenzr = 'BadRequestError';
}

/** 401: the key or token is missing, wrong or expired. */
export class AuthenticationError extends APIError {
  static override readonly fluenzr = 'AuthenticationError';
}

/** 403: the key may not do this. */
export class PermissionDeniedError extends APIError {
  static override readonly fluenzr = 'PermissionDeniedError';
}

/** 404: there is no such thing, such as `CONTACT_NOT_FOUND`. */
export class NotFoundError extends APIError {
  static override readonly fluenzr = 'NotFoundError';
}

/** 409: the state does not allow it, such as `GROUP_ARCHIVED` or `GROUP_NAME_TAKEN`. */
export class ConflictError extends APIError {
  static override readonly fluenzr = 'ConflictError';
}

/** 412: it was changed meanwhile, so that `ifMatch` no longer holds. Read it again, then decide. */
export class PreconditionFailedError extends APIError {
  static override readonly fluenzr = 'PreconditionFailedError';
}

/** 422: fields or business rules are violated; see `fieldErrors`. */
export class ValidationError extends APIError {
  static override readonly fluenzr = 'ValidationError';
}

/** 429: too many requests; `retryAfter` says how many milliseconds to wait. */
export class RateLimitError extends APIError {
  static override readonly fluenzr = 'RateLimitError';
}

/** 500 and above: the server failed, after all retries. */
export class ServerError extends APIError {
  static override readonly fluenzr = 'ServerError';
}

/** No answer, or only part of one: the server cannot be reached, or the connection broke, after all retries. */
export class ConnectionError extends FluenzRError {
  static override readonly fluenzr = 'ConnectionError';
}

/** No complete answer within `timeout`, after all retries, or within `totalTimeout`. */
export class TimeoutError extends FluenzRError {
  static override readonly fluenzr = 'TimeoutError';
}

/** The caller's `signal` ended the call; `cause` is the signal's reason. */
export class AbortError extends FluenzRError {
  static override readonly fluenzr = 'AbortError';
}

/** An argument or option is wrong; no request was made. `fieldErrors` says where. */
export class InvalidInputError extends FluenzRError {
  static override readonly fluenzr = 'InvalidInputError';
}

/**
 * The answer is not what the API promises: truncated JSON, an HTML page of a proxy, a redirect, an empty body or, with
 * validation, a wrong shape. The write that it answers may have been done.
 */
export class ResponseValidationError extends FluenzRError {
  static override readonly fluenzr = 'ResponseValidationError';
}

const classes: Record<number, typeof APIError> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  409: ConflictError,
  412: PreconditionFailedError,
  422: ValidationError,
  429: RateLimitError,
};

/** The class for an answer's status; 0 is a redirect as a page sees it. @internal */
export const errorClass = (status: number): typeof FluenzRError =>
  classes[status] ?? (status >= 500 ? ServerError : status >= 400 ? APIError : ResponseValidationError);

/** The error for an argument that fails before any request. @internal */
export const invalidInput = (field: string, message: string): InvalidInputError =>
  new InvalidInputError('Not sent', { fieldErrors: { [field]: [{ code: 'INVALID_VALUE', message }] } });
