import { expect } from 'chai';
import { backendWithCall, newContact, newGroup, runningCampaign, standing, type Call } from './caller.js';

describe('PATCH /contacts/{id}', () => {
  const changes: [string, object, object][] = [
    ['takes what is given', { firstName: 'Ada', language: 'EN' }, { firstName: 'Ada', language: 'en' }],
    ['clears with null', { lastName: null }, { lastName: null }],
    ['takes a blank name for none', { lastName: '  ' }, { lastName: null }],
    ['replaces tags', { tags: ['vip', 'vip'] }, { tags: ['vip'] }],
    [
      'merges fields',
      { fields: { company: 'Acme', age: null } },
      { fields: { company: 'Acme', city: 'Paris' } },
    ],
    ['trims and lower-cases the address', { email: ' Ada.L@Example.com ' }, { email: 'ada.l@example.com' }],
  ];
  for (const [name, body, expected] of changes) {
    it(name, async () => {
      const { call, id } = await oneContact();
      const before = (await call(`GET /contacts/${id}`)).body;
      const { status, body: after } = await call(`PATCH /contacts/${id}`, body);
      expect(status).to.equal(200);
      expect(after).to.deep.equal({ ...before, ...expected, version: 2 });
    });
  }

  it('leaves the version where nothing is different', async () => {
    const { call, id } = await oneContact();
    expect((await call(`PATCH /contacts/${id}`, { lastName: 'Lovelace' })).body.version).to.equal(1);
  });

  it('refuses an address that another contact has', async () => {
    const { call, id } = await oneContact();
    const existingId = await newContact(call, 'grace@example.com');
    const { status, body } = await call(`PATCH /contacts/${id}`, { email: 'GRACE@example.com' });
    expect(status).to.equal(409);
    expect(body).to.deep.include({ code: 'EMAIL_TAKEN', existingId });
    expect(body.errors?.[0]).to.include({ pointer: '/email', code: 'EMAIL_TAKEN' });
  });

  const refusals: [string, object, number, string, string][] = [
    ['a malformed address', { email: 'ada@' }, 422, 'INVALID_EMAIL_FORMAT', '/email'],
    ['an unknown member', { colour: 'red' }, 422, 'VALIDATION_FAILED', '/colour'],
    ['an undefined field', { fields: { shoe: 1 } }, 422, 'VALIDATION_FAILED', '/fields/shoe'],
    ['a field of another type', { fields: { age: 'old' } }, 422, 'VALIDATION_FAILED', '/fields/age'],
    ['an unknown status', { status: 'GONE' }, 422, 'VALIDATION_FAILED', '/status'],
  ];
  for (const [name, body, status, code, pointer] of refusals) {
    it(`refuses ${name}`, async () => {
      const { call, id } = await oneContact();
      const answer = await call(`PATCH /contacts/${id}`, body);
      expect(answer.status).to.equal(status);
      expect(answer.body.code).to.equal(code);
      expect(answer.body.errors?.[0]?.pointer).to.equal(pointer);
    });
  }

  const statuses = ['PENDING', 'ACTIVE', 'UNSUBSCRIBED', 'BOUNCED', 'BLOCKED', 'ARCHIVED'];
  const allowed: Record<string, string[]> = {
    ACTIVE: ['UNSUBSCRIBED', 'BOUNCED', 'BLOCKED', 'ARCHIVED'],
    UNSUBSCRIBED: ['ACTIVE', 'BOUNCED', 'BLOCKED', 'ARCHIVED'],
    BOUNCED: ['ACTIVE', 'UNSUBSCRIBED', 'BLOCKED', 'ARCHIVED'],
    BLOCKED: ['ACTIVE', 'ARCHIVED'],
    ARCHIVED: ['ACTIVE', 'BLOCKED'],
  };
  for (const [from, targets] of Object.entries(allowed)) {
    it(`lets a contact that is ${from} become ${targets.join(', ')}, and nothing else`, async () => {
      for (const to of statuses) {
        const { call, id } = await oneContact();
        if (from !== 'ACTIVE') await call(`PATCH /contacts/${id}`, { status: from });
        const { status, body } = await call(`PATCH /contacts/${id}`, { status: to });
        const fine = to === from || targets.includes(to);
        expect(status, to).to.equal(fine ? 200 : 409);
        if (!fine) expect(body.code, to).to.equal('INVALID_STATUS_TRANSITION');
        if (!fine) expect(body.errors?.[0]?.pointer, to).to.equal('/status');
      }
    });
  }
});

