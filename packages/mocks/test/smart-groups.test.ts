import { expect } from 'chai';
import {
  backendWithCall,
  idOf,
  newCampaign,
  newContact,
  newGroup,
  runningCampaign,
  standing,
  type Call,
} from './caller.js';

const day = 24 * 3_600_000;

const membersOf = async (call: Call, groupId: string) =>
  (await call(`GET /groups/${groupId}/contacts?sort=joinedAt`)).body.data.map(({ id }) => id);
const statusOf = async (call: Call, groupId: string) => (await call(`GET /groups/${groupId}`)).body.status;

/** A backend with fields, and a smart group that has been evaluated. */
async function withGroup(query: string, more: object = {}) {
  const { backend, call } = backendWithCall();
  await call('POST /fields', { key: 'company', name: 'Company', type: 'text' });
  await call('POST /fields', { key: 'seats', name: 'Seats', type: 'number' });
  const groupId = await newGroup(call, 'Fintech Prospects', 'SMART', { query, ...more });
  backend.clock.advance(1000);
  return { backend, call, groupId };
}

describe('A smart group', () => {
  it('starts INITIALIZING and is READY, with everybody who matches, shortly after', async () => {
    const { backend, call } = backendWithCall();
    const ada = await newContact(call, 'ada@example.com', { tags: ['vip'] });
    await newContact(call, 'grace@example.com');
    const created = await call('POST /groups', { name: 'Vips', type: 'SMART', query: 'tag=VIP' });
    expect(created.status).to.equal(201);
    expect(created.body).to.deep.include({
      status: 'INITIALIZING',
      query: 'tag=VIP',
      autoEnroll: false,
      counts: { total: 0, active: 0, inactive: 0 },
    });
    backend.clock.advance(1000);
    const ready = (await call(`GET /groups/${created.body.id}`)).body;
    expect(ready).to.deep.include({ status: 'READY', counts: { total: 1, active: 1, inactive: 0 } });
    const members = (await call(`GET /groups/${created.body.id}/contacts`)).body.data;
    expect(members.map(({ id, source }) => [id, source])).to.deep.equal([[ada, 'QUERY']]);
  });

  it('follows every change of a contact at once', async () => {
    const { call, groupId } = await withGroup('tag = vip OR company ~ bank OR name ~ "zoé" OR language = fr');
    const isMember = async (id: string) => (await membersOf(call, groupId)).includes(id);
    const created = await call('POST /contacts', { email: 'ada@example.com', tags: ['VIP'] });
    expect(created.body.groups.map(({ id }) => id)).to.deep.equal([groupId]);
    const id = created.body.id;
    const changes: [object, boolean][] = [
      [{ tags: [] }, false],
      [{ fields: { company: 'Bank of Lyon' } }, true],
      [{ fields: { company: null } }, false],
      [{ lastName: 'Zoe' }, false],
      [{ firstName: 'Zoé' }, true],
      [{ firstName: null, language: 'FR' }, true],
      [{ language: 'de' }, false],
    ];
    for (const [change, expected] of changes) {
      const answer = await call(`PATCH /contacts/${id}`, change);
      expect(answer.status, JSON.stringify(change)).to.equal(200);
      expect(answer.body.groups.length === 1, JSON.stringify(change)).to.equal(expected);
      expect(await isMember(id)).to.equal(expected);
    }
  });

  it('tells in one change what a contact joined and left', async () => {
    const { backend, call, groupId } = await withGroup('tag = vip');
    const other = await newGroup(call, 'Everybody else', 'SMART', { query: 'tag != vip' });
    backend.clock.advance(1000);
    const id = await newContact(call, 'ada@example.com');
    const told: unknown[] = [];
    backend.changes.subscribe((change) => told.push(change));
    await call(`PATCH /contacts/${id}`, { tags: ['vip'] });
    expect(told).to.deep.equal([
      {
        at: '2026-01-05T09:00:02.000Z',
        kind: 'contact',
        id,
        action: 'updated',
        groups: { added: [groupId], removed: [other] },
      },
    ]);
    told.length = 0;
    await call(`PATCH /contacts/${id}`, { lastName: 'Lovelace' });
    expect(told).to.have.length(1);
    expect(told[0]).to.not.have.property('groups');
  });

  it('keeps contacts of any status: active and inactive are counted', async () => {
    const { call, groupId } = await withGroup('tag = vip');
    const id = await newContact(call, 'ada@example.com', { tags: ['vip'] });
    await call(`PATCH /contacts/${id}`, { status: 'UNSUBSCRIBED' });
    expect((await call(`GET /groups/${groupId}`)).body.counts).to.deep.equal({
      total: 1,
      active: 0,
      inactive: 1,
    });
  });

  it('is EVALUATING after a new query, and shows its last members meanwhile', async () => {
    const { backend, call, groupId } = await withGroup('tag = vip');
    const ada = await newContact(call, 'ada@example.com', { tags: ['vip'] });
    const grace = await newContact(call, 'grace@example.com', { tags: ['press'] });
    const changed = await call(`PATCH /groups/${groupId}`, { query: 'tag = press' });
    expect(changed.body).to.deep.include({ status: 'EVALUATING', query: 'tag = press' });
    expect(await membersOf(call, groupId)).to.deep.equal([ada]);
    const late = await newContact(call, 'alan@example.com', { tags: ['press', 'vip'] });
    expect(await membersOf(call, groupId)).to.deep.equal([ada]);
    expect((await call(`PATCH /groups/${groupId}`, { query: 'tag = other' })).body.code).to.equal(
      'GROUP_EVALUATING',
    );
    expect((await call(`PATCH /groups/${groupId}`, { name: 'Press' })).status).to.equal(200);
    const campaignId = await newCampaign(call, 'News');
    expect((await call(`PUT /campaigns/${campaignId}/groups/${groupId}`)).body.code).to.equal(
      'GROUP_EVALUATING',
    );
    backend.clock.advance(1000);
    expect(await statusOf(call, groupId)).to.equal('READY');
    expect(await membersOf(call, groupId)).to.deep.equal([grace, late]);
  });

  it('is INVALID when a field of its query goes, keeps its members, and comes back with the field', async () => {
    const { backend, call, groupId } = await withGroup('seats > 10');
    const ada = await newContact(call, 'ada@example.com', { fields: { seats: 12 } });
    const removed = await call('DELETE /fields/seats?detach=true');
    expect(removed.status).to.equal(204);
    expect(await statusOf(call, groupId)).to.equal('INVALID');
    expect(await membersOf(call, groupId)).to.deep.equal([ada]);
    await call(`PATCH /contacts/${ada}`, { firstName: 'Ada' });
    backend.clock.advance(2 * day);
    expect(await membersOf(call, groupId)).to.deep.equal([ada]);
    await call('POST /fields', { key: 'seats', name: 'Seats', type: 'number' });
    backend.clock.advance(1000);
    expect(await statusOf(call, groupId)).to.equal('READY');
    expect(await membersOf(call, groupId)).to.deep.equal([]);
  });

  it('with relative dates changes as the days go by', async () => {
    const { backend, call, groupId } = await withGroup('created_on > -2d');
    const ada = await newContact(call, 'ada@example.com');
    expect(await membersOf(call, groupId)).to.deep.equal([ada]);
    backend.clock.advance(day); // the 6th
    const grace = await newContact(call, 'grace@example.com');
    backend.clock.advance(15 * 3_600_000 - 2000); // a second before the 7th
    expect(await membersOf(call, groupId)).to.deep.equal([ada, grace]);
    backend.clock.advance(2000);
    expect(await membersOf(call, groupId)).to.deep.equal([grace]);
    backend.clock.advance(day);
    expect(await membersOf(call, groupId)).to.deep.equal([]);
    expect(await statusOf(call, groupId)).to.equal('READY');
  });

  it('follows what people do with mails through last_seen_on', async () => {
    const { backend, call, groupId } = await withGroup('last_seen_on = today');
    const dynamic = await newGroup(call, '[DYN] Inbound Leads');
    await runningCampaign(call, 'Nurture', [dynamic]);
    const ada = await newContact(call, 'ada@example.com', { groupId: dynamic });
    expect(await membersOf(call, groupId)).to.deep.equal([]);
    const [mail] = backend.inbox;
    if (mail) backend.simulate.open(mail);
    expect(await membersOf(call, groupId)).to.deep.equal([ada]);
    backend.clock.advance(day);
    expect(await membersOf(call, groupId)).to.deep.equal([]);
  });

  it('enrols newcomers only with autoEnroll, and not those who come with enroll: false', async () => {
    for (const autoEnroll of [false, true]) {
      const { call, groupId } = await withGroup('tag = vip', { autoEnroll });
      const campaignId = await runningCampaign(call, 'Nurture', [groupId]);
      const created = await call('POST /contacts', { email: 'ada@example.com', tags: ['vip'] });
      const outcome = autoEnroll
        ? { campaignId, status: 'ENROLLED' }
        : { campaignId, status: 'SKIPPED', reason: 'NO_QUALIFYING_GROUP' };
      expect(created.body.enrollments).to.deep.equal([outcome]);
      const silent = await newContact(call, 'grace@example.com', { tags: ['vip'], enroll: false });
      expect(await standing(call, campaignId, silent)).to.equal('none');
      const later = await newContact(call, 'alan@example.com');
      await call(`PATCH /contacts/${later}`, { tags: ['vip'] });
      expect(await standing(call, campaignId, later)).to.equal(autoEnroll ? 'ACTIVE' : 'none');
    }
  });

  it('enrols whom a new query brings, and its members at a launch', async () => {
    const { backend, call, groupId } = await withGroup('tag = vip', { autoEnroll: true });
    const ada = await newContact(call, 'ada@example.com', { tags: ['vip'] });
    const grace = await newContact(call, 'grace@example.com', { tags: ['press'] });
    const campaignId = await runningCampaign(call, 'Nurture', [groupId]);
    expect(await standing(call, campaignId, ada)).to.equal('ACTIVE');
    await call(`PATCH /groups/${groupId}`, { query: 'tag = press OR tag = vip' });
    expect(await standing(call, campaignId, grace)).to.equal('none');
    backend.clock.advance(1000);
    expect(await standing(call, campaignId, grace)).to.equal('ACTIVE');
  });

  it('leaves the members of an exclusion alone no longer than they match', async () => {
    const { call, groupId } = await withGroup('tag = customer');
    const dynamic = await newGroup(call, '[DYN] New Prospects');
    const campaignId = await runningCampaign(call, 'Win them', [dynamic]);
    await call(`PUT /campaigns/${campaignId}/excluded-groups/${groupId}`);
    const id = await newContact(call, 'ada@example.com', { groupId: dynamic, tags: ['customer'] });
    expect(await standing(call, campaignId, id)).to.equal('none');
    await call(`PATCH /contacts/${id}`, { tags: [] });
    expect(await standing(call, campaignId, id)).to.equal('ACTIVE');
    await call(`PATCH /contacts/${id}`, { tags: ['customer'] });
    expect(await standing(call, campaignId, id)).to.equal('STOPPED EXCLUDED');
  });

  it('survives a snapshot in the middle of its evaluation', async () => {
    const { backend, call, groupId } = await withGroup('tag = vip');
    const ada = await newContact(call, 'ada@example.com', { tags: ['press'] });
    await call(`PATCH /groups/${groupId}`, { query: 'tag = press' });
    const other = backendWithCall();
    other.backend.restore(backend.snapshot());
    other.backend.clock.advance(1000);
    expect(await membersOf(other.call, groupId)).to.deep.equal([ada]);
    const late = await newContact(other.call, 'grace@example.com', { tags: ['press'] });
    expect(await membersOf(other.call, groupId)).to.deep.equal([ada, late]);
    expect(await membersOf(call, groupId)).to.deep.equal([]);
  });
});

