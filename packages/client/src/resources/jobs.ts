import type { APIPromise } from '../api-promise.js';
import type { RequestOptions } from '../options.js';
import type { PagePromise } from '../page.js';
import type { Job } from '../schemas/job.js';
import type { JobError } from '../schemas/job-error.js';
import type { JobQuery } from '../schemas/job-query.js';
import type { ListQuery } from '../schemas/list-query.js';
import type { Api } from '../transport/api.js';

/** Work that goes on after the answer: imports, exports, merges, bulk actions. */
export class Jobs {
  constructor(private readonly api: Api) {}

  /** Gives one job as it stands. @throws NotFoundError `JOB_NOT_FOUND`. */
  get(id: string, options?: RequestOptions): APIPromise<Job> {
    return this.api.call('GET /jobs/{id}', { path: { id } }, options);
  }

  /** Lists jobs, newest first. */
  list(query?: JobQuery, options?: RequestOptions): PagePromise<Job> {
    return this.api.list('GET /jobs', { query }, options);
  }

  /** Lists what failed in a job, by row of the file or by id. */
  errors(id: string, query?: ListQuery, options?: RequestOptions): PagePromise<JobError> {
    return this.api.list('GET /jobs/{id}/errors', { path: { id }, query }, options);
  }

  /** Stops a job; what it has done stays done. */
  cancel(id: string, options?: RequestOptions): APIPromise<Job> {
    return this.api.call('POST /jobs/{id}/cancel', { path: { id } }, options);
  }
}

export { Jobs as jobs };