describe('DELETE /contacts/{id}', () => {
  it('deletes the contact, its memberships and its enrolments for good', async () => {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    const campaignId = await runningCampaign(call, 'Nurture', [groupId]);
    const id = await newContact(call, 'ada@example.com', { groupId, tags: ['vip'] });
    backend.simulate.open(backend.inbox[0]?.id ?? '');
    const stale = await call(`DELETE /contacts/${id}`, undefined, { 'If-Match': '"7"' });
    expect([stale.status, stale.body.code]).to.deep.equal([412, 'PRECONDITION_FAILED']);
    const { status, text } = await call(`DELETE /contacts/${id}`, undefined, { 'If-Match': '"1"' });
    expect([status, text]).to.deep.equal([204, '']);
    expect((await call(`GET /contacts/${id}`)).body.code).to.equal('CONTACT_NOT_FOUND');
    expect((await call(`DELETE /contacts/${id}`)).status).to.equal(404);
    expect((await call(`GET /groups/${groupId}`)).body.counts).to.deep.equal({
      total: 0,
      active: 0,
      inactive: 0,
    });
    expect((await call('GET /tags')).body.data).to.be.empty;
    expect(await standing(call, campaignId, id)).to.equal('none');
    const { tables } = backend.snapshot();
    const { contacts, memberships, departures, enrollments, events, skips, tasks } = tables;
    const about = { contacts, memberships, departures, enrollments, events, skips, tasks };
    for (const [table, rows] of Object.entries(about)) expect(rows, table).to.be.empty;
    backend.clock.advance(7 * 24 * 3_600_000); // its workflow would have gone on
    expect(backend.inbox).to.have.length(1);
    expect(await newContact(call, 'ada@example.com')).to.not.equal(id);
  });
});

describe('POST /contacts/batch', () => {
  const items = (group: string) => [
    { email: 'new@example.com', groupId: group },
    { email: 'KNOWN@example.com', firstName: 'Other', lastName: 'Lovelace' },
    { email: 'no address' },
    { email: 'x@example.com', groupId: 'grp_none' },
    { email: 'y@example.com', colour: 'red' },
    'not an object',
    { email: 'new@example.com' },
  ];
  const outcomes: [string, string[], (string | null)[]][] = [
    [
      'ATTACH',
      ['CREATED', 'ATTACHED', 'FAILED', 'FAILED', 'FAILED', 'FAILED', 'ATTACHED'],
      ['Ada', 'Lovelace'],
    ],
    [
      'UPDATE',
      ['CREATED', 'UPDATED', 'FAILED', 'FAILED', 'FAILED', 'FAILED', 'UPDATED'],
      ['Other', 'Lovelace'],
    ],
    ['ERROR', ['CREATED', 'FAILED', 'FAILED', 'FAILED', 'FAILED', 'FAILED', 'FAILED'], ['Ada', null]],
  ];
  for (const [onConflict, statuses, name] of outcomes) {
    it(`with ${onConflict} tells the fate of each item, and one that fails harms no other`, async () => {
      const { call } = backendWithCall();
      const group = await newGroup(call, 'Active Customers', 'STATIC');
      const known = await newContact(call, 'known@example.com', { firstName: 'Ada' });
      const { status, body } = await call('POST /contacts/batch', { items: items(group), onConflict });
      expect(status).to.equal(200);
      const results = body.results as { index: number; status: string; id?: string; error?: object }[];
      expect(results.map((result) => result.index)).to.deep.equal([0, 1, 2, 3, 4, 5, 6]);
      expect(results.map((result) => result.status)).to.deep.equal(statuses);
      expect(results[2]?.error).to.include({ code: 'INVALID_EMAIL_FORMAT', pointer: '/email' });
      expect(results[3]?.error).to.include({ code: 'GROUP_NOT_FOUND', pointer: '/groupId' });
      expect(results[4]?.error).to.include({ code: 'UNKNOWN_MEMBER', pointer: '/colour' });
      if (onConflict === 'ERROR')
        expect(results[1]?.error).to.include({ code: 'CONTACT_EXISTS', pointer: '/email' });
      else expect(results[1]?.id).to.equal(known);
      const { firstName, lastName } = (await call(`GET /contacts/${known}`)).body;
      expect([firstName, lastName]).to.deep.equal(name);
      expect((await call('GET /contacts')).body.data).to.have.length(2);
    });
  }

  it('enrols in running campaigns, unless it says enroll: false', async () => {
    for (const enroll of [true, false]) {
      const { backend, call } = backendWithCall();
      const groupId = await newGroup(call, '[DYN] Inbound Leads');
      await runningCampaign(call, 'Nurture', [groupId]);
      await call('POST /contacts/batch', { items: [{ email: 'ada@example.com', groupId }], enroll });
      expect(backend.inbox).to.have.length(enroll ? 1 : 0);
    }
  });

  const refusals: [string, unknown, number, string, string | undefined][] = [
    [
      'more than 1,000 items',
      { items: Array(1001).fill({ email: 'a@example.com' }) },
      413,
      'PAYLOAD_TOO_LARGE',
      undefined,
    ],
    ['no items', {}, 422, 'VALIDATION_FAILED', '/items'],
    ['items that are no list', { items: 1 }, 422, 'VALIDATION_FAILED', '/items'],
    ['an unknown choice', { items: [], onConflict: 'MAYBE' }, 422, 'VALIDATION_FAILED', '/onConflict'],
    ['an unknown member', { items: [], colour: 'red' }, 422, 'VALIDATION_FAILED', '/colour'],
    ['a list', [], 400, 'MALFORMED_REQUEST', undefined],
  ];
  for (const [name, sent, status, code, pointer] of refusals) {
    it(`refuses ${name}`, async () => {
      const { call } = backendWithCall();
      const answer = await call('POST /contacts/batch', sent);
      expect(answer.status).to.equal(status);
      expect(answer.body.code).to.equal(code);
      expect(answer.body.errors?.[0]?.pointer).to.equal(pointer);
    });
  }
});

