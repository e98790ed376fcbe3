import type { ContactCreate, ContactCreated } from '@fluenzr/client';

/**
 * What the form needs of a client: `contacts.create`. A client of `@fluenzr/client` fits, whole or with the
 * `contacts` resource alone, and so does any object of this shape, such as one in a test or one that calls your own
 * backend.
 *
 * When `create` rejects, the form reads these members of the error, where they exist: `name`, `status`, `code`,
 * `retryAfter` (milliseconds) and `fieldErrors` (`{ email: [{ code, message }] }`).
 *
 * @example
 * ```ts
 * import type { LeadFormClient } from '@fluenzr/elements';
 *
 * const client: LeadFormClient = {
 *   contacts: {
 *     async create(input, { idempotencyKey }) {
 *       const response = await fetch('/my-backend/leads', {
 *         method: 'POST',
 *         headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
 *         body: JSON.stringify(input),
 *       });
 *       if (!response.ok) throw Object.assign(new Error('Refused'), { status: response.status });
 *       return response.json();
 *     },
 *   },
 * };
 * ```
 */
export interface LeadFormClient {
  readonly contacts: {
    create(
      input: ContactCreate,
      options: { idempotencyKey: string; maxRetryAfter: number },
    ): PromiseLike<ContactCreated>;
  };
}
