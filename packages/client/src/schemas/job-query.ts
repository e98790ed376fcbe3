import * as z from 'zod/mini';
import { PageQuery } from './page-query.js';
import { jobStatuses } from './job-status.js';
import { jobTypes } from './job-type.js';

/** Which jobs to list. */
export const JobQuery = z.strictObject({
  ...PageQuery,
  type: z.optional(z.enum(jobTypes)),
  status: z.optional(z.enum(jobStatuses)),
});
export type JobQuery = z.infer<typeof JobQuery>;
