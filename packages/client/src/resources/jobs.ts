import type { WaitOptions } from '../bulk/wait-for-job.js';
import type { APIPromise, PagePromise } from '../api-promise.js';
import type { RequestOptions } from '../options.js';
import type { Job } from '../schemas/job.js';
import type { JobError } from '../schemas/job-error.js';
import type { JobQuery } from '../schemas/job-query.js';
import type { ListQuery } from '../schemas/list-query.js';
import type { Call } from '../transport/call.js';

/** Work that goes on after the answer: imports, exports, merges, bulk actions. */
export class Jobs {
  constructor(private readonly call: Call) {}

  /**
   * Gives one job as it stands.
   *
   * @throws NotFoundError `JOB_NOT_FOUND`.
   * @example
   * ```ts
   * const { status, progress } = await fluenzr.jobs.get('job_1');
   * ```
   */
  get(id: string, options?: RequestOptions): APIPromise<Job> {
    return this.call('GET /jobs/{id}', { path: { id } }, options);
  }

  /**
   * Lists jobs, newest first.
   *
   * @example
   * ```ts
   * const jobs = await fluenzr.jobs.list().toArray({ limit: 20 });
   * ```
   */
  list(query?: JobQuery, options?: RequestOptions): PagePromise<Job> {
    return this.call('GET /jobs', { query }, options);
  }

  /**
   * Lists what failed in a job, by row of the file or by id.
   *
   * @example
   * ```ts
   * for await (const { row, message } of fluenzr.jobs.errors('job_1')) console.log(row, message);
   * ```
   */
  errors(id: string, query?: ListQuery, options?: RequestOptions): PagePromise<JobError> {
    return this.call('GET /jobs/{id}/errors', { path: { id }, query }, options);
  }

  /**
   * Stops a job; what it has done stays done.
   *
   * @example
   * ```ts
   * await fluenzr.jobs.cancel('job_1');
   * ```
   */
  cancel(id: string, options?: RequestOptions): APIPromise<Job> {
    return this.call('POST /jobs/{id}/cancel', { path: { id } }, options);
  }

  /**
   * Waits until a job has ended, however it ended: `status` says how. A `signal` bounds the wait.
   *
   * @example
   * ```ts
   * const job = await fluenzr.jobs.wait('job_1', {
   *   onProgress: ({ progress }) => console.log(progress.processed, progress.total),
   *   signal: AbortSignal.timeout(600_000),
   * });
   * if (job.status === 'PARTIAL') for await (const error of fluenzr.jobs.errors(job.id)) console.log(error.row);
   * ```
   */
  async wait(id: string, options?: WaitOptions): Promise<Job> {
    const { waitForJob } = await import('../bulk/wait-for-job.js');
    return waitForJob(this.call, id, options);
  }
}

export { Jobs as jobs };
