import { readImport } from '../jobs/import-contacts.js';
import { startJob } from '../jobs/jobs.js';
import type { Endpoints } from './endpoint.js';
import { acceptedJob } from './views.js';

export const importEndpoints = {
  'POST /imports': (store, { text, query, origin }) => {
    const { input, rows } = readImport(store, text, query);
    return acceptedJob(startJob(store, 'IMPORT', { ...input }, rows), origin);
  },
} satisfies Endpoints;
