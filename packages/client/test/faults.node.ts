import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { expect } from 'chai';
import {
  AbortError,
  type ClientOptions,
  ConnectionError,
  createClient,
  RateLimitError,
  ResponseValidationError,
  ServerError,
  TimeoutError,
  ValidationError,
} from '../src/index.js';
import { created } from './samples.js';
import { rejection } from './scripted-fetch.js';

type Act = (request: IncomingMessage, response: ServerResponse) => void;

const answer =
  (status: number, body: string, headers: Record<string, string> = {}): Act =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'req_1', ...headers });
    response.end(body);
  };
const refuse = (status: number, code: string, headers: Record<string, string> = {}, more: object = {}) =>
  answer(
    status,
    JSON.stringify({ type: 'about:blank', title: code, status, code, requestId: 'req_1', ...more }),
    {
      'content-type': 'application/problem+json',
      ...headers,
    },
  );
const succeed = answer(201, JSON.stringify(created));
const drop: Act = (request) => request.socket.destroy();
const stallBeforeHeaders: Act = () => undefined;
const stallInBody: Act = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"id":');
};
const dropInBody: Act = (request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"id":', () => request.socket.destroy());
};

/** Each row of the fault table: against a server that really drops, stalls, cuts off and answers nonsense. */
describe('faults over HTTP', () => {
  /** What a test has the server do, request by request, and what the server saw. */
  interface Script {
    acts: Act[];
    keys: (string | undefined)[];
    bodies: string[];
  }
  // by an address of its own: on a busy machine the server may see a request after its test has given up
  const scripts = new Map<string, Script>();
  let script: Script;
  let baseUrl: string;
  let origin: string;

  const server = createServer((request, response) => {
    const script = scripts.get(request.url?.split('/')[1] ?? '');
    script?.keys.push(request.headers['idempotency-key'] as string | undefined);
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      script?.bodies.push(body);
      (script?.acts.shift() ?? answer(500, 'no act left'))(request, response);
    });
  });
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  beforeEach(() => {
    const name = `test-${scripts.size}`;
    script = { acts: [], keys: [], bodies: [] };
    scripts.set(name, script);
    baseUrl = `${origin}/${name}`;
  });

  const create = (acts: Act[], options: Partial<ClientOptions> = {}) => {
    script.acts = acts;
    const fluenzr = createClient({ baseUrl, apiKey: 'fk_live_0123456789', ...options });
    return fluenzr.contacts.create({ email: 'ada@example.com', groupId: 'grp_1' });
  };

  for (const [what, act] of [
    ['503', refuse(503, 'SERVICE_UNAVAILABLE', { 'retry-after': '0' })],
    ['429', refuse(429, 'RATE_LIMITED', { 'retry-after': '0' })],
    ['a dropped connection', drop],
    ['a body that breaks off', dropInBody],
  ] as const) {
    it(`POST, then ${what}: made again with the same key and body`, async () => {
      expect(await create([act, succeed])).to.include({ id: 'con_1' });
      expect(script.keys).to.have.length(2);
      expect(script.keys[0]).to.be.a('string');
      expect(script.keys[1]).to.equal(script.keys[0]);
      expect(script.bodies[1]).to.equal(script.bodies[0]).and.to.contain('ada@example.com');
    });
  }

  it('a connection dropped each time: ConnectionError with the request id and its cause', async () => {
    const error = await rejection(create([drop, drop], { maxRetries: 1 }));
    expect(error).to.be.instanceOf(ConnectionError);
    expect((error as ConnectionError).cause).to.be.instanceOf(Error);
    expect((error as ConnectionError).message).to.contain((error as ConnectionError).requestId);
  });

  it('no server at all: ConnectionError that says why', async () => {
    const error = await rejection(create([], { baseUrl: 'http://127.0.0.1:1', maxRetries: 0 }));
    expect(error).to.be.instanceOf(ConnectionError);
    const { cause } = (error as ConnectionError).cause as Error; // fetch's own message is "fetch failed"
    expect((error as Error).message).to.contain(String(cause));
  });

  it('abort during a back-off: at once', async () => {
    const controller = new AbortController();
    const call = create([refuse(503, 'SERVICE_UNAVAILABLE', { 'retry-after': '50' })], {
      signal: controller.signal,
      onRetry: () => controller.abort(),
    });
    expect(await rejection(call)).to.be.instanceOf(AbortError); // and not 50 seconds later
  });

  it('abort while the server thinks: at once', async () => {
    const controller = new AbortController();
    const call = create([() => controller.abort()], { signal: controller.signal });
    expect(await rejection(call)).to.be.instanceOf(AbortError);
  });

  it('Retry-After: 600: a typed error at once', async () => {
    const error = await rejection(create([refuse(429, 'RATE_LIMITED', { 'retry-after': '600' })]));
    expect(error).to.be.instanceOf(RateLimitError).that.includes({ retryAfter: 600_000, requestId: 'req_1' });
    expect(script.keys).to.have.length(1);
  });

  it('Retry-After as a date far ahead: the same', async () => {
    const date = new Date(Date.now() + 3_600_000).toUTCString();
    const error = await rejection(create([refuse(503, 'SERVICE_UNAVAILABLE', { 'retry-after': date })]));
    expect(error).to.be.instanceOf(ServerError);
    expect((error as ServerError).retryAfter).to.be.within(3_500_000, 3_600_000);
  });

  it('no answer: TimeoutError', async () => {
    const error = await rejection(create([stallBeforeHeaders], { timeout: 50, maxRetries: 0 }));
    expect(error).to.be.instanceOf(TimeoutError);
  });

  it('no error leads to the key, however deep one looks into it', async () => {
    for (const act of [stallBeforeHeaders, drop, answer(200, '<html>'), refuse(500, 'INTERNAL_ERROR')]) {
      const error = await rejection(create([act], { timeout: 200, maxRetries: 0 }));
      expect(inspect(error, { depth: Infinity, showHidden: true })).to.not.contain('fk_live_0123456789');
    }
  });

  it('a body that stalls after the headers: TimeoutError', async () => {
    const error = await rejection(create([stallInBody], { timeout: 50, maxRetries: 0 }));
    expect(error).to.be.instanceOf(TimeoutError);
  });

  it('a body that stalls once: made again', async () => {
    expect(await create([stallInBody, succeed], { timeout: 2000 })).to.include({ id: 'con_1' });
    expect(script.keys[1]).to.equal(script.keys[0]);
  });

  it('422 with field errors: by field, with the request id', async () => {
    const errors = [{ pointer: '/email', code: 'INVALID_EMAIL_FORMAT', message: 'Not an e-mail address.' }];
    const error = await rejection(create([refuse(422, 'INVALID_EMAIL_FORMAT', {}, { errors })]));
    expect(error)
      .to.be.instanceOf(ValidationError)
      .that.includes({ code: 'INVALID_EMAIL_FORMAT', requestId: 'req_1' });
    expect((error as ValidationError).fieldErrors?.email?.[0]).to.include({ code: 'INVALID_EMAIL_FORMAT' });
  });

  for (const [what, act, shown] of [
    ['truncated JSON', answer(201, JSON.stringify(created).slice(0, 40)), 'con_1'],
    [
      'an HTML page',
      answer(200, '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' }),
      'Sign in',
    ],
    ['an empty body', answer(200, ''), ''],
    ['204', answer(204, ''), ''],
    ['JSON of another shape', answer(201, '{"ok":true}'), '"ok"'],
    ['a redirect to a login page', answer(302, 'Moved', { location: 'https://login.example.com/' }), 'Moved'],
  ] as const) {
    it(`${what} where a contact is due: ResponseValidationError, never a SyntaxError`, async () => {
      const error = (await rejection(create([act]))) as ResponseValidationError;
      expect(error).to.be.instanceOf(ResponseValidationError).with.property('requestId', 'req_1');
      expect(error.status).to.be.within(200, 302);
      expect(error.message).to.contain(shown);
      expect(script.keys).to.have.length(1);
    });
  }

  it('a login page behind a redirect is not asked for', async () => {
    await rejection(create([answer(307, '', { location: `${baseUrl}/login` }), succeed]));
    expect(script.keys).to.have.length(1);
  });

  it('an export that stalls half way: TimeoutError; one that breaks off: ConnectionError', async () => {
    for (const [fault, expected] of [
      [stallInBody, TimeoutError],
      [dropInBody, ConnectionError],
    ] as const) {
      const job = {
        id: 'job_1',
        type: 'EXPORT',
        status: 'QUEUED',
        progress: { total: 1, processed: 1, succeeded: 1, skipped: 0, failed: 0 },
      };
      const times = { createdAt: '', startedAt: null, finishedAt: null, expiresAt: null, result: null };
      const result = { url: `${baseUrl}/file`, expiresAt: '', rows: 1 };
      script.acts = [
        answer(202, JSON.stringify({ ...job, ...times })),
        answer(200, JSON.stringify({ ...job, ...times, status: 'SUCCEEDED', finishedAt: 'now', result })),
        fault,
      ];
      const fluenzr = createClient({ baseUrl, apiKey: 'fk_live_0123456789', timeout: 2000 });
      const file = await fluenzr.groups.exportCsv('grp_1');
      expect(await rejection(file.blob())).to.be.instanceOf(expected);
    }
  });
});
