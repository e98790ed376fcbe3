import { expect } from 'chai';
import * as fc from 'fast-check';
import { backendWithCall, newContact, newGroup, type Call } from './caller.js';
import { runs } from './door.js';

/** The ids of all pages of a list. */
async function walk(call: Call, path: string, onPage: (page: number) => Promise<void> = async () => {}) {
  const ids: string[] = [];
  let cursor: string | null = null;
  let pages = 0;
  do {
    const separator = path.includes('?') ? '&' : '?';
    const { status, body, text } = await call(`GET ${path}${cursor ? `${separator}cursor=${cursor}` : ''}`);
    if (status !== 200) throw new Error(text);
    ids.push(...body.data.map((item) => item.id));
    cursor = body.page.nextCursor;
    expect(body.page.hasMore).to.equal(cursor !== null);
    pages += 1;
    await onPage(pages);
  } while (cursor !== null);
  return { ids, pages };
}

describe('A list', () => {
  it('gives 50 items a page, or as many as asked, and null as the cursor of the last one', async () => {
    const { call } = backendWithCall();
    for (let index = 0; index < 60; index += 1) await newContact(call, `lead${index}@example.com`);
    expect((await call('GET /contacts')).body.data).to.have.length(50);
    const { ids, pages } = await walk(call, '/contacts?limit=20');
    expect(pages).to.equal(3); // and no empty fourth
    expect(new Set(ids).size).to.equal(60);
  });

  it('counts all items only when asked', async () => {
    const { call } = backendWithCall();
    const groupId = await newGroup(call, 'Active Customers', 'STATIC');
    for (const name of ['ada', 'grace', 'alan']) await newContact(call, `${name}@example.com`, { groupId });
    await newContact(call, 'eve@example.com');
    const path = `/contacts?groupId=${groupId}&limit=2`;
    expect((await call(`GET ${path}`)).body.page).to.not.have.property('total');
    expect((await call(`GET ${path}&include=total`)).body.page.total).to.equal(3);
  });

  const sorts: [string, string[]][] = [
    ['/contacts', ['eve', 'alan', 'grace', 'ada']],
    ['/contacts?sort=createdAt', ['ada', 'grace', 'alan', 'eve']],
    ['/contacts?sort=email', ['ada', 'alan', 'eve', 'grace']],
    ['/contacts?sort=-email', ['grace', 'eve', 'alan', 'ada']],
    ['/contacts?sort=lastName', ['eve', 'grace', 'ada', 'alan']],
    ['/contacts?sort=email&groupId=GROUP', ['ada', 'alan', 'grace']],
    ['/contacts?sort=email&notInGroupId=GROUP', ['eve']],
    ['/contacts?status=BLOCKED', ['alan']],
    ['/contacts?sort=email&tag=vip', ['ada', 'grace']],
    ['/contacts?q=LOVE', ['ada']],
    ['/contacts?q=hopper%20grace', ['grace']],
    ['/contacts?q=zoe', ['eve']],
    ['/groups/GROUP/contacts', ['alan', 'grace', 'ada']],
    ['/groups/GROUP/contacts?sort=joinedAt', ['ada', 'grace', 'alan']],
    ['/groups/GROUP/contacts?sort=-email', ['grace', 'alan', 'ada']],
    ['/groups/GROUP/contacts?status=ACTIVE&sort=email', ['ada', 'grace']],
    ['/groups/GROUP/contacts?q=turing', ['alan']],
  ];
  for (const [path, expected] of sorts) {
    it(`${path} is in order, at any page size`, async () => {
      const { call } = backendWithCall();
      const groupId = await newGroup(call, 'Active Customers', 'STATIC');
      const people: Record<string, string> = {
        ada: await newContact(call, 'ada@example.com', { groupId, lastName: 'Lovelace', tags: ['vip'] }),
        grace: await newContact(call, 'grace@example.com', { groupId, lastName: 'hopper', tags: ['vip'] }),
        alan: await newContact(call, 'alan@example.com', { groupId, lastName: 'Turing' }),
        eve: await newContact(call, 'eve@example.com', { firstName: 'Zoé' }),
      };
      await call(`PATCH /contacts/${people.alan}`, { status: 'BLOCKED' });
      const url = path.replaceAll('GROUP', groupId);
      for (const limit of [1, 2, 200]) {
        const { ids } = await walk(call, `${url}${url.includes('?') ? '&' : '?'}limit=${limit}`);
        expect(ids).to.deep.equal(expected.map((name) => people[name]));
      }
    });
  }

  it('of groups is sorted by name, time or size, without the archived ones', async () => {
    const { call } = backendWithCall();
    const customers = await newGroup(call, 'active customers', 'STATIC');
    const leads = await newGroup(call, '[DYN] Inbound Leads');
    const fintech = await newGroup(call, 'Fintech Prospects', 'STATIC');
    const old = await newGroup(call, 'Churned', 'STATIC');
    await call(`POST /groups/${old}/archive`);
    await newContact(call, 'ada@example.com', { groupIds: [leads, fintech] });
    await newContact(call, 'grace@example.com', { groupId: leads });
    const expected: [string, string[]][] = [
      ['', [leads, customers, fintech]],
      ['sort=-createdAt&', [fintech, leads, customers]],
      ['sort=-total&', [leads, fintech, customers]],
      ['type=STATIC&', [customers, fintech]],
      ['status=ARCHIVED&', [old]],
      ['q=lead&', [leads]],
    ];
    for (const [query, ids] of expected) {
      expect((await walk(call, `/groups?${query}limit=1`)).ids, query).to.deep.equal(ids);
    }
  });

  it('neither misses nor repeats a row that stays, whatever comes and goes between the pages', async () => {
    const change = fc.constantFrom('add before', 'add behind', 'remove seen', 'remove next');
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
        const { call } = backendWithCall();
        const groupId = await newGroup(call, 'Active Customers', 'STATIC');
        const ids = new Map<string, string>();
        for (const letter of 'cegikmoq') {
          ids.set(letter, await newContact(call, `${letter}@example.com`, { groupId }));
        }
        const removed = new Set<string>();
        const letters = [...ids.keys()];
        const { ids: seen } = await walk(
          call,
          `/groups/${groupId}/contacts?sort=email&limit=2`,
          async (page) => {
            const what = changes[page - 1];
            if (what === 'add before') await newContact(call, `a${page}@example.com`, { groupId });
            if (what === 'add behind') await newContact(call, `z${page}@example.com`, { groupId });
            const letter =
              what === 'remove seen'
                ? letters[page * 2 - 1]
                : what === 'remove next'
                  ? letters[page * 2]
                  : undefined;
            const id = letter && ids.get(letter);
            if (!id) return;
            removed.add(id);
            await call(`DELETE /groups/${groupId}/contacts/${id}`);
          },
        );
        expect(new Set(seen).size).to.equal(seen.length);
        for (const id of ids.values()) if (!removed.has(id)) expect(seen).to.include(id);
      }),
      { numRuns: runs(25) },
    );
  });
});

