/** What is wrong with one member of a lead. */
export interface LeadFieldError {
  /** For programs, such as `INVALID_EMAIL_FORMAT`. */
  readonly code: string;
  /** For people. */
  readonly message: string;
}

/** Why a lead was not accepted. */
export class LeadError extends Error {
  /** HTTP status of the answer; 0 when none came. */
  readonly status: number;
  /** For programs, such as `FORM_NOT_FOUND`. */
  readonly code: string | undefined;
  /** What is wrong, by the member's name: `email`, `fields.company`. */
  readonly fieldErrors: Readonly<Record<string, LeadFieldError[]>>;
  /** How many milliseconds the endpoint asks to wait. */
  readonly retryAfter: number | undefined;
  /** The answer as it came: a problem document (RFC 9457), if it is one at all. */
  readonly problem: unknown;

  /** @internal */
  constructor(url: string, status: number, problem: unknown, retryAfter?: number) {
    const { detail, code, errors } = Object(problem) as { detail?: string; code?: string; errors?: unknown };
    // a form endpoint asks for no key: it is FluenzR that was asked, whose advice is none for a public page
    const said = status === 401 ? undefined : detail;
    super(`${url}: ${said ?? (status ? `${status}, not from a form endpoint` : 'no answer')}`);
    this.name = 'LeadError';
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
    this.problem = problem;
    const fieldErrors = Object.create(null) as Record<string, LeadFieldError[]>;
    for (const entry of Array.isArray(errors) ? (errors as unknown[]) : []) {
      const { pointer, code, message } = Object(entry) as LeadFieldError & { pointer?: unknown };
      (fieldErrors[String(pointer).slice(1).replaceAll('/', '.')] ??= []).push({ code, message });
    }
    this.fieldErrors = fieldErrors;
  }
}
