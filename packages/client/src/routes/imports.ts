import { ImportQuery } from '../schemas/import-query.js';
import { Job } from '../schemas/job.js';
import type { RouteTable } from './route.js';

export const importRoutes = {
  /** The body is the CSV file itself (`text/csv`), so that it can be sent as a stream. */
  'POST /imports': { query: ImportQuery, answer: Job },
} satisfies RouteTable;
