import * as z from 'zod/mini';
import { Id } from './id.js';

/** The body of `POST /campaigns/{id}/enrollments`. */
export const EnrollmentCreate = z.strictObject({
  /** At most 1,000. */
  contactIds: z.array(Id).check(z.minLength(1), z.maxLength(1000)),
});
export type EnrollmentCreate = z.infer<typeof EnrollmentCreate>;
