import { expect } from 'chai';
import { underStrictPolicy } from './csp-frame.js';

describe('<fluenzr-lead-form> under a strict content security policy', () => {
  it('works with Trusted Types and without any exception', async () => {
    expect(await underStrictPolicy('lead-form-csp-page.ts')).to.deep.equal({
      violations: [],
      inputs: 3,
      height: '48px',
      accepted: true,
    });
  });
});
