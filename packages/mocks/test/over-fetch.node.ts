import { expect } from 'chai';
import { checkTraffic, unseenRefusals, untriedOperations } from './openapi-check.js';
import { observe } from './traffic.js';

// The suites, through backend.fetch, with every request and answer held against docs/openapi.json.
observe(checkTraffic);
await import('./suites.js');

describe('The traffic of the suites through fetch', () => {
  it('was held against docs/openapi.json: every operation, and every refusal that it names', () => {
    expect(untriedOperations()).to.deep.equal([]);
    expect(unseenRefusals()).to.deep.equal([]);
  });
});
