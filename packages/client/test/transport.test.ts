import { expect } from 'chai';
import { contacts } from '../src/resources/contacts.js';
import { groups } from '../src/resources/groups.js';
import { createClient } from '../src/core.js';
import {
  APIError,
  AbortError,
  AuthenticationError,
  ConnectionError,
  InvalidInputError,
  RateLimitError,
  ResponseValidationError,
  ServerError,
  TimeoutError,
  ValidationError,
} from '../src/errors.js';
import type { CoreOptions } from '../src/options.js';
import { created, group } from './samples.js';
import { json, never, problem, rejection, scriptedFetch, type Step } from './scripted-fetch.js';

const key = 'fk_live_0123456789abcdef';
const now = { 'retry-after': '0' };
const broken = () => new TypeError('Failed to fetch');

function setUp(steps: Step[], options: Partial<CoreOptions> = {}) {
  const { fetch, seen } = scriptedFetch(...steps);
  const client = createClient({
    resources: { contacts, groups },
    baseUrl: 'https://crm.example.com',
    apiKey: key,
    dangerouslyAllowBrowser: true,
    fetch,
    ...options,
  });
  return { client, seen };
}

const input = { email: 'ada@example.com', groupId: 'grp_1' };

describe('a request', () => {
  it('goes to /api/v1 below the base address, with the key and nothing that CORS does not expect', async () => {
    const { client, seen } = setUp([json(created, 201)], { baseUrl: 'https://crm.example.com/app//' });
    await client.contacts.create(input);
    const [request] = seen;
    expect(request).to.include({ method: 'POST', url: 'https://crm.example.com/app/api/v1/contacts' });
    expect(JSON.parse(request!.body)).to.deep.equal(input);
    expect([...request!.headers.keys()].sort()).to.deep.equal([
      'authorization',
      'content-type',
      'idempotency-key',
      'x-request-id',
    ]);
    expect(request!.headers.get('authorization')).to.equal(`Bearer ${key}`);
    expect(request!.headers.get('content-type')).to.equal('application/json');
  });

  it('carries no key for a read, and a fresh one for each write', async () => {
    const { client, seen } = setUp([json(created), json(created, 201), json(created, 201)]);
    await client.contacts.get('con_1');
    await client.contacts.create(input);
    await client.contacts.create(input);
    const keys = seen.map(({ headers }) => headers.get('idempotency-key'));
    expect(keys[0]).to.equal(null);
    expect(keys[1]).to.be.a('string').with.length.above(20);
    expect(keys[2]).to.not.equal(keys[1]);
  });

  for (const [name, call] of [
    [
      'PATCH',
      (client: ReturnType<typeof setUp>['client']) =>
        client.groups.update('grp_1', { name: 'LinkedIn Leads Q4' }),
    ],
    ['DELETE', (client: ReturnType<typeof setUp>['client']) => client.contacts.delete('con_1')],
    ['PUT', (client: ReturnType<typeof setUp>['client']) => client.groups.contacts.add('grp_1', 'con_1')],
  ] as const) {
    it(`carries an Idempotency-Key for ${name} too`, async () => {
      const { client, seen } = setUp([json(group)]);
      await call(client);
      expect(seen[0]!.headers.get('idempotency-key')).to.be.a('string');
    });
  }

  it('takes the headers of client and call, the call having the last word', async () => {
    const { client, seen } = setUp([json(created)], { headers: { 'x-tenant': 'a', 'x-trace': '1' } });
    await client.contacts.get('con_1', { headers: { 'x-tenant': 'b' } });
    expect(seen[0]!.headers.get('x-tenant')).to.equal('b');
    expect(seen[0]!.headers.get('x-trace')).to.equal('1');
  });

  it("leaves the client's options in force where the call's are undefined", async () => {
    const controller = new AbortController();
    const { client, seen } = setUp([never], { signal: controller.signal, headers: { 'x-tenant': 'a' } });
    const call = client.contacts.get('con_1', { fetch: undefined, signal: undefined, headers: undefined });
    controller.abort();
    expect(await rejection(call)).to.be.instanceOf(AbortError);
    const other = setUp([json(created)], { headers: { 'x-tenant': 'a' } });
    await other.client.contacts.get('con_1', { fetch: undefined, headers: undefined });
    expect(other.seen[0]!.headers.get('x-tenant')).to.equal('a');
    expect(seen).to.have.length(1);
  });

  it("takes the caller's X-Request-Id in place of its own", async () => {
    const { client, seen } = setUp([json(created)]);
    await client.contacts.get('con_1', { headers: { 'X-Request-Id': 'trace-1' } });
    expect(seen[0]!.headers.get('x-request-id')).to.equal('trace-1');
  });

  it('says with ifMatch which version it means', async () => {
    const { client, seen } = setUp([json(group)]);
    await client.groups.update('grp_1', { name: 'LinkedIn Leads Q4' }, { ifMatch: 3 });
    expect(seen[0]!.headers.get('if-match')).to.equal('"3"');
  });

  it('writes a query with lists joined by commas, and leaves out what is undefined', async () => {
    const { client, seen } = setUp([json(group)]);
    await client.groups.get('grp_1', { include: ['statistics', 'campaigns'] });
    const url = new URL(seen[0]!.url);
    expect(url.searchParams.get('include')).to.equal('statistics,campaigns');
    const other = setUp([json({ data: [], page: { nextCursor: null, hasMore: false } })]);
    await other.client.groups.list({ type: 'DYNAMIC', q: undefined, limit: 20 });
    expect(new URL(other.seen[0]!.url).search).to.equal('?type=DYNAMIC&limit=20');
  });

  it('does not follow a redirect with data and key', async () => {
    let redirect: RequestRedirect | undefined;
    const { client } = setUp([
      (request) => {
        redirect = request.redirect;
        return new Response(null, { status: 302, headers: { location: 'https://login.example.com' } });
      },
    ]);
    const error = await rejection(client.contacts.create(input));
    expect(redirect).to.equal('manual');
    expect(error).to.be.instanceOf(ResponseValidationError).with.property('status', 302);
  });
});

