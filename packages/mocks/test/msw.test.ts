import { expect } from 'chai';
import type { SetupWorker } from 'msw/browser';
import { createMockBackend } from '@fluenzr/mocks';
import { caller, newContact } from './caller.js';
import { startWorker } from './msw-worker.js';

describe('Over MSW in a page', () => {
  const backend = createMockBackend();
  const call = caller((input, init) => fetch(input, init), 'https://crm.example.com', backend.apiKey);
  let worker: SetupWorker;

  before(async () => {
    worker = await startWorker();
    worker.use(...backend.handlers);
  });
  afterEach(() => backend.faults.clear());
  after(() => worker.stop());

  it('answers as the backend does', async () => {
    const id = await newContact(call, 'ada@example.com');
    const { status, headers, body } = await call(`GET /contacts/${id}`);
    expect(status).to.equal(200);
    expect(headers.get('ETag')).to.equal('"1"');
    expect(body.email).to.equal('ada@example.com');
    expect((await call('GET /contacts/none')).body.code).to.equal('CONTACT_NOT_FOUND');
  });

  it('fails as a connection does', async () => {
    backend.faults.add({ kind: 'dropped connection' });
    const error = await call('GET /contacts').catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TypeError);
  });

  it('stalls until the request is aborted', async () => {
    backend.faults.add({ kind: 'stalled body' });
    const gone = new AbortController();
    const response = await fetch('https://crm.example.com/api/v1/groups', {
      headers: { Authorization: `Bearer ${backend.apiKey}` },
      signal: gone.signal,
    });
    const reading = response.text().catch((reason: unknown) => reason);
    gone.abort();
    expect(await reading).to.have.property('name', 'AbortError');
  });
});
