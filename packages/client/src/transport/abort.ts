import { Failure } from './failure.js';

/** Ends the wait for `work` when the signal says so, also where the work does not listen to it. */
export const abortable = <Result>(
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
): Promise<Result> =>
  signal
    ? new Promise((resolve, reject) => {
        const stop = () => reject(new Failure('AbortError', 'Aborted', { cause: signal.reason as unknown }));
        if (signal.aborted) stop();
        else {
          signal.addEventListener('abort', stop);
          work()
            .then(resolve, reject)
            .finally(() => signal.removeEventListener('abort', stop));
        }
      })
    : work();