describe('a failed try', () => {
  for (const [what, step] of [
    ['503', () => problem(503, 'SERVICE_UNAVAILABLE', {}, now)],
    ['500', () => problem(500, 'INTERNAL_ERROR', {}, now)],
    ['429', () => problem(429, 'RATE_LIMITED', {}, now)],
    ['409 while the same key is at work', () => problem(409, 'IDEMPOTENCY_KEY_IN_USE', {}, now)],
    ['408', () => problem(408, 'TIMEOUT', {}, now)],
    ['425', () => problem(425, 'TOO_EARLY', {}, now)],
  ] as const) {
    it(`is made again with the same key and body after ${what}`, async () => {
      const { client, seen } = setUp([step(), step(), json(created, 201)]);
      const contact = await client.contacts.create(input);
      expect(contact.id).to.equal('con_1');
      expect(seen).to.have.length(3);
      expect(new Set(seen.map(({ headers }) => headers.get('idempotency-key')))).to.have.property('size', 1);
      expect(new Set(seen.map(({ headers }) => headers.get('x-request-id')))).to.have.property('size', 1);
      expect(seen.map(({ body }) => JSON.parse(body) as unknown)).to.deep.equal([input, input, input]);
    });
  }

  it('is made again after a broken connection', async () => {
    const { client, seen } = setUp([broken(), json(created, 201)]);
    await client.contacts.create(input);
    expect(seen).to.have.length(2);
    expect(seen[0]!.headers.get('idempotency-key')).to.equal(seen[1]!.headers.get('idempotency-key'));
  });

  it('is made again when the body breaks off', async () => {
    const half = new ReadableStream({
      pull: (controller) => controller.error(new TypeError('terminated')),
    });
    const { client, seen } = setUp([new Response(half, { status: 201 }), json(created, 201)]);
    await client.contacts.create(input);
    expect(seen).to.have.length(2);
  });

  it("keeps the caller's own key", async () => {
    const { client, seen } = setUp([broken(), json(created, 201)]);
    await client.contacts.create(input, { idempotencyKey: 'lead-42' });
    expect(seen.map(({ headers }) => headers.get('idempotency-key'))).to.deep.equal(['lead-42', 'lead-42']);
  });

  for (const [status, code] of [
    [400, 'MALFORMED_REQUEST'],
    [403, 'FORBIDDEN'],
    [404, 'CONTACT_NOT_FOUND'],
    [409, 'GROUP_ARCHIVED'],
    [412, 'PRECONDITION_FAILED'],
    [422, 'VALIDATION_FAILED'],
  ] as const) {
    it(`is final after ${status} ${code}`, async () => {
      const { client, seen } = setUp([problem(status, code)]);
      const error = await rejection(client.contacts.create(input));
      expect(error).to.be.instanceOf(APIError).that.includes({ status, code, requestId: 'req_7' });
      expect(seen).to.have.length(1);
    });
  }

  it('is the last after maxRetries, with the error of that one', async () => {
    const { client, seen } = setUp([
      broken(),
      problem(500, 'INTERNAL_ERROR', {}, now),
      problem(503, 'SERVICE_UNAVAILABLE', {}, now),
    ]);
    const error = await rejection(client.contacts.create(input, { maxRetries: 2 }));
    expect(error).to.be.instanceOf(ServerError).with.property('status', 503);
    expect(seen).to.have.length(3);
  });

  it('is not repeated with maxRetries: 0', async () => {
    const { client, seen } = setUp([broken()], { maxRetries: 0 });
    const error = await rejection(client.contacts.create(input));
    expect(error).to.be.instanceOf(ConnectionError);
    expect((error as ConnectionError).requestId).to.equal(seen[0]!.headers.get('x-request-id'));
    expect((error as ConnectionError).cause).to.be.instanceOf(TypeError);
  });

  it('fails at once when the server asks for more patience than maxRetryAfter', async () => {
    const { client, seen } = setUp([problem(429, 'RATE_LIMITED', {}, { 'retry-after': '600' })]);
    const error = await rejection(client.contacts.create(input));
    expect(error).to.be.instanceOf(RateLimitError).with.property('retryAfter', 600_000);
    expect(seen).to.have.length(1);
  });

  it('fails at once when the wait would outlast totalTimeout', async () => {
    const { client, seen } = setUp([problem(503, 'SERVICE_UNAVAILABLE', {}, { 'retry-after': '30' })]);
    const error = await rejection(client.contacts.create(input, { totalTimeout: 20_000 }));
    expect(error).to.be.instanceOf(ServerError).with.property('retryAfter', 30_000);
    expect(seen).to.have.length(1);
  });
});

