import * as z from 'zod/mini';
import { PageQuery } from './page-query.js';
import { enrollmentStatuses } from './enrollment-status.js';

/** Which enrolments of a campaign to list. */
export const EnrollmentQuery = z.strictObject({
  ...PageQuery,
  groupId: z.optional(z.string()),
  contactId: z.optional(z.string()),
  status: z.optional(z.enum(enrollmentStatuses)),
  reason: z.optional(z.string()),
});
export type EnrollmentQuery = z.infer<typeof EnrollmentQuery>;
