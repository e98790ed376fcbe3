import type { APIPromise } from '../api-promise.js';
import type { RequestOptions } from '../options.js';
import type { Enrollment } from '../schemas/enrollment.js';
import type { EnrollmentStop } from '../schemas/enrollment-stop.js';
import type { Call } from '../transport/call.js';

/** Contacts in campaigns, one by one. */
export class Enrollments {
  constructor(private readonly call: Call) {}

  /**
   * Ends an enrolment: its contact gets no further steps of the campaign.
   *
   * @example
   * ```ts
   * await fluenzr.enrollments.stop('enr_1', { reason: 'Asked by telephone' });
   * ```
   */
  stop(id: string, input: EnrollmentStop = {}, options?: RequestOptions): APIPromise<Enrollment> {
    return this.call('POST /enrollments/{id}/stop', { path: { id }, body: input }, options);
  }
}

export { Enrollments as enrollments };
