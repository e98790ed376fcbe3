/**
 * The worker that solves a proof of work: takes a challenge, answers with its solution.
 *
 * @module
 */
import { solver } from './proof-of-work-solver.js';
import type { ProofOfWork } from './proof-of-work.js';

addEventListener('message', ({ data }: MessageEvent<ProofOfWork>) => {
  // an error that is reported reaches the page, a rejection does not
  void solver(data).then((solution) => postMessage(solution), reportError);
});
