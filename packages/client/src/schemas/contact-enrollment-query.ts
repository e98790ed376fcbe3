import * as z from 'zod/mini';
import { PageQuery } from './page-query.js';
import { enrollmentStatuses } from './enrollment-status.js';

/** Which enrolments of a contact to list. */
export const ContactEnrollmentQuery = z.strictObject({
  ...PageQuery,
  status: z.optional(z.enum(enrollmentStatuses)),
});
export type ContactEnrollmentQuery = z.infer<typeof ContactEnrollmentQuery>;
