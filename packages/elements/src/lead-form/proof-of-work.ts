import type { Challenge } from 'altcha-lib/types';
import { scriptUrl } from './script-url.js';

/** A challenge of altcha-lib, as the relay issues it. */
export type ProofOfWork = Challenge;

/**
 * Solves a proof of work in a worker, so that the page stays quick; where none may start (the script comes from another
 * origin, or the page's policy forbids it), on this thread, which it leaves free between two guesses.
 *
 * @returns what goes into the lead as `challenge`: altcha's payload, in base64
 */
export async function solveProofOfWork({ parameters, signature }: ProofOfWork): Promise<string> {
  const challenge = { parameters, ...(signature !== undefined && { signature }) };
  const solution = await inWorker(challenge).catch(async () =>
    (await import('./proof-of-work-solver.js')).solver(challenge),
  );
  return btoa(JSON.stringify({ challenge, solution }));
}

function inWorker(challenge: ProofOfWork): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = startWorker();
    const end =
      (settle: (outcome: unknown) => void) =>
      (outcome: unknown): void => {
        worker.terminate();
        settle(outcome);
      };
    worker.onmessage = ({ data }) => end(resolve)(data);
    worker.onerror = end(reject);
    worker.postMessage(challenge);
  });
}

/** The browser's, with an address that Trusted Types let through. By its name bundlers find the worker's file below. */
class Worker extends globalThis.Worker {
  constructor(url: URL, options: WorkerOptions) {
    super(scriptUrl(url.href), options);
  }
}

const startWorker = (): Worker =>
  new Worker(new URL('./proof-of-work-worker.js', import.meta.url), { type: 'module' });
