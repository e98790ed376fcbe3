import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { ProofOfWork } from './proof-of-work.js';

/** Guesses until the solution is found. The guesses themselves are made by the browser, beside this thread. */
export async function solver(challenge: ProofOfWork): Promise<unknown> {
  const solution = await solveChallenge({ challenge, deriveKey, timeout: 0 });
  if (!solution) throw new Error('The challenge has no solution.');
  return solution;
}
