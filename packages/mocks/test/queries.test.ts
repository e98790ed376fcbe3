import { expect } from 'chai';
import * as fc from 'fast-check';
import { backendWithCall, newContact, newGroup, runningCampaign, type Call } from './caller.js';
import { runs } from './door.js';

const encoded = encodeURIComponent;

/** Three contacts with fields, tags, groups and a campaign. */
async function workspace() {
  const { backend, call } = backendWithCall();
  await call('POST /fields', { key: 'company', name: 'Company', type: 'text' });
  await call('POST /fields', { key: 'seats', name: 'Seats', type: 'number' });
  const groupId = await newGroup(call, 'LinkedIn Leads Q4', 'STATIC');
  const dynamic = await newGroup(call, '[DYN] Inbound Leads');
  await runningCampaign(call, 'Nurture', [dynamic]);
  const ada = await newContact(call, 'ada@example.com', {
    firstName: 'Ada',
    tags: ['vip'],
    fields: { company: 'Analytical Engines', seats: 12 },
    groupId,
  });
  const grace = await newContact(call, 'grace@example.com', {
    firstName: 'Grace',
    fields: { company: 'Navy', seats: 3 },
    groupId: dynamic,
  });
  const zoe = await newContact(call, 'zoe@example.com', { firstName: 'Zoé', tags: ['vip', 'fr'] });
  return { backend, call, groupId, dynamic, ada, grace, zoe };
}

const idsOf = (body: { data: { id: string }[] }) => body.data.map((contact) => contact.id);

describe('GET /contacts with a query', () => {
  it('lists those who match, with other filters, cursors and totals', async () => {
    const { call, groupId, ada, grace, zoe } = await workspace();
    const list = async (query: string, more = '') =>
      idsOf((await call(`GET /contacts?query=${encoded(query)}&sort=createdAt${more}`)).body);
    expect(await list('tag = vip')).to.deep.equal([ada, zoe]);
    expect(await list('tag = VIP', `&groupId=${groupId}`)).to.deep.equal([ada]);
    expect(await list('company ~ navy OR seats > 10')).to.deep.equal([ada, grace]);
    expect(await list('zoé')).to.deep.equal([zoe]);
    expect(await list('group = "LinkedIn Leads Q4"')).to.deep.equal([ada]);
    expect(await list('campaign = nurture')).to.deep.equal([grace]);
    expect(await list('status = active AND campaign = ""')).to.deep.equal([ada, zoe]);
    const path = `/contacts?query=${encoded('email ~ example')}&limit=2&include=total`;
    const first = (await call(`GET ${path}`)).body;
    expect(first.page.total).to.equal(3);
    const second = (await call(`GET ${path}&cursor=${first.page.nextCursor}`)).body;
    expect([...idsOf(first), ...idsOf(second)]).to.deep.equal([zoe, grace, ada]);
    const other = await call(`GET /contacts?query=tag%3Dvip&cursor=${first.page.nextCursor}`);
    expect(other.body.code).to.equal('CURSOR_MISMATCH');
  });

  it('refuses a query with mistakes, and shows each', async () => {
    const { call } = await workspace();
    const { status, body } = await call(`GET /contacts?query=${encoded('seats > many and tag ~ vip')}`);
    expect(status).to.equal(422);
    expect(body).to.deep.include({
      code: 'QUERY_INVALID',
      kind: 'invalid_number',
      extra: {},
      range: { start: 8, end: 12 },
    });
    expect(body.errors).to.have.length(2);
    expect(body.errors?.[1]).to.deep.include({
      pointer: '?query',
      code: 'QUERY_INVALID',
      params: { kind: 'unsupported_contains', extra: { property: 'tag' }, range: { start: 21, end: 22 } },
    });
  });
});

