import { routes } from '@fluenzr/client/routes';
import { Problem } from '@fluenzr/client/schemas';
import { expect } from 'chai';
import { backendWithCall, newContact, newGroup } from './caller.js';

describe('Every answer', () => {
  it('refuses a request without a key, or with another', async () => {
    const { call } = backendWithCall();
    for (const Authorization of [undefined, 'Bearer wrong', 'Basic abc']) {
      const { status, headers, body } = await call('GET /groups', undefined, { Authorization });
      expect(status).to.equal(401);
      expect(body.code).to.equal('UNAUTHENTICATED');
      expect(headers.get('WWW-Authenticate')).to.equal('Bearer');
    }
  });

  it('has a request id: the one that was sent, or a new one', async () => {
    const { call } = backendWithCall();
    const sent = await call('GET /groups/none', undefined, { 'X-Request-Id': 'trace-1' });
    expect(sent.headers.get('X-Request-Id')).to.equal('trace-1');
    expect(sent.body.requestId).to.equal('trace-1');
    const made = await call('GET /groups');
    const other = await call('GET /groups', undefined, { 'X-Request-Id': '<script>' });
    expect(made.headers.get('X-Request-Id')).to.match(/^req_/);
    expect(other.headers.get('X-Request-Id')).to.match(/^req_/);
    expect(made.headers.get('X-Request-Id')).to.not.equal(other.headers.get('X-Request-Id'));
  });

  it('that refuses is a problem document', async () => {
    const { call } = backendWithCall();
    const { status, headers, body } = await call('GET /contacts/con_none');
    expect(headers.get('Content-Type')).to.equal('application/problem+json');
    expect(Problem.safeParse(body).success).to.be.true;
    expect(body).to.deep.include({
      type: 'urn:fluenzr:problem:contact-not-found',
      title: 'Contact not found',
      status,
      code: 'CONTACT_NOT_FOUND',
      instance: '/api/v1/contacts/con_none',
    });
  });

  it('may be read by any page, with the headers that matter', async () => {
    const { backend, call } = backendWithCall();
    const { headers } = await call('GET /groups');
    expect(headers.get('Access-Control-Allow-Origin')).to.equal('*');
    for (const name of [
      'ETag',
      'Idempotency-Replayed',
      'Location',
      'RateLimit-Remaining',
      'Retry-After',
      'X-Request-Id',
    ]) {
      expect(headers.get('Access-Control-Expose-Headers')).to.contain(name);
    }
    const preflight = await backend.fetch('https://crm.example.com/api/v1/contacts', { method: 'OPTIONS' });
    expect(preflight.status).to.equal(204);
    expect(preflight.headers.get('Access-Control-Allow-Methods')).to.equal('POST, GET, HEAD, OPTIONS');
    for (const name of ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match', 'X-Request-Id']) {
      expect(preflight.headers.get('Access-Control-Allow-Headers')).to.contain(name);
    }
  });

  it('says how many requests are left; the 601st in a minute is refused until the minute is over', async () => {
    const { backend, call } = backendWithCall();
    const first = await call('GET /groups');
    expect(first.headers.get('RateLimit-Limit')).to.equal('600');
    expect(first.headers.get('RateLimit-Remaining')).to.equal('599');
    backend.clock.advance(20_000);
    for (let count = 2; count <= 600; count += 1) await call('GET /groups/none');
    const refused = await call('GET /groups');
    expect(refused.status).to.equal(429);
    expect(refused.body.code).to.equal('RATE_LIMITED');
    expect(refused.headers.get('Retry-After')).to.equal('40');
    expect(refused.headers.get('RateLimit-Remaining')).to.equal('0');
    expect(refused.headers.get('RateLimit-Reset')).to.equal('40');
    backend.clock.advance(40_000);
    expect((await call('GET /groups')).status).to.equal(200);
  });
});

describe('The router', () => {
  it('answers 404 for an unknown path', async () => {
    const { call } = backendWithCall();
    for (const path of ['/nothing', '/groups/a/b/c/d/e', '/contacts//enrollments', '/']) {
      const { status, body } = await call(`GET ${path}`);
      expect(status, path).to.equal(404);
      expect(body.code, path).to.equal('NOT_FOUND');
    }
  });

  it('answers 405 with what is allowed', async () => {
    const { call } = backendWithCall();
    const { status, headers, body } = await call('DELETE /groups');
    expect(status).to.equal(405);
    expect(body.code).to.equal('METHOD_NOT_ALLOWED');
    expect(headers.get('Allow')).to.equal('GET, POST, HEAD, OPTIONS');
  });

  it('answers HEAD as GET, without the body', async () => {
    const { call } = backendWithCall();
    const id = await newGroup(call, 'Active Customers', 'STATIC');
    const { status, headers, text } = await call(`HEAD /groups/${id}`);
    expect(status).to.equal(200);
    expect(headers.get('ETag')).to.equal('"1"');
    expect(text).to.equal('');
  });

  it('refuses a path that is not properly encoded', async () => {
    const { call } = backendWithCall();
    const { status, body } = await call('GET /groups/%E0%A4%A');
    expect(status).to.equal(400);
    expect(body.code).to.equal('MALFORMED_REQUEST');
  });

  it('knows every route of the table: none is 404 for its path, or 405', async () => {
    const { call } = backendWithCall();
    for (const route of Object.keys(routes)) {
      const { status, body } = await call(route.replaceAll(/\{\w+\}/g, 'unknown'));
      expect(body.code, route).to.not.equal('NOT_FOUND');
      expect(status, route).to.not.equal(405);
    }
  });
});

describe('Versions', () => {
  it('stand in the body and the ETag, and stop a change of something that changed meanwhile', async () => {
    const { call } = backendWithCall();
    const id = await newContact(call, 'ada@example.com');
    expect((await call(`GET /contacts/${id}`)).headers.get('ETag')).to.equal('"1"');
    const changed = await call(`PATCH /contacts/${id}`, { firstName: 'Ada' }, { 'If-Match': '"1"' });
    expect(changed.status).to.equal(200);
    expect(changed.headers.get('ETag')).to.equal('"2"');
    const stale = await call(`PATCH /contacts/${id}`, { firstName: 'Augusta' }, { 'If-Match': '"1"' });
    expect(stale.status).to.equal(412);
    expect(stale.body.code).to.equal('PRECONDITION_FAILED');
    expect((await call(`GET /contacts/${id}`)).body.firstName).to.equal('Ada');
    for (const tag of ['*', '"7", "2"']) {
      const fine = await call(`PATCH /contacts/${id}`, { firstName: 'Ada' }, { 'If-Match': tag });
      expect(fine.status, tag).to.equal(200);
    }
  });
});
