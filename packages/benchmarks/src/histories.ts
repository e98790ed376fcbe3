// `npm run bench:histories`: lives through 10,000 random histories of 40 changes in the mock backend, and holds every one
// against the rules of enrolment. `npm run bench:histories 500 42` lives through 500, those of the seed 42.
import * as fc from 'fast-check';
import { history, live } from '../../mocks/test/histories.js';

const [numRuns = 10_000, seed = Date.now() % 2 ** 31] = process.argv.slice(3).map(Number);
if (!(numRuns >= 1)) throw new RangeError('Say how many histories, 1 or more, and a seed, or nothing.');
const started = performance.now();
let done = 0;

const result = await fc.check(
  fc.asyncProperty(history, async (operations) => {
    await live(operations);
    done += 1;
    if (done % 1000 === 0) console.log(`${done} histories`);
  }),
  { numRuns, seed },
);
const seconds = ((performance.now() - started) / 1000).toFixed(0);
if (result.failed) {
  console.error(fc.defaultReportMessage(result));
  process.exitCode = 1;
} else {
  console.log(`${result.numRuns} histories of 40 changes in ${seconds} s (seed ${seed}): all by the rules.`);
}