describe('POST and PATCH /groups refuse', () => {
  const posts: [name: string, body: object, code: string, more: object][] = [
    [
      'a query with a mistake',
      { type: 'SMART', query: 'seats > 1 AND shoe = 40' },
      'QUERY_INVALID',
      { kind: 'unknown_property', extra: { property: 'shoe' }, range: { start: 14, end: 18 } },
    ],
    [
      'a query that no smart group may have',
      { type: 'SMART', query: 'tag = vip AND status = active' },
      'QUERY_NOT_ALLOWED_AS_GROUP',
      { kind: 'not_allowed_as_group', extra: { property: 'status' }, range: { start: 14, end: 20 } },
    ],
    ['a smart group without a query', { type: 'SMART' }, 'QUERY_REQUIRED', {}],
    ['a query of a static group', { type: 'STATIC', query: 'tag = vip' }, 'QUERY_NOT_ALLOWED', {}],
    ['a query of a dynamic group', { type: 'DYNAMIC', query: 'tag = vip' }, 'QUERY_NOT_ALLOWED', {}],
  ];
  for (const [name, body, code, more] of posts) {
    it(name, async () => {
      const { backend, call } = await withGroup('seats > 1');
      const told: unknown[] = [];
      backend.changes.subscribe((change) => told.push(change));
      const answer = await call('POST /groups', { name: 'Refused', ...body });
      expect(answer.status).to.equal(422);
      expect(answer.body).to.deep.include({ code, ...more });
      expect(answer.body.errors?.map(({ pointer }) => pointer)).to.deep.equal(['/query']);
      expect(told).to.be.empty;
    });
  }

  it('the same in a change, and a smart group that would become another', async () => {
    const { call, groupId } = await withGroup('seats > 1');
    const patch = async (body: object) => (await call(`PATCH /groups/${groupId}`, body)).body.code;
    expect(await patch({ query: 'shoe = 1' })).to.equal('QUERY_INVALID');
    expect(await patch({ query: 'group = "Fintech Prospects"' })).to.equal('QUERY_NOT_ALLOWED_AS_GROUP');
    expect(await patch({ type: 'STATIC' })).to.equal('TYPE_CHANGE_NOT_ALLOWED');
    const dynamic = await idOf(call('POST /groups', { name: '[DYN] Leads', type: 'DYNAMIC' }));
    const refused = await call(`PATCH /groups/${dynamic}`, { query: 'tag = vip' });
    expect([refused.status, refused.body.code]).to.deep.equal([422, 'QUERY_NOT_ALLOWED']);
  });
});