describe('time-outs', () => {
  it('end a try that has no answer, and the next one may succeed', async () => {
    const { client, seen } = setUp([never, json(created, 201)]);
    await client.contacts.create(input, { timeout: 20 });
    expect(seen).to.have.length(2);
  });

  it('cover the body', async () => {
    const stalled = () =>
      new Response(new ReadableStream({ start: (c) => c.enqueue(new Uint8Array([123])) }));
    const { client } = setUp([stalled()]);
    const error = await rejection(client.contacts.create(input, { timeout: 20, maxRetries: 0 }));
    expect(error).to.be.instanceOf(TimeoutError);
    expect((error as TimeoutError).requestId).to.be.a('string');
  });

  it('end a fetch that does not listen to its signal', async () => {
    const { client } = setUp([() => new Promise(() => undefined)]);
    const error = await rejection(client.contacts.create(input, { timeout: 20, maxRetries: 0 }));
    expect(error).to.be.instanceOf(TimeoutError);
  });

  it('end all tries together with totalTimeout', async () => {
    const { client } = setUp([never, never, never, never]);
    const error = await rejection(client.contacts.create(input, { timeout: 10_000, totalTimeout: 30 }));
    expect(error).to.be.instanceOf(TimeoutError);
  });
});

describe('a signal', () => {
  it('ends a call that waits for the answer, with the reason as cause', async () => {
    const controller = new AbortController();
    const { client } = setUp([
      (request) => {
        controller.abort(new Error('the user left'));
        return never(request);
      },
    ]);
    const error = await rejection(client.contacts.create(input, { signal: controller.signal }));
    expect(error).to.be.instanceOf(AbortError);
    expect((error as AbortError).cause).to.have.property('message', 'the user left');
  });

  it('ends a back-off', async () => {
    const controller = new AbortController();
    const { client, seen } = setUp([problem(503, 'SERVICE_UNAVAILABLE', {}, { 'retry-after': '50' })], {
      observe: () => (outcome) => {
        if (outcome instanceof Error) controller.abort();
      },
    });
    const error = await rejection(client.contacts.create(input, { signal: controller.signal }));
    expect(error).to.be.instanceOf(AbortError);
    expect(seen).to.have.length(1);
  });

  it('ends the wait for a fetch or a token that does not listen', async () => {
    for (const options of [
      { fetch: () => new Promise<Response>(() => undefined) },
      { apiKey: () => new Promise<string>(() => undefined) },
    ]) {
      const controller = new AbortController();
      const { client } = setUp([], options);
      const call = client.contacts.create(input, { signal: controller.signal });
      controller.abort();
      expect(await rejection(call)).to.be.instanceOf(AbortError);
    }
  });

  it('that is over before the call lets nothing be sent', async () => {
    const { client, seen } = setUp([json(created)]);
    const error = await rejection(client.contacts.create(input, { signal: AbortSignal.abort() }));
    expect(error).to.be.instanceOf(AbortError);
    expect(seen).to.have.length(0);
  });

  it('of the client ends its calls', async () => {
    const controller = new AbortController();
    const { client } = setUp([never], { signal: controller.signal });
    const call = client.contacts.create(input);
    controller.abort();
    expect(await rejection(call)).to.be.instanceOf(AbortError);
  });
});