describe('GET /contacts/{id}/groups', () => {
  it('lists the groups with when and how the contact joined, without the archived ones', async () => {
    const { backend, call } = backendWithCall();
    const customers = await newGroup(call, 'Active Customers', 'STATIC');
    const leads = await newGroup(call, '[DYN] Inbound Leads');
    const old = await newGroup(call, 'Trade Show 2024', 'STATIC');
    const id = await newContact(call, 'ada@example.com', { groupIds: [customers, old] });
    backend.clock.advance(1000);
    await call(`PUT /groups/${leads}/contacts/${id}`);
    await call(`POST /groups/${old}/archive`);
    const { body } = await call(`GET /contacts/${id}/groups`);
    expect(body.data.map(({ id, joinedAt, source }) => [id, joinedAt, source])).to.deep.equal([
      [customers, '2026-01-05T09:00:00.000Z', 'API'],
      [leads, '2026-01-05T09:00:01.000Z', 'MANUAL'],
    ]);
    expect(body.data[1]).to.deep.include({ type: 'DYNAMIC', counts: { total: 1, active: 1, inactive: 0 } });
    expect((await call(`GET /contacts/${id}/groups?limit=1`)).body.page.hasMore).to.be.true;
    expect((await call('GET /contacts/con_none/groups')).body.code).to.equal('CONTACT_NOT_FOUND');
  });
});

describe('GET /tags', () => {
  it('lists the tags in use with how many contacts carry each', async () => {
    const { call } = backendWithCall();
    await newContact(call, 'ada@example.com', { tags: ['vip', 'Paris'] });
    const grace = await newContact(call, 'grace@example.com', { tags: ['vip', 'fintech'] });
    const tags = async (query = '') => (await call(`GET /tags${query}`)).body.data;
    expect(await tags()).to.deep.equal([
      { name: 'fintech', contacts: 1 },
      { name: 'Paris', contacts: 1 },
      { name: 'vip', contacts: 2 },
    ]);
    expect(await tags('?limit=1')).to.have.length(1);
    await call(`PATCH /contacts/${grace}`, { tags: ['Paris'] });
    expect(await tags()).to.deep.equal([
      { name: 'Paris', contacts: 2 },
      { name: 'vip', contacts: 1 },
    ]);
  });
});

describe('DELETE /fields/{key}', () => {
  it('takes the field from every contact', async () => {
    const { call, id } = await oneContact();
    expect((await call('DELETE /fields/age')).status).to.equal(204);
    expect((await call(`GET /contacts/${id}`)).body).to.deep.include({
      fields: { city: 'Paris' },
      version: 2,
    });
    expect((await call('GET /fields')).body.data.map((field) => field.key)).to.deep.equal([
      'city',
      'company',
    ]);
    const again = await call('DELETE /fields/age');
    expect([again.status, again.body.code]).to.deep.equal([404, 'FIELD_NOT_FOUND']);
  });

  it('is refused while smart groups ask for it, unless it says detach: then they are INVALID and keep their members', async () => {
    const { backend, call, id } = await oneContact();
    const parisians = await newGroup(call, 'Parisians', 'SMART', { query: 'fields.city = "Paris"' });
    backend.clock.advance(1000);
    const refused = await call('DELETE /fields/city');
    expect([refused.status, refused.body.code]).to.deep.equal([409, 'FIELD_IN_USE']);
    expect(refused.body.usages).to.deep.equal({ groups: [{ id: parisians, name: 'Parisians' }] });
    expect((await call('DELETE /fields/city?detach=true')).status).to.equal(204);
    const { body } = await call(`GET /groups/${parisians}`);
    expect(body).to.deep.include({ status: 'INVALID', counts: { total: 1, active: 1, inactive: 0 } });
    expect((await call(`GET /contacts/${id}`)).body.groups).to.have.length(1);
  });
});

async function oneContact(): Promise<ReturnType<typeof backendWithCall> & { call: Call; id: string }> {
  const { backend, call } = backendWithCall();
  for (const [key, type] of [
    ['company', 'text'],
    ['city', 'text'],
    ['age', 'number'],
  ]) {
    await call('POST /fields', { key, name: key, type });
  }
  const fields = { age: 36, city: 'Paris' };
  const id = await newContact(call, 'ada@example.com', { lastName: 'Lovelace', fields });
  return { backend, call, id };
}
