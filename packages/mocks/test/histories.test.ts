import * as fc from 'fast-check';
import { history, live } from './histories.js';

describe('Any history of 40 changes', () => {
  // 10,000 of them with: npm run bench:histories
  it('keeps to the rules of enrolment, to its indexes, and through a snapshot', async () => {
    await fc.assert(fc.asyncProperty(history, live), { numRuns: 150 });
  });
});