describe('POST /queries/parse', () => {
  const parse = async (query: string, purpose?: string) => {
    const { call } = await workspace();
    return (await call('POST /queries/parse', { query, ...(purpose && { purpose }) })).body;
  };

  it('gives the normal form, the tree and what it names', async () => {
    const body = await parse('SEATS>5 tag=vip group = "LinkedIn Leads Q4" or campaign=nurture');
    expect(body).to.deep.equal({
      valid: true,
      normalized: 'fields.seats > 5 AND tag = "vip" AND group = "LinkedIn Leads Q4" OR campaign = "nurture"',
      ast: {
        type: 'or',
        children: [
          {
            type: 'and',
            children: [
              { type: 'condition', property: 'fields.seats', operator: '>', value: '5' },
              { type: 'condition', property: 'tag', operator: '=', value: 'vip' },
              { type: 'condition', property: 'group', operator: '=', value: 'LinkedIn Leads Q4' },
            ],
          },
          { type: 'condition', property: 'campaign', operator: '=', value: 'nurture' },
        ],
      },
      references: {
        attributes: ['tag', 'group', 'campaign'],
        fields: ['seats'],
        groups: ['LinkedIn Leads Q4'],
        campaigns: ['nurture'],
      },
      allowAsGroup: false,
      errors: [],
    });
  });

  it('lists every mistake with its range, and is no refusal', async () => {
    const body = await parse('shoe = 40 AND group = Nobody AND seats = "x"');
    expect(body).to.deep.include({ valid: false, normalized: null, ast: null, allowAsGroup: false });
    expect(body.errors).to.deep.equal(
      [
        { kind: 'unknown_property', extra: { property: 'shoe' }, range: { start: 0, end: 4 } },
        { kind: 'invalid_group', extra: {}, range: { start: 22, end: 28 } },
        { kind: 'invalid_number', extra: {}, range: { start: 41, end: 44 } },
      ].map((mistake, index) => ({ ...mistake, message: body.errors?.[index]?.message })),
    );
  });

  it('for a group, underlines what a smart group may not use, and only there', async () => {
    const query = '"status = x" OR (STATUS = active AND tag = group) OR id has 7';
    expect((await parse('status = active OR id = 7')).valid).to.equal(true);
    const valid = '(STATUS = active AND tag = group) OR id = "status = x"';
    const body = await parse(valid, 'GROUP');
    expect(body).to.deep.include({ valid: false, allowAsGroup: false });
    expect(
      (body.errors as unknown as { range: { start: number; end: number } }[]).map(({ range }) =>
        valid.slice(range.start, range.end),
      ),
    ).to.deep.equal(['STATUS', 'id']);
    expect((await parse('tag = group', 'GROUP')).allowAsGroup).to.equal(true);
    expect((await parse(query)).valid).to.equal(false);
  });

  it('answers any text', async () => {
    const { call } = backendWithCall({ rateLimit: Infinity });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), fc.boolean(), async (query, isGroup) => {
        const purpose = isGroup ? 'GROUP' : 'SEARCH';
        const { status, body } = await call('POST /queries/parse', { query, purpose });
        expect(status).to.equal(200);
        expect(body.valid).to.equal(body.errors?.length === 0);
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('POST /queries/preview', () => {
  const preview = async (call: Call, body: object) => {
    const answer = await call('POST /queries/preview', body);
    const { total, sample, normalized, warnings } = answer.body as unknown as {
      total: number;
      sample: { id: string }[];
      normalized: string | null;
      warnings: { code: string }[];
    };
    return {
      total,
      sample: sample.map(({ id }) => id),
      normalized,
      warnings: warnings.map(({ code }) => code),
    };
  };

  it('counts matches and shows up to five, the newest first', async () => {
    const { call, ada, zoe } = await workspace();
    expect(await preview(call, { query: 'tag=vip' })).to.deep.equal({
      total: 2,
      sample: [zoe, ada],
      normalized: 'tag = "vip"',
      warnings: [],
    });
    for (let index = 0; index < 4; index += 1) await newContact(call, `more${index}@example.com`);
    const all = await preview(call, { query: 'email ~ example' });
    expect(all).to.deep.include({ total: 7, warnings: ['MATCHES_ALL'] });
    expect(all.sample).to.have.length(5);
    expect(await preview(call, { query: 'tag = nobody' })).to.deep.include({
      total: 0,
      sample: [],
      warnings: ['MATCHES_NONE'],
    });
  });

  it('counts the members of groups once each, without those of others', async () => {
    const { call, groupId, dynamic, ada, grace } = await workspace();
    await call(`PUT /groups/${groupId}/contacts/${grace}`);
    expect(await preview(call, { groupIds: [groupId, dynamic] })).to.deep.equal({
      total: 2,
      sample: [ada, grace],
      normalized: null,
      warnings: [],
    });
    expect(await preview(call, { groupIds: [groupId], exclude: [dynamic] })).to.deep.include({
      total: 1,
      sample: [ada],
    });
  });

  const refusals: [body: object, code: string, pointer: string][] = [
    [{ query: 'seats > many' }, 'QUERY_INVALID', '/query'],
    [{ groupIds: ['grp_none'] }, 'GROUP_NOT_FOUND', '/groupIds/0'],
    [{}, 'VALIDATION_FAILED', ''],
    [{ query: 'tag=vip', groupIds: [] }, 'VALIDATION_FAILED', ''],
  ];
  for (const [body, code, pointer] of refusals) {
    it(`refuses ${JSON.stringify(body)}`, async () => {
      const { call } = await workspace();
      const answer = await call('POST /queries/preview', body);
      expect(answer.status).to.equal(422);
      expect(answer.body.code).to.equal(code);
      expect(answer.body.errors?.[0]?.pointer).to.equal(pointer);
    });
  }
});
