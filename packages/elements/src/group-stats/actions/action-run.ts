import type { Job, JobError } from '@fluenzr/client';
import { codeOf } from '../../load-failure/load-failure.js';
import { keepJob, type KeptJob } from '../kept-job.js';
import { type ActionContext, resource } from './action-context.js';
import type { GroupAction } from './group-action.js';

/** So many failed items are read for the reasons of the result. */
const mostErrors = 1000;

/** A file that was made, as an address in this page. */
export interface MadeFile {
  readonly url: string;
  readonly name: string;
}

/** How an action stands. */
export type RunState = { readonly action: GroupAction } & (
  | { readonly phase: 'running'; readonly done: number; readonly total: number; readonly bytes?: number }
  | {
      readonly phase: 'ended';
      /** Nothing where the action was done at once, or cancelled here. */
      readonly job?: Job;
      readonly errors: readonly JobError[];
      readonly cancelled: boolean;
      readonly file?: MadeFile;
    }
  | { readonly phase: 'failed'; readonly error: unknown }
);

/** Watches one action of a group until it has ended, over reloads of the page too. */
export class ActionRun {
  state: RunState | undefined;
  #kept: KeptJob | undefined;
  /** The job that makes the file of an export, as long as it may still be at work. */
  #making: string | undefined;
  #watching = new AbortController();

  constructor(
    private readonly context: () => ActionContext,
    private readonly changed: () => void,
    private readonly ended: (action: GroupAction, job: Job | undefined) => void,
  ) {}

  /** Follows a job; or an export, which it asks for where that was not done yet. */
  async follow(kept: KeptJob, handle?: FileSystemFileHandle): Promise<void> {
    const { action, id } = kept;
    this.leave();
    this.#kept = kept;
    this.#making = undefined;
    keepJob(this.context().group.id, kept);
    this.#watching = new AbortController();
    const { signal } = this.#watching;
    this.#set({ action, phase: 'running', done: 0, total: 0 });
    try {
      if (action === 'export') {
        const { exportGroup } = await import('./export-group.js');
        const { job, file } = await exportGroup(this.context(), id, signal, handle, (progress, making) => {
          this.#making = making;
          this.#set({ action, phase: 'running', ...progress });
        });
        this.#set({ action, phase: 'ended', job, errors: [], cancelled: false, ...(file && { file }) });
        this.ended(action, job);
        return;
      }
      const job = await resource(this.context().client, 'jobs').wait(id, {
        signal,
        onProgress: ({ progress }) =>
          this.#set({ action, phase: 'running', done: progress.processed, total: progress.total }),
      });
      await this.#end(action, job);
    } catch (error) {
      if (signal.aborted) return;
      if (codeOf(error) === 'JOB_NOT_FOUND')
        this.dismiss(); // forgotten by the backend since
      else this.#set({ action, phase: 'failed', error });
    }
  }

  /** Tells of an action that was done at once, in the place of what was told before. */
  done(action: GroupAction): void {
    this.dismiss();
    this.#set({ action, phase: 'ended', errors: [], cancelled: false });
  }

  /** Goes on watching after a failure: what was begun is not begun again. */
  retry(): void {
    if (this.#kept) void this.follow(this.#kept);
  }

  /** Stops the action. What was done until then stays done. */
  async cancel(): Promise<void> {
    const { state } = this;
    if (!this.#kept || state?.phase !== 'running') return;
    this.#watching.abort();
    const { action, id } = this.#kept;
    if (action === 'export') {
      keepJob(this.context().group.id, undefined);
      this.#set({ action, phase: 'ended', errors: [], cancelled: true });
      return this.#unmake();
    }
    const jobs = resource(this.context().client, 'jobs');
    try {
      await this.#end(action, await jobs.cancel(id));
    } catch (error) {
      // it has ended meanwhile: then that is what there is to tell
      if (codeOf(error) === 'INVALID_TRANSITION') await this.follow(this.#kept);
      else this.#set({ action, phase: 'failed', error });
    }
  }

  /** Spares the server a file that nobody waits for. */
  async #unmake(): Promise<void> {
    if (!this.#making) return;
    try {
      await resource(this.context().client, 'jobs').cancel(this.#making);
    } catch {
      // it is made already, or this client cannot: the file is forgotten in time
    }
  }

  /** Takes the result away, and forgets the action. */
  dismiss(): void {
    this.leave();
    keepJob(this.context().group.id, undefined);
    this.state = this.#kept = undefined;
    this.changed();
  }

  /** Stops watching; the action goes on, and another page view can take it up. */
  leave(): void {
    this.#watching.abort();
    if (this.state?.phase === 'ended' && this.state.file) URL.revokeObjectURL(this.state.file.url);
  }

  async #end(action: GroupAction, job: Job): Promise<void> {
    const errors =
      job.progress.failed === 0
        ? []
        : await resource(this.context().client, 'jobs')
            .errors(job.id, { limit: 200 })
            .toArray({ limit: mostErrors });
    this.#set({ action, phase: 'ended', job, errors, cancelled: job.status === 'CANCELLED' });
    this.ended(action, job);
  }

  #set(state: RunState): void {
    this.state = state;
    this.changed();
  }
}