describe('credentials', () => {
  it('of a function are asked for once, however many calls wait, and kept', async () => {
    let asked = 0;
    const apiKey = () => Promise.resolve(`token-${(asked += 1)}`);
    const { client, seen } = setUp([json(created), json(created), json(created)], { apiKey });
    await Promise.all([client.contacts.get('con_1'), client.contacts.get('con_2')]);
    await client.contacts.get('con_3');
    expect(asked).to.equal(1);
    expect(seen.map(({ headers }) => headers.get('authorization'))).to.deep.equal(
      Array(3).fill('Bearer token-1'),
    );
  });

  it('are renewed once after a 401, by one call for all, and the calls made again', async () => {
    let asked = 0;
    const apiKey = () => Promise.resolve(`token-${(asked += 1)}`);
    const answer = (request: Request) =>
      request.headers.get('authorization') === 'Bearer token-1'
        ? problem(401, 'UNAUTHENTICATED')
        : json(created);
    const { client, seen } = setUp([answer, answer, answer, answer], { apiKey, maxRetries: 0 });
    await Promise.all([client.contacts.get('con_1'), client.contacts.get('con_2')]);
    expect(asked).to.equal(2);
    expect(seen).to.have.length(4);
  });

  it('that are refused twice are an AuthenticationError', async () => {
    let asked = 0;
    const apiKey = () => Promise.resolve(`token-${(asked += 1)}`);
    const { client, seen } = setUp([problem(401, 'UNAUTHENTICATED'), problem(401, 'UNAUTHENTICATED')], {
      apiKey,
    });
    expect(await rejection(client.contacts.get('con_1'))).to.be.instanceOf(AuthenticationError);
    expect(asked).to.equal(2);
    expect(seen).to.have.length(2);
  });

  it('of a text are not tried again', async () => {
    const { client, seen } = setUp([problem(401, 'UNAUTHENTICATED')]);
    expect(await rejection(client.contacts.get('con_1'))).to.be.instanceOf(AuthenticationError);
    expect(seen).to.have.length(1);
  });

  it("pass on the function's own error, and ask it again for the next call", async () => {
    let asked = 0;
    const apiKey = () =>
      (asked += 1) === 1 ? Promise.reject(new Error('no session')) : Promise.resolve('token-2');
    const { client, seen } = setUp([json(created)], { apiKey });
    expect(await rejection(client.contacts.get('con_1'))).to.have.property('message', 'no session');
    await client.contacts.get('con_1');
    expect(seen).to.have.length(1);
  });

  it('that never come are asked for anew by the next try and the next call', async () => {
    let asked = 0;
    const apiKey = () =>
      (asked += 1) % 2 === 1 ? new Promise<string>(() => undefined) : Promise.resolve('token-2');
    const { client } = setUp([json(created), json(created)], { apiKey, timeout: 50 });
    expect(await rejection(client.contacts.get('con_1', { maxRetries: 0 }))).to.be.instanceOf(TimeoutError);
    expect(await client.contacts.get('con_1')).to.include({ id: 'con_1' });
    expect(asked).to.equal(2);
  });

  it('that no header can carry fail before any request, and are not shown', async () => {
    for (const apiKey of [`${key}\n`, '', `${key} x`, 'schlüssel', undefined as unknown as string]) {
      const { client, seen } = setUp([], { apiKey: () => apiKey });
      const error = (await rejection(client.contacts.get('con_1'))) as InvalidInputError;
      expect(error).to.be.instanceOf(InvalidInputError);
      expect(error.fieldErrors).to.have.property('apiKey');
      expect(error.message).to.not.contain(key);
      expect(seen).to.have.length(0);
    }
  });

  it('as a key that is missing or malformed are refused when the client is made', () => {
    for (const apiKey of [undefined as unknown as string, '', `${key}\n`]) {
      expect(() => setUp([], { apiKey })).to.throw(InvalidInputError, /apiKey/);
    }
  });

  it('as a key in a page are refused, with a way out', () => {
    const make = () =>
      createClient({ resources: { contacts }, baseUrl: 'https://crm.example.com', apiKey: key });
    expect(make).to.throw(InvalidInputError, /apiKey.*relay/);
    expect(make).to.not.throw(new RegExp(key));
  });
});

