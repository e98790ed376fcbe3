import type { RequestOptions } from '../options.js';
import type { Job } from '../schemas/job.js';
import type { Call } from '../transport/call.js';
import { retryAfter } from '../transport/retry.js';
import { sleep } from './sleep.js';

/** `setTimeout` takes a longer time for none at all. */
const longestTimer = 2 ** 31 - 1;

/** How to wait for a job. There is no limit but the `signal`, such as `AbortSignal.timeout(600_000)`. */
export interface WaitOptions extends RequestOptions {
  /** Hears how the job stands, each time that it is asked for. */
  onProgress?: ((job: Job) => void) | undefined;
}

/** Asks for a job until it has ended: as often as the server says (`Retry-After`), or else every second. */
export async function waitForJob(
  call: Call,
  id: string,
  { onProgress, ...options }: WaitOptions = {},
): Promise<Job> {
  for (;;) {
    const { data: job, response } = await call('GET /jobs/{id}', { path: { id } }, options).withResponse();
    onProgress?.(job);
    if (job.finishedAt !== null) return job;
    const wait = retryAfter(response.status, response.headers) ?? 1000;
    await sleep(Math.min(wait, longestTimer), options.signal);
  }
}
