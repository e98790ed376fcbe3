import type { Listening } from '@fluenzr/mocks';
import { expect } from 'chai';
import { useDoor } from './door.js';
import { checkTraffic, unseenRefusals, untriedOperations } from './openapi-check.js';
import { observe } from './traffic.js';

// The suites, over a real port, with every request and answer held against docs/openapi.json.
const servers: Listening[] = [];
useDoor(async (backend) => {
  const server = await backend.listen();
  servers.push(server);
  return { fetch, origin: server.url };
});
observe(checkTraffic);
await import('./suites.js');

describe('The traffic of the suites over HTTP', () => {
  after(() => Promise.all(servers.map((server) => server.close())));

  it('was held against docs/openapi.json: every operation, and every refusal that it names', () => {
    expect(untriedOperations()).to.deep.equal([]);
    expect(unseenRefusals()).to.deep.equal([]);
  });
});
