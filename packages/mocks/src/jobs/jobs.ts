import { cancelTasks, schedule } from '../domain/schedule.js';
import { ProblemError } from '../problem.js';
import { pairId, type JobRow, type JobType } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { addToCampaign } from './add-to-campaign.js';
import { applyTags } from './apply-tags.js';
import { deleteContacts } from './delete-contacts.js';
import { exportGroup } from './export-group.js';
import { importContacts } from './import-contacts.js';
import type { JobHandler, Outcome } from './job-handler.js';
import { mergeInto } from './merge-into.js';

/** Milliseconds between two steps of a job. */
const pace = 250;
/** A step does a tenth of the job, so that its progress can be watched, but never more items than this. */
const mostAtOnce = 1000;
/** How long a finished job, and the file that it made, can be fetched: milliseconds. */
const keptFor = 24 * 3_600_000;

const handlers: Record<JobType, JobHandler> = {
  IMPORT: importContacts,
  EXPORT: exportGroup,
  MERGE: mergeInto,
  ADD_TO_CAMPAIGN: addToCampaign,
  APPLY_TAGS: applyTags,
  DELETE_CONTACTS: deleteContacts,
};

/** Starts a job: its items are done step by step as the clock goes on. */
export function startJob(
  store: Store,
  type: JobType,
  input: JobRow['input'],
  items: readonly unknown[],
): JobRow {
  const job = store.jobs.put({
    id: store.nextId('job'),
    type,
    status: 'QUEUED',
    progress: { total: items.length, processed: 0, succeeded: 0, skipped: 0, failed: 0 },
    createdAt: store.clock.timestamp(),
    startedAt: null,
    finishedAt: null,
    expiresAt: null,
    result: null,
    input,
    counts: {},
  });
  const step = Math.max(1, Math.min(mostAtOnce, Math.ceil(items.length / 10)));
  for (let index = 0; index * step < items.length; index += 1) {
    const some = items.slice(index * step, (index + 1) * step);
    store.jobChunks.put({ id: pairId(job.id, String(index)), jobId: job.id, index, items: some });
  }
  schedule(store, 'JOB', job.id, store.clock.now() + pace);
  return job;
}

/** Does the next step of a job. */
export function runJob(store: Store, jobId: string): void {
  const job = store.jobs.get(jobId);
  if (!job || isOver(job)) return;
  const chunk = store.chunksOfJob.list(jobId).first;
  const started: JobRow = {
    ...job,
    status: 'RUNNING',
    startedAt: job.startedAt ?? store.clock.timestamp(),
  };
  if (!chunk) {
    finish(store, started);
    return;
  }
  store.jobChunks.delete(chunk.id);
  const after = record(store, started, handlers[job.type].run(store, started, chunk.items));
  if (store.chunksOfJob.count(jobId) === 0) finish(store, after);
  else {
    store.jobs.put(after);
    schedule(store, 'JOB', jobId, store.clock.now() + pace);
  }
}

/**
 * Cancels a job. What it has done stays done; a file that it was making is gone.
 *
 * @throws ProblemError `INVALID_TRANSITION` when it has ended.
 */
export function cancelJob(store: Store, job: JobRow): JobRow {
  if (isOver(job)) {
    throw new ProblemError(
      409,
      'INVALID_TRANSITION',
      `The job is ${job.status}: there is nothing to cancel.`,
      {
        members: { from: job.status },
      },
    );
  }
  cancelTasks(store, job.id);
  for (const chunk of [...store.chunksOfJob.list(job.id)]) store.jobChunks.delete(chunk.id);
  forgetFile(store, job);
  return end(store, job, 'CANCELLED');
}

/** Forgets a job, and the file that it made. */
export function expireJob(store: Store, jobId: string): void {
  const job = store.jobs.get(jobId);
  if (!job) return;
  for (const error of [...store.errorsOfJob.list(jobId)]) store.jobErrors.delete(error.id);
  forgetFile(store, job);
  store.jobs.delete(jobId);
}

/** Whether a job has ended, one way or another. */
export const isOver = ({ status }: JobRow) => status !== 'QUEUED' && status !== 'RUNNING';

function record(store: Store, job: JobRow, outcome: Outcome): JobRow {
  const { succeeded, skipped, failed } = outcome;
  const { progress } = job;
  failed.forEach((failure, offset) => {
    const index = progress.failed + offset;
    store.jobErrors.put({ id: pairId(job.id, String(index)), jobId: job.id, index, ...failure });
  });
  const counts = { ...job.counts };
  for (const [name, count] of Object.entries(outcome.counts)) counts[name] = (counts[name] ?? 0) + count;
  return {
    ...job,
    counts,
    progress: {
      total: progress.total,
      processed: progress.processed + succeeded + skipped + failed.length,
      succeeded: progress.succeeded + succeeded,
      skipped: progress.skipped + skipped,
      failed: progress.failed + failed.length,
    },
  };
}

function finish(store: Store, job: JobRow): void {
  const { processed, failed } = job.progress;
  const status = failed === 0 ? 'SUCCEEDED' : failed < processed ? 'PARTIAL' : 'FAILED';
  end(store, job, status);
}

function end(store: Store, job: JobRow, status: 'SUCCEEDED' | 'PARTIAL' | 'FAILED' | 'CANCELLED'): JobRow {
  const expiry = store.clock.now() + keptFor;
  schedule(store, 'EXPIRE_JOB', job.id, expiry);
  const ended = {
    ...job,
    status,
    finishedAt: store.clock.timestamp(),
    expiresAt: new Date(expiry).toISOString(),
  };
  return store.jobs.put({
    ...ended,
    result: status === 'CANCELLED' ? null : handlers[job.type].result(store, ended),
  });
}

function forgetFile(store: Store, { input }: JobRow): void {
  if (typeof input.token !== 'string') return; // only an export makes a file
  for (const part of [...store.partsOfFile.list(input.token)]) store.fileParts.delete(part.id);
}
