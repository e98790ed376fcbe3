import { JobError } from '../schemas/job-error.js';
import { JobQuery } from '../schemas/job-query.js';
import { Job } from '../schemas/job.js';
import { ListQuery } from '../schemas/list-query.js';
import { pageOf } from '../schemas/page.js';
import type { RouteTable } from './route.js';

export const jobRoutes = {
  'GET /jobs': { query: JobQuery, answer: pageOf(Job) },
  'GET /jobs/{id}': { answer: Job },
  'GET /jobs/{id}/errors': { query: ListQuery, answer: pageOf(JobError) },
  'POST /jobs/{id}/cancel': { answer: Job },
} satisfies RouteTable;