describe('A cursor', () => {
  it('is of its list and its filters, and of nothing else', async () => {
    const { call } = backendWithCall();
    for (const name of ['ada', 'grace', 'alan']) await newContact(call, `${name}@example.com`);
    const groupId = await newGroup(call, 'Active Customers', 'STATIC');
    const { body } = await call('GET /contacts?limit=1&sort=email');
    const cursor = body.page.nextCursor ?? '';
    const swapped = `${cursor.slice(0, -2)}AA`;
    const refused = [
      `/contacts?limit=1&sort=-email&cursor=${cursor}`,
      `/contacts?limit=1&cursor=${cursor}`,
      `/contacts?limit=1&sort=email&status=ACTIVE&cursor=${cursor}`,
      `/groups?cursor=${cursor}`,
      `/groups/${groupId}/contacts?sort=email&cursor=${cursor}`,
      `/contacts?limit=1&sort=email&cursor=${swapped}`,
      '/contacts?sort=email&cursor=nonsense',
      '/contacts?sort=email&cursor=%F0%9F%92%A5',
      '/contacts?sort=email&cursor=',
    ];
    for (const path of refused) {
      const answer = await call(`GET ${path}`);
      expect(answer.status, path).to.equal(400);
      expect(answer.body.code, path).to.equal('CURSOR_MISMATCH');
      expect(answer.body.errors?.[0]?.pointer, path).to.equal('?cursor');
    }
    const other = await call(`GET /contacts?limit=2&sort=email&include=total&cursor=${cursor}`);
    expect(other.body.data.map((item) => item.email)).to.deep.equal([
      'alan@example.com',
      'grace@example.com',
    ]);
  });
});

describe('A query parameter', () => {
  const cases: [string, string, string][] = [
    ['/contacts?limit=0', '?limit', 'INVALID_VALUE'],
    ['/contacts?limit=201', '?limit', 'INVALID_VALUE'],
    ['/contacts?limit=1.5', '?limit', 'INVALID_TYPE'],
    ['/contacts?limit=many', '?limit', 'INVALID_TYPE'],
    ['/contacts?status=active', '?status', 'INVALID_VALUE'],
    ['/contacts?sort=age', '?sort', 'INVALID_VALUE'],
    ['/contacts?colour=red', '?colour', 'UNKNOWN_MEMBER'],
    ['/contacts?__proto__=1', '?__proto__', 'UNKNOWN_MEMBER'],
    ['/contacts?q=a&q=b', '?q', 'INVALID_VALUE'],
    ['/groups?include=statistics', '?include', 'INVALID_VALUE'],
  ];
  for (const [path, pointer, code] of cases) {
    it(`${path} is refused`, async () => {
      const { call } = backendWithCall();
      const { status, body } = await call(`GET ${path}`);
      expect(status).to.equal(422);
      expect(body.code).to.equal('VALIDATION_FAILED');
      expect(body.errors).to.have.length(1);
      expect(body.errors?.[0]).to.include({ pointer, code });
    });
  }
});
