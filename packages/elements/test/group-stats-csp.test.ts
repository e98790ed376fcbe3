import { expect } from 'chai';
import { underStrictPolicy } from './csp-frame.js';

describe('<fluenzr-group-stats>, <fluenzr-campaign-groups> and <fluenzr-contact-groups> under a strict content security policy', () => {
  afterEach(() => sessionStorage.clear());

  it('work with Trusted Types and without any exception', async () => {
    expect(await underStrictPolicy('group-stats-csp-page.ts')).to.deep.equal({
      violations: [],
      styled: '1px',
    });
  });
});