describe('the base address', () => {
  for (const baseUrl of [
    '',
    'crm.example.com',
    '/api',
    'ftp://crm.example.com',
    'https://crm.example.com?x=1',
    'https://ada:secret@crm.example.com',
    'https://crm example.com',
    undefined,
  ]) {
    it(`cannot be ${JSON.stringify(baseUrl)}`, () => {
      expect(() => setUp([], { baseUrl: baseUrl as string })).to.throw(InvalidInputError, /baseUrl/);
    });
  }
});

describe('an answer that is no answer', () => {
  for (const [what, body, status] of [
    ['an HTML page', '<!doctype html><title>Sign in</title>', 200],
    ['truncated JSON', '{"id":"con_1","email":"ada@exam', 201],
    ['nothing', '', 200],
    ['nothing, with 204', null, 204],
  ] as const) {
    it(`is a ResponseValidationError: ${what}`, async () => {
      const { client, seen } = setUp([new Response(body, { status, headers: { 'x-request-id': 'req_9' } })]);
      const error = (await rejection(client.contacts.get('con_1'))) as ResponseValidationError;
      expect(error).to.be.instanceOf(ResponseValidationError);
      expect(error).to.include({ status, requestId: 'req_9' });
      expect(error.message)
        .to.contain('req_9')
        .and.to.contain((body ?? '').slice(0, 20));
      expect(seen).to.have.length(1);
    });
  }

  it('is one for a deletion too, unless it is empty', async () => {
    for (const body of ['<!doctype html><title>Sign in</title>', '{"delet']) {
      const { client } = setUp([new Response(body)]);
      const error = await rejection(client.contacts.delete('con_1'));
      expect(error).to.be.instanceOf(ResponseValidationError).with.property('status', 200);
    }
  });

  it('shows at most 200 characters of the body, and never the key', async () => {
    const page = `<pre>Authorization: Bearer ${key}</pre>${'x'.repeat(1000)}`;
    for (const status of [200, 400]) {
      const { client } = setUp([new Response(page, { status })]);
      const { message } = (await rejection(client.contacts.get('con_1'))) as Error;
      expect(message).to.contain('Authorization: Bearer ***');
      expect(message).to.not.contain(key);
      expect(message.length).to.be.below(320);
    }
  });

  it('is a ServerError when a proxy answers 502 with a page, after the retries', async () => {
    const { client } = setUp([new Response('<h1>Bad gateway</h1>', { status: 502 })], { maxRetries: 0 });
    const error = await rejection(client.contacts.get('con_1'));
    expect(error).to.be.instanceOf(ServerError).with.property('status', 502);
    expect((error as Error).message).to.contain('<h1>Bad gateway</h1>');
  });
});

describe('field errors', () => {
  it('are by field, with dots for the slashes of the pointer', async () => {
    const errors = [
      { pointer: '/email', code: 'INVALID_EMAIL_FORMAT', message: 'Not an e-mail address.' },
      { pointer: '/fields/company', code: 'TOO_LONG', message: 'Too long.' },
      {
        pointer: '/fields/company',
        code: 'INVALID_TYPE',
        message: 'Not text.',
        params: { expected: 'text' },
      },
      { pointer: '/steps/0/subject', code: 'REQUIRED', message: 'Required.' },
      { pointer: '/a~1b~0c', code: 'UNKNOWN_MEMBER', message: 'Unknown.' },
      { pointer: '?limit', code: 'INVALID_VALUE', message: 'At most 200.' },
    ];
    const { client } = setUp([problem(422, 'VALIDATION_FAILED', { detail: '5 members are wrong.', errors })]);
    const error = (await rejection(client.contacts.create(input))) as ValidationError;
    expect(error).to.be.instanceOf(ValidationError);
    expect(Object.keys(error.fieldErrors ?? {})).to.deep.equal([
      'email',
      'fields.company',
      'steps.0.subject',
      'a/b~c',
      'limit',
    ]);
    expect(error.fieldErrors?.['fields.company']?.map(({ code }) => code)).to.deep.equal([
      'TOO_LONG',
      'INVALID_TYPE',
    ]);
    expect(error.message).to.contain('422 VALIDATION_FAILED 5 members are wrong.');
  });

  it('come with what a single code adds', async () => {
    const { client } = setUp([problem(409, 'CONTACT_EXISTS', { existingId: 'con_9' })]);
    const error = (await rejection(client.contacts.create(input))) as APIError;
    expect(error.problem).to.include({ existingId: 'con_9' });
  });
});
