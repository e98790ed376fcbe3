import { expect } from 'chai';
import { underStrictPolicy } from './csp-frame.js';

describe('<fluenzr-group-picker> under a strict content security policy', () => {
  it('works with Trusted Types and without any exception', async () => {
    expect(await underStrictPolicy('group-picker-csp-page.ts')).to.deep.equal({
      violations: [],
      height: '44px',
      value: ['grp_inbound', 'grp_none', 'grp_customers'],
    });
  });
});
