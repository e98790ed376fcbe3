import { expect } from 'chai';
import type { Fault } from '@fluenzr/mocks';
import { backendWithCall, type Answered } from './caller.js';

const lead = { email: 'ada@example.com' };

describe('A fault', () => {
  const answers: { fault: Fault; status: number; code?: string; retryAfter?: string; done: boolean }[] = [
    {
      fault: { kind: '429', retryAfter: 600 },
      status: 429,
      code: 'RATE_LIMITED',
      retryAfter: '600',
      done: false,
    },
    { fault: { kind: '500' }, status: 500, code: 'INTERNAL_ERROR', done: false },
    { fault: { kind: '503' }, status: 503, code: 'SERVICE_UNAVAILABLE', retryAfter: '1', done: false },
    { fault: { kind: 'HTML page' }, status: 200, done: false },
    { fault: { kind: 'delay', ms: 1 }, status: 201, done: true },
    { fault: { kind: 'truncated JSON' }, status: 201, done: true },
    { fault: { kind: 'wrong content type' }, status: 201, done: true },
  ];
  for (const { fault, status, code, retryAfter, done } of answers) {
    it(`"${fault.kind}" answers ${status}, and the request is ${done ? '' : 'not '}done`, async () => {
      const { backend, call } = backendWithCall();
      backend.faults.add({ ...fault, match: 'POST /contacts' });
      const { body, headers, ...answer } = await call('POST /contacts', lead).catch(asTruncated);
      expect(answer.status).to.equal(status);
      expect(body.code).to.equal(code);
      expect(headers.get('Retry-After')).to.equal(retryAfter ?? null);
      expect((await call('GET /contacts')).body.data).to.have.length(done ? 1 : 0);
    });
  }

  it('"HTML page" is a page, "wrong content type" is JSON by another name, "truncated JSON" is half of it', async () => {
    const { backend } = backendWithCall();
    const get = () =>
      backend.fetch('https://crm.example.com/api/v1/groups', {
        headers: { Authorization: `Bearer ${backend.apiKey}` },
      });
    const whole = await (await get()).text();
    backend.faults.add({ kind: 'HTML page', times: 1 });
    const page = await get();
    expect(page.headers.get('Content-Type')).to.equal('text/html');
    expect(await page.text()).to.contain('<!doctype html>');
    backend.faults.add({ kind: 'wrong content type', times: 1 });
    const renamed = await get();
    expect(renamed.headers.get('Content-Type')).to.equal('text/plain');
    expect(await renamed.text()).to.equal(whole);
    backend.faults.add({ kind: 'truncated JSON', times: 1 });
    const half = await (await get()).text();
    expect(whole.startsWith(half)).to.be.true;
    expect(() => JSON.parse(half) as unknown).to.throw(SyntaxError);
  });

  for (const [kind, done] of [
    ['dropped connection', false],
    ['answer lost after commit', true],
  ] as const) {
    it(`"${kind}" rejects as a broken connection does, and the request is ${done ? '' : 'not '}done`, async () => {
      const { backend, call } = backendWithCall();
      backend.faults.add({ kind, times: 1 });
      const error = await rejection(call('POST /contacts', lead, { 'Idempotency-Key': 'k1' }));
      expect(error).to.be.instanceOf(TypeError);
      expect((await call('GET /contacts')).body.data).to.have.length(done ? 1 : 0);
      const again = await call('POST /contacts', lead, { 'Idempotency-Key': 'k1' });
      expect(again.status).to.equal(201);
      expect(again.headers.get('Idempotency-Replayed')).to.equal(done ? 'true' : null);
    });
  }

  it('"stalled body" begins and does not end, until the request is aborted', async () => {
    const { backend } = backendWithCall();
    backend.faults.add({ kind: 'stalled body', times: 1 });
    const gone = new AbortController();
    const response = await backend.fetch('https://crm.example.com/api/v1/groups', {
      headers: { Authorization: `Bearer ${backend.apiKey}` },
      signal: gone.signal,
    });
    const reader = response.body!.getReader();
    expect((await reader.read()).done).to.be.false;
    const rest = rejection(reader.read());
    gone.abort();
    expect(await rest).to.have.property('name', 'AbortError');
  });

  it('"delay" ends at once when the request is aborted', async () => {
    const { backend } = backendWithCall();
    backend.faults.add({ kind: 'delay', ms: 3_600_000 });
    const gone = new AbortController();
    const answer = rejection(
      backend.fetch('https://crm.example.com/api/v1/groups', {
        headers: { Authorization: `Bearer ${backend.apiKey}` },
        signal: gone.signal,
      }),
    );
    gone.abort();
    expect(await answer).to.have.property('name', 'AbortError');
  });

  it('"delay" delays refusals too', async () => {
    const { backend, call } = backendWithCall();
    backend.faults.add({ match: '/contacts/*', kind: 'delay', ms: 10 });
    const order: string[] = [];
    await Promise.all([
      call('GET /contacts/none').then(() => order.push('delayed')),
      call('GET /groups').then(() => order.push('at once')),
    ]);
    expect(order).to.deep.equal(['at once', 'delayed']);
  });

  it('meets the requests that it matches, as often as it says', async () => {
    const { backend, call } = backendWithCall();
    backend.faults.add({ match: 'POST /contacts', kind: '503', times: 2 });
    expect((await call('GET /contacts')).status).to.equal(200);
    expect((await call('POST /contacts', lead)).status).to.equal(503);
    expect((await call('POST /contacts', lead)).status).to.equal(503);
    expect((await call('POST /contacts', lead)).status).to.equal(201);
  });

  const matches: [Fault['match'], string, boolean][] = [
    [undefined, 'GET /groups', true],
    ['/groups', 'GET /groups', true],
    ['/groups', 'GET /groups/grp_1', false],
    ['/groups/*', 'GET /groups/grp_1', true],
    ['GET /groups/{id}/contacts', 'GET /groups/grp_1/contacts', true],
    ['POST /groups', 'GET /groups', false],
    [(request) => request.headers.has('Idempotency-Key'), 'GET /groups', false],
  ];
  for (const [match, request, met] of matches) {
    it(`with match ${String(match)} ${met ? 'meets' : 'leaves'} ${request}`, async () => {
      const { backend, call } = backendWithCall();
      backend.faults.add({ kind: '500', ...(match !== undefined && { match }) });
      expect((await call(request)).status === 500).to.equal(met);
    });
  }

  it('is removed by the function that adding it gave, or by clear', async () => {
    const { backend, call } = backendWithCall();
    const remove = backend.faults.add({ kind: '503' });
    backend.faults.add({ kind: '500' });
    expect((await call('GET /groups')).status).to.equal(503);
    remove();
    expect((await call('GET /groups')).status).to.equal(500);
    backend.faults.clear();
    expect((await call('GET /groups')).status).to.equal(200);
  });

  it('with a probability meets the same requests under the same seed', async () => {
    const met = async (seed: number) => {
      const { backend, call } = backendWithCall({ seed });
      backend.faults.add({ kind: '503', probability: 0.5 });
      const statuses: number[] = [];
      for (let count = 0; count < 40; count += 1) statuses.push((await call('GET /groups')).status);
      return statuses.join();
    };
    const first = await met(1);
    expect(first).to.contain('503').and.to.contain('200');
    expect(await met(1)).to.equal(first);
    expect(await met(2)).to.not.equal(first);
  });

  it('that could never happen is refused', () => {
    const { backend } = backendWithCall();
    const wrong: [object, string][] = [
      [{ kind: 'meteor' }, 'The kinds: 429'],
      [{ kind: '503', times: 0 }, 'at least 1'],
      [{ kind: '503', probability: 2 }, 'from 0 to 1'],
      [{ kind: 'delay' }, 'needs ms'],
      [{ kind: '503', match: 'contacts' }, 'POST /contacts'],
      [{ kind: '503', match: 'POST /contcts' }, 'matches "POST /contcts", and no endpoint does'],
      [{ kind: '503', match: 'PUT /contacts' }, 'no endpoint does'],
    ];
    for (const [fault, message] of wrong) {
      expect(() => backend.faults.add(fault as Fault)).to.throw(TypeError, message);
    }
  });
});

/** The error that a promise rejects with. */
async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('It was expected to fail.');
}

/** Truncated JSON cannot be parsed: what else is known of that answer. */
function asTruncated(error: unknown): Answered {
  if (!(error instanceof SyntaxError)) throw error;
  return { status: 201, headers: new Headers(), text: '', body: {} as Answered['body'] };
}
