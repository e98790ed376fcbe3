import * as z from 'zod/mini';

/** The body of `POST /enrollments/{id}/stop`. */
export const EnrollmentStop = z.strictObject({
  /** Kept with the enrolment; `MANUAL` unless told otherwise. */
  reason: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
});
export type EnrollmentStop = z.infer<typeof EnrollmentStop>;
