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
  after(() => void worker.stop()); // not waited for: in WebKit it would wait for the answer that stalls

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
    const met = new Promise<void>((resolve) => {
      const match = () => {
        resolve();
        return true;
      };
      backend.faults.add({ match, kind: 'stalled body' });
    });
    const gone = new AbortController();
    // not awaited before the abort: a browser that hands no stream to its service worker (WebKit) waits for the whole body
    const reading = fetch('https://crm.example.com/api/v1/groups', {
      headers: { Authorization: `Bearer ${backend.apiKey}` },
      signal: gone.signal,
    }).then(
      (response) => response.text().catch((reason: unknown) => reason),
      (reason: unknown) => reason,
    );
    await met;
    gone.abort();
    expect(await reading).to.have.property('name', 'AbortError');
  });
});
