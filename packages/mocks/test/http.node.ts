import { expect } from 'chai';
import { request as openRequest } from 'node:http';
import { connect } from 'node:net';
import type { Listening } from '@fluenzr/mocks';
import { createMockBackend, type MockBackend } from '@fluenzr/mocks';
import { setupServer } from 'msw/node';
import { caller, newContact, newGroup, runningCampaign, standing, type Call } from './caller.js';

describe('Over HTTP', () => {
  let backend: MockBackend;
  let server: Listening;
  let call: Call;

  beforeEach(async () => {
    backend = createMockBackend();
    server = await backend.listen();
    call = caller(fetch, server.url, backend.apiKey);
  });
  afterEach(() => server.close());

  it('a lead is enrolled in both running campaigns of a dynamic group', async () => {
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    const first = await runningCampaign(call, 'Nurture', [groupId]);
    const second = await runningCampaign(call, 'News', [groupId]);
    const contactId = await newContact(call, 'ada@example.com', { groupId });
    expect(await standing(call, first, contactId)).to.equal('ACTIVE');
    expect(await standing(call, second, contactId)).to.equal('ACTIVE');
    expect(backend.inbox).to.have.length(2);
  });

  it('ids with any characters come through, and answers without a body too', async () => {
    const { status, body } = await call(`GET /contacts/${encodeURIComponent('é/../ ?#')}`);
    expect(status).to.equal(404);
    expect(body.detail).to.contain('"é/../ ?#"');
    const groupId = await newGroup(call, 'Active Customers', 'STATIC');
    const contactId = await newContact(call, 'ada@example.com', { groupId });
    expect((await call(`DELETE /groups/${groupId}/contacts/${contactId}`)).status).to.equal(204);
    expect((await call(`HEAD /groups/${groupId}`)).text).to.equal('');
  });

  for (const kind of ['dropped connection', 'answer lost after commit'] as const) {
    it(`"${kind}" cuts the connection`, async () => {
      backend.faults.add({ kind, times: 1 });
      const error = await call('POST /contacts', { email: 'ada@example.com' }).catch(
        (reason: unknown) => reason,
      );
      expect(error).to.be.instanceOf(TypeError);
      const kept = (await call('GET /contacts')).body.data.length;
      expect(kept).to.equal(kind === 'dropped connection' ? 0 : 1);
    });
  }

  it('"stalled body" sends the headers and a part, and no more', async () => {
    backend.faults.add({ kind: 'stalled body', times: 1 });
    const gone = new AbortController();
    const response = await fetch(`${server.url}/api/v1/groups`, {
      headers: { Authorization: `Bearer ${backend.apiKey}` },
      signal: gone.signal,
    });
    expect(response.status).to.equal(200);
    const reader = response.body!.getReader();
    expect((await reader.read()).done).to.be.false;
    const rest = reader.read().catch((reason: unknown) => reason);
    gone.abort();
    expect(await rest).to.have.property('name', 'AbortError');
    expect((await call('GET /groups')).status).to.equal(200);
  });

  it('"truncated JSON", "HTML page" and "wrong content type" arrive so', async () => {
    const get = async () => {
      const response = await fetch(`${server.url}/api/v1/groups`, {
        headers: { Authorization: `Bearer ${backend.apiKey}` },
      });
      return { type: response.headers.get('Content-Type'), text: await response.text() };
    };
    backend.faults.add({ kind: 'truncated JSON', times: 1 });
    const truncated = await get();
    expect(() => JSON.parse(truncated.text) as unknown).to.throw(SyntaxError);
    backend.faults.add({ kind: 'HTML page', times: 1 });
    expect((await get()).type).to.equal('text/html');
    backend.faults.add({ kind: 'wrong content type', times: 1 });
    expect((await get()).type).to.equal('text/plain');
  });

  it('a client that goes away ends its request', async () => {
    const arrived = new Promise<void>((resolve) => {
      backend.faults.add({
        kind: 'delay',
        ms: 3_600_000,
        match: (request) => {
          const isFirst = request.headers.get('X-Request-Id') === 'first';
          if (isFirst) resolve();
          return isFirst;
        },
      });
    });
    const gone = new AbortController();
    const sent = fetch(`${server.url}/api/v1/contacts`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${backend.apiKey}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': 'k1',
        'X-Request-Id': 'first',
      },
      body: '{"email":"ada@example.com"}',
      signal: gone.signal,
    }).catch((reason: unknown) => reason);
    const again = () => call('POST /contacts', { email: 'ada@example.com' }, { 'Idempotency-Key': 'k1' });
    await arrived;
    expect((await again()).status).to.equal(409);
    gone.abort();
    expect(await sent).to.have.property('name', 'AbortError');
    // Free as soon as the server has seen that the client is gone.
    let answer = await again();
    while (answer.status === 409) answer = await again();
    expect(answer.status).to.equal(201);
    expect(answer.headers.get('Idempotency-Replayed')).to.be.null;
  });

  it('a body of 60 MB is refused before it is read, whether its length is said or not', async () => {
    const chunk = new Uint8Array(1_000_000).fill(0x20);
    for (const announced of [true, false]) {
      const answer = await new Promise<{ status: number | undefined; sent: number }>((resolve, reject) => {
        let sent = 0;
        const request = openRequest(`${server.url}/api/v1/contacts`, {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${backend.apiKey}`,
            'Content-Type': 'application/json',
            ...(announced ? { 'Content-Length': '60000000' } : { 'Transfer-Encoding': 'chunked' }),
          },
        });
        request.on('error', reject);
        request.on('response', (response) => {
          resolve({ status: response.statusCode, sent });
          request.destroy();
        });
        const write = () => {
          if (sent >= 60 || request.destroyed) return;
          sent += 1;
          request.write(chunk, write);
        };
        write();
      });
      expect(answer.status).to.equal(413);
      expect(answer.sent).to.be.lessThan(60);
    }
    expect((await call('GET /contacts')).body.data).to.be.empty;
  });

  it('what is not HTTP is not answered as the API, and harms nobody', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const { port } = new URL(server.url);
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      let text = '';
      socket.on('data', (data) => (text += data.toString()));
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).to.match(/^HTTP\/1\.1 400/);
    expect((await call('GET /contacts')).status).to.equal(200);
  });

  it('an unknown method is refused', async () => {
    const { status, body } = await call('PROPFIND /contacts');
    expect(status).to.equal(405);
    expect(body.code).to.equal('METHOD_NOT_ALLOWED');
  });

  it('a port that is taken is an error, and a closed server answers no more', async () => {
    const port = Number(new URL(server.url).port);
    const error = await createMockBackend()
      .listen(port)
      .catch((reason: unknown) => reason);
    expect(error).to.have.nested.property('cause.code', 'EADDRINUSE');
    expect(String(error)).to.match(/Port \d+ is taken: give another one/);
    const other = await backend.listen();
    await other.close();
    const refused = await fetch(`${other.url}/api/v1/groups`).catch((reason: unknown) => reason);
    expect(refused).to.be.instanceOf(TypeError);
  });
});

describe('Over MSW in Node', () => {
  const backend = createMockBackend();
  const call = caller((input, init) => fetch(input, init), 'https://crm.example.com', backend.apiKey);
  const server = setupServer(...backend.handlers);
  before(() => server.listen());
  after(() => server.close());

  it('answers as the backend does, and fails as a connection does', async () => {
    const id = await newContact(call, 'ada@example.com');
    expect((await call(`GET /contacts/${id}`)).body.email).to.equal('ada@example.com');
    backend.faults.add({ kind: 'dropped connection', times: 1 });
    const error = await call('GET /contacts').catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TypeError);
  });
});
