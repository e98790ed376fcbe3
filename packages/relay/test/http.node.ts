import { expect } from 'chai';
import net from 'node:net';
import { type FormInput, jsonLog, type Store } from '../src/index.js';
import { serve, type Serving } from '../src/node/index.js';
import { createWorld, lead, memoryStore, refusalOf, site, type World } from './world.js';

describe('over HTTP', () => {
  let store: Store;
  let empty: () => Promise<void>;
  let world: World;
  let serving: Serving;
  before(async () => ({ store, empty } = await memoryStore()));
  after(() => store.close());
  afterEach(() => serving.stop());

  async function start({
    form = {},
    trustedProxies = 0,
  }: { form?: Partial<FormInput>; trustedProxies?: number } = {}) {
    await empty();
    world = await createWorld({ store, form, bodyTimeout: 100 });
    serving = await serve(world.relay, {
      port: 0,
      host: '127.0.0.1',
      trustedProxies,
      log: jsonLog(() => undefined),
    });
  }

  const post = (members: object, headers: Record<string, string> = {}, form = 'frm_website') =>
    fetch(`${serving.url}/forms/${form}/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', origin: site, ...headers },
      body: JSON.stringify(members),
    });

  /** Sends raw bytes, and gives everything that comes back until the connection ends. */
  function raw(text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = net.connect(Number(new URL(serving.url).port), '127.0.0.1');
      let answer = '';
      socket.setEncoding('utf8');
      socket.on('data', (chunk: string) => (answer += chunk));
      socket.on('error', reject);
      socket.on('close', () => resolve(answer));
      socket.write(text);
    });
  }

  const head = (length: number, more = '') =>
    `POST /forms/frm_website/submissions HTTP/1.1\r\nHost: x\r\nOrigin: ${site}\r\n` +
    `Content-Type: text/plain\r\nContent-Length: ${length}\r\nConnection: close\r\n${more}\r\n`;

  it('a lead goes through, with and without scripts', async () => {
    await start();
    const submission = lead();
    expect((await post(submission)).status).to.equal(202);
    const plain = await fetch(`${serving.url}/forms/frm_website/submissions`, {
      method: 'POST',
      headers: { origin: site, accept: 'text/html' },
      body: new URLSearchParams({ email: 'grace@fintech.example' }),
    });
    expect(plain.status).to.equal(202);
    expect(plain.headers.get('content-type')).to.match(/html/);
    await world.relay.work();
    expect(await world.contacts()).to.deep.equal([submission.email, 'grace@fintech.example'].sort());
  });

  it('a preflight is answered for the pages of the form only', async () => {
    await start();
    const preflight = (origin: string) =>
      fetch(`${serving.url}/forms/frm_website/submissions`, { method: 'OPTIONS', headers: { origin } });
    const allowed = await preflight(site);
    expect(allowed.status).to.equal(204);
    expect(allowed.headers.get('access-control-allow-origin')).to.equal(site);
    expect(allowed.headers.get('access-control-allow-methods')).to.equal('POST');
    expect(allowed.headers.get('access-control-allow-headers')).to.include('Content-Type');
    const refused = await preflight('https://evil.example');
    expect(refused.status).to.equal(403);
    expect(refused.headers.get('access-control-allow-methods')).to.equal(null);
  });

  for (const origin of [
    'https://evil.example',
    'https://www.example.com.evil.example',
    'http://www.example.com',
    'https://www.example.com:8443',
    'null',
    'https://WWW.example.com',
  ]) {
    it(`the origin ${origin} is refused, and its page can read why`, async () => {
      await start();
      const response = await post(lead(), { origin });
      expect(response.headers.get('access-control-allow-origin')).to.equal(origin);
      expect(response.headers.get('access-control-allow-credentials')).to.equal(null);
      expect(response.headers.get('vary')).to.equal('Origin');
      expect(await refusalOf(response)).to.include({ status: 403, code: 'ORIGIN_NOT_ALLOWED' });
    });
  }

  it('every refusal can be read by the page, and nothing else by a page of another origin', async () => {
    await start();
    const origin = 'https://evil.example';
    const refused = [
      await post(lead(), { origin }, 'frm_unknown'),
      await post({}),
      await post(lead(), { 'content-type': 'image/png' }),
      await fetch(`${serving.url}/forms/frm_website/challenge`, { headers: { origin } }),
      await fetch(`${serving.url}/nowhere`, { headers: { origin } }),
    ];
    for (const response of refused) {
      expect(response.ok).to.equal(false);
      expect(response.headers.get('access-control-allow-origin'), response.url).to.be.oneOf([origin, site]);
    }
    const healthy = await fetch(`${serving.url}/healthz`, { headers: { origin } });
    expect(healthy.headers.get('access-control-allow-origin')).to.equal(null);
  });

  it('a request without origin and referrer is refused, one with the referrer is taken', async () => {
    await start();
    const body = JSON.stringify(lead());
    const path =
      'POST /forms/frm_website/submissions HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: text/plain\r\n';
    expect(await raw(`${path}Content-Length: ${body.length}\r\n\r\n${body}`)).to.match(/^HTTP\/1\.1 403 /);
    expect(
      await raw(`${path}Referer: ${site}/signup\r\nContent-Length: ${body.length}\r\n\r\n${body}`),
    ).to.match(/^HTTP\/1\.1 202 /);
  });

  it('another form’s pages cannot use a form, and an unknown form is not found', async () => {
    await start({ form: { origins: ['https://other.example.com'] } });
    expect(await refusalOf(await post(lead()))).to.include({ status: 403 });
    for (const form of ['frm_unknown', '__proto__', 'constructor', '..%2Fhealthz', '%00']) {
      expect(await refusalOf(await post(lead(), {}, form)), form).to.include({
        status: 404,
        code: 'FORM_NOT_FOUND',
      });
    }
  });

  it('methods that are not offered are refused with those that are', async () => {
    await start();
    for (const [method, path, allow] of [
      ['GET', '/forms/frm_website/submissions', 'POST'],
      ['DELETE', '/forms/frm_website/submissions', 'POST'],
      ['POST', '/forms/frm_website/challenge', 'GET'],
      ['PUT', '/confirm/x', 'GET, POST'],
    ] as const) {
      const response = await fetch(serving.url + path, { method, headers: { origin: site } });
      expect(response.headers.get('allow')).to.equal(allow);
      expect(await refusalOf(response)).to.include({ status: 405, code: 'METHOD_NOT_ALLOWED' });
    }
    expect((await fetch(`${serving.url}/nowhere`)).status).to.equal(404);
  });

  it('10 MB are refused at once, announced or not', async () => {
    await start();
    const body = 'x'.repeat(10_000_000);
    const announced = await fetch(`${serving.url}/forms/frm_website/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', origin: site },
      body,
    }).then(
      ({ status }) => status,
      () => 'connection ended', // the relay need not read what it will not take
    );
    expect([413, 'connection ended']).to.include(announced);
    const chunk = `2000\r\n${'x'.repeat(0x2000)}\r\n`;
    const chunked = await raw(
      `POST /forms/frm_website/submissions HTTP/1.1\r\nHost: x\r\nOrigin: ${site}\r\nContent-Type: text/plain\r\n` +
        `Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n${chunk}${chunk}`,
    );
    expect(chunked).to.match(/^HTTP\/1\.1 413 /);
    expect((await post(lead())).status).to.equal(202);
  });

  it('a body that dribbles is left after its time', async () => {
    await start();
    expect(await raw(`${head(100)}{"email":`)).to.match(/^HTTP\/1\.1 408 /);
  });

  it('headers with line breaks are refused before they get anywhere', async () => {
    await start();
    expect(await raw(head(0, 'X-Request-Id: a\rb\r\n'))).to.match(/^HTTP\/1\.1 400 /);
    const response = await post(lead(), { 'x-request-id': 'a b<script>' });
    expect(response.headers.get('x-request-id')).to.match(/^[\w-]{22}$/);
    expect((await post(lead(), { 'x-request-id': 'req-7' })).headers.get('x-request-id')).to.equal('req-7');
  });

  it('the sender’s address is the connection’s, unless proxies are trusted', async () => {
    const wide = { max: 1000, seconds: 60 };
    const form = { limits: { network: { max: 1, seconds: 60 }, address: wide, form: wide } };
    await start({ form });
    await post(lead(), { 'x-forwarded-for': '203.0.113.1' });
    expect((await post(lead(), { 'x-forwarded-for': '203.0.113.2' })).status).to.equal(429);
    await serving.stop();
    await start({ form, trustedProxies: 1 });
    await post(lead(), { 'x-forwarded-for': '203.0.113.1' });
    expect((await post(lead(), { 'x-forwarded-for': '203.0.113.2' })).status).to.equal(202);
    expect((await post(lead(), { 'x-forwarded-for': '203.0.113.9, 203.0.113.2' })).status).to.equal(429);
  });

  it('is healthy as long as its store is, and then says 503', async () => {
    const broken = await memoryStore();
    await start();
    expect((await fetch(`${serving.url}/healthz`)).status).to.equal(200);
    await serving.stop();
    world = await createWorld({ store: broken.store });
    serving = await serve(world.relay, { port: 0, host: '127.0.0.1', log: jsonLog(() => undefined) });
    await broken.store.close();
    expect((await fetch(`${serving.url}/healthz`)).status).to.equal(503);
    const response = await post(lead());
    expect(Number(response.headers.get('retry-after'))).to.be.at.least(1);
    expect(await refusalOf(response)).to.include({ status: 503, code: 'SERVICE_UNAVAILABLE' });
    expect(world.logged().map(({ event }) => event)).to.include('unexpected');
  });

  it('stops when all that was accepted is sent', async () => {
    await start();
    world.backend.faults.add({ match: 'POST /contacts', kind: 'delay', ms: 30 });
    const leads = Array.from({ length: 20 }, () => lead());
    const sent = Promise.all(leads.map((submission) => post(submission)));
    expect((await sent).map(({ status }) => status)).to.deep.equal(leads.map(() => 202));
    await serving.stop();
    expect(await world.contacts()).to.have.length(20);
    expect(await fetch(serving.url).then(String, () => 'refused')).to.equal('refused');
  });
});
