import { expect } from 'chai';
import fc from 'fast-check';
import { createClient } from '../src/core.js';
import { InvalidInputError, NotFoundError, ServerError } from '../src/errors.js';
import { contacts } from '../src/resources/contacts.js';
import { groups } from '../src/resources/groups.js';
import { contact, group, page } from './samples.js';
import { json, problem, rejection, scriptedFetch, type Step } from './scripted-fetch.js';

function setUp(...steps: Step[]) {
  const { fetch, seen } = scriptedFetch(...steps);
  const apiKey = () => 'token-0123456789';
  const client = createClient({
    resources: { contacts, groups },
    baseUrl: 'https://crm.example.com',
    apiKey,
    fetch,
  });
  return { client, seen };
}
const cursorsOf = (seen: { url: string }[]) => seen.map(({ url }) => new URL(url).searchParams.get('cursor'));

describe('a promise of an answer', () => {
  it('gives the data, or the data with what came around it', async () => {
    const { client, seen } = setUp(json(contact, 200, { etag: '"1"', 'x-request-id': 'req_1' }));
    const call = client.contacts.get('con_1');
    expect(await call).to.deep.equal(contact);
    const { data, requestId, response } = await call.withResponse();
    expect(data).to.deep.equal(contact);
    expect(requestId).to.equal('req_1');
    expect(response.headers.get('etag')).to.equal('"1"');
    expect(seen).to.have.length(1);
  });

  it('gives the answer with its body unread', async () => {
    const { client } = setUp(json(contact, 200, { etag: '"1"' }));
    const response = await client.contacts.get('con_1').asResponse();
    expect(response).to.include({ status: 200, bodyUsed: false });
    expect(response.headers.get('etag')).to.equal('"1"');
    expect(await response.json()).to.deep.equal(contact);
  });

  it('gives the answer to a deletion, which has no body', async () => {
    const { client } = setUp(new Response(null, { status: 204 }));
    const response = await client.contacts.delete('con_1').asResponse();
    expect(response.status).to.equal(204);
    expect(await response.text()).to.equal('');
  });

  it('fails once, in the way it is asked, and leaves no rejection unheard', async () => {
    const unheard: unknown[] = [];
    const listen = (event: PromiseRejectionEvent) => unheard.push(event.reason);
    addEventListener('unhandledrejection', listen);
    const { client } = setUp(problem(404, 'CONTACT_NOT_FOUND'), problem(404, 'CONTACT_NOT_FOUND'));
    expect(await rejection(client.contacts.get('con_1').withResponse())).to.be.instanceOf(NotFoundError);
    expect(await rejection(client.contacts.get('con_1').asResponse())).to.be.instanceOf(NotFoundError);
    await new Promise((resolve) => setTimeout(resolve)); // when the browser would report it
    removeEventListener('unhandledrejection', listen);
    expect(unheard).to.deep.equal([]);
  });

  it('keeps members and enum values that are newer than this version', async () => {
    const newer = { ...contact, status: 'DORMANT', score: 7, groups: [{ ...group, type: 'LOOKALIKE' }] };
    const { client } = setUp(json(newer));
    expect(await client.contacts.get('con_1')).to.deep.equal(newer);
  });
});

describe('a list', () => {
  it('is iterated by item without awaiting it, each page asked for when it is needed', async () => {
    const { client, seen } = setUp(json(page([1, 2], 'b')), json(page([3], 'c')), json(page([4])));
    const items: unknown[] = [];
    for await (const item of client.groups.list({ type: 'DYNAMIC', limit: 2 })) {
      items.push(item);
      if (items.length === 2) expect(seen).to.have.length(1);
    }
    expect(items).to.deep.equal([1, 2, 3, 4]);
    expect(cursorsOf(seen)).to.deep.equal([null, 'b', 'c']);
    for (const { url } of seen) {
      expect(new URL(url).searchParams.get('type')).to.equal('DYNAMIC');
      expect(new URL(url).searchParams.get('limit')).to.equal('2');
    }
  });

  it('is iterated by page', async () => {
    const { client } = setUp(json(page([1, 2], 'b')), json(page([3])));
    const pages = [];
    for await (const { data } of client.groups.list().pages()) pages.push(data);
    expect(pages).to.deep.equal([[1, 2], [3]]);
  });

  it('awaited, is its first page; its cursor leads on', async () => {
    const { client, seen } = setUp(json(page([1], 'b')), json(page([2])));
    const first = await client.groups.list({ q: 'leads' });
    expect(first).to.deep.equal(page([1], 'b'));
    const rest = client.groups.list({ q: 'leads', cursor: first.page.nextCursor ?? '' });
    expect((await rest).data).to.deep.equal([2]);
    expect(cursorsOf(seen)).to.deep.equal([null, 'b']);
  });

  it('goes no further than toArray asks for', async () => {
    const { client, seen } = setUp(json(page([1, 2], 'b')), json(page([3, 4], 'c')));
    expect(await client.groups.list().toArray({ limit: 3 })).to.deep.equal([1, 2, 3]);
    expect(seen).to.have.length(2);
  });

  for (const options of [{}, { limit: 0 }, { limit: -1 }, { limit: NaN }]) {
    it(`refuses toArray(${JSON.stringify(options)})`, async () => {
      const { client } = setUp(json(page([])));
      const error = await rejection(client.groups.list().toArray(options as { limit: number }));
      expect(error).to.be.instanceOf(InvalidInputError).with.nested.property('fieldErrors.limit');
    });
  }

  it('passes on the error of a later page', async () => {
    const { client } = setUp(
      json(page([1], 'b')),
      problem(500, 'INTERNAL_ERROR', {}, { 'retry-after': '0' }),
    );
    const list = client.groups.list({}, { maxRetries: 0 });
    const items: unknown[] = [];
    const error = await rejection(
      (async () => {
        for await (const item of list) items.push(item);
      })(),
    );
    expect(error).to.be.instanceOf(ServerError);
    expect(items).to.deep.equal([1]);
  });

  it('misses and repeats nothing while items are added behind the cursor', async () => {
    // a server whose cursor is the last item given out; between two pages it gains items at its end
    const server = fc.record({
      limit: fc.integer({ min: 1, max: 5 }),
      start: fc.integer({ min: 0, max: 12 }),
      growth: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(server, async ({ limit, start, growth }) => {
        let size = start;
        const additions = [...growth];
        const fetch = (request: Request) => {
          const from = Number(new URL(request.url).searchParams.get('cursor') ?? 0);
          const to = Math.min(from + limit, size);
          const data = Array.from({ length: to - from }, (_, index) => from + index);
          const answer = json(page(data, to < size ? String(to) : null));
          if (to < size) size += additions.shift() ?? 0;
          return Promise.resolve(answer);
        };
        const apiKey = () => 'token-0123456789';
        const client = createClient({
          resources: { groups },
          baseUrl: 'https://crm.example.com',
          apiKey,
          fetch,
        });
        const items: unknown[] = [];
        for await (const item of client.groups.list()) items.push(item);
        expect(items).to.deep.equal(Array.from({ length: size }, (_, index) => index));
      }),
      { numRuns: 50 },
    );
  });
});
