import { expect } from 'chai';
import { setupWorker, type SetupWorker } from 'msw/browser';
import { createMockBackend } from '@fluenzr/mocks';
import { caller, newContact } from './caller.js';

describe('Over MSW in a page', () => {
  const backend = createMockBackend();
  const call = caller((input, init) => fetch(input, init), 'https://crm.example.com', backend.apiKey);
  let worker: SetupWorker;

  before(async () => {
    // A registration for each test page: one for the origin is unregistered by the first page that closes.
    const session = new URLSearchParams(location.search).get('wtr-session-id') ?? '';
    worker = setupWorker(...backend.handlers);
    await worker.start({
      quiet: true,
      onUnhandledFrame: 'bypass',
      serviceWorker: {
        url: `/mockServiceWorker.js?${session}`,
        options: { scope: `/?wtr-session-id=${session}` },
      },
    });
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
