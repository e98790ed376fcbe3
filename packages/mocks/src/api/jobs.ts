import { cancelJob, isOver } from '../jobs/jobs.js';
import type { JobErrorRow, JobRow } from '../store/rows.js';
import { ok, type Endpoints } from './endpoint.js';
import { findJob } from './find.js';
import { allOf, pageOf } from './page.js';
import { pollAfter, showJob } from './views.js';

export const jobEndpoints = {
  'GET /jobs': (store, request) => {
    const { type, status } = request.query;
    return pageOf(request, store.jobsInOrder.list(''), {
      direction: 'descending',
      keep: allOf<JobRow>(
        type !== undefined && ((job) => job.type === type),
        status !== undefined && ((job) => job.status === status),
      ),
      show: (job) => showJob(job, request.origin),
    });
  },

  'GET /jobs/{id}': (store, { params, origin }) => {
    const job = findJob(store, params.id);
    return { ...ok(showJob(job, origin)), ...(!isOver(job) && { headers: pollAfter }) };
  },

  'GET /jobs/{id}/errors': (store, request) => {
    const { id } = findJob(store, request.params.id);
    return pageOf(request, store.errorsOfJob.list(id), { show: showError });
  },

  'POST /jobs/{id}/cancel': (store, { params, origin }) =>
    ok(showJob(cancelJob(store, findJob(store, params.id)), origin)),
} satisfies Endpoints;

const showError = ({ row, itemId, code, message }: JobErrorRow) => ({
  ...(row !== null && { row }),
  ...(itemId !== null && { id: itemId }),
  code,
  message,
});
