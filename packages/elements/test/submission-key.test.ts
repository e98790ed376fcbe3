import fc from 'fast-check';
import { expect } from 'chai';
import { SubmissionKey } from '../src/lead-form/submission-key.js';

describe('SubmissionKey', () => {
  it('changes exactly when the input changes or the answer was final', () => {
    const step = fc.oneof(
      fc.record({ email: fc.constantFrom('ada@example.com', 'bob@example.com') }),
      fc.constant('settle' as const),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const key = new SubmissionKey();
        const used = new Set<string>();
        let last: { email: string; key: string } | undefined;
        for (const action of steps) {
          if (action === 'settle') {
            key.settle();
            last = undefined;
            continue;
          }
          const now = key.for(action);
          if (last?.email === action.email) expect(now).to.equal(last.key);
          else expect(used.has(now)).to.equal(false);
          used.add(now);
          last = { email: action.email, key: now };
        }
      }),
    );
  });
});
