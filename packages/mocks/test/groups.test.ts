import { expect } from 'chai';
import { backendWithCall, newCampaign, newContact, newGroup, runningCampaign, standing } from './caller.js';

describe('PATCH /groups/{id}', () => {
  it('changes name, description and colour', async () => {
    const { call } = backendWithCall();
    const id = await newGroup(call, 'Customers', 'STATIC');
    const changes = { name: 'Active Customers', description: 'They pay', color: '#ABCDEF' };
    const { status, headers, body } = await call(`PATCH /groups/${id}`, changes, { 'If-Match': '"1"' });
    expect(status).to.equal(200);
    expect(body).to.include({ ...changes, color: '#abcdef', version: 2 });
    expect(headers.get('ETag')).to.equal('"2"');
    expect((await call(`PATCH /groups/${id}`, { description: null })).body.description).to.be.null;
    const stale = await call(`PATCH /groups/${id}`, { name: 'x' }, { 'If-Match': '"1"' });
    expect([stale.status, stale.body.code]).to.deep.equal([412, 'PRECONDITION_FAILED']);
  });

  for (const enrollExisting of [false, true]) {
    it(`from static to dynamic enrols ${enrollExisting ? 'members too, when told so' : 'later joiners'}; back leaves enrolments alone`, async () => {
      const { call } = backendWithCall();
      const id = await newGroup(call, 'Trade Show Paris 2026', 'STATIC');
      const campaignId = await runningCampaign(call, 'Nurture', [id]);
      const early = await newContact(call, 'early@example.com', { groupId: id });
      const { body } = await call(`PATCH /groups/${id}`, { type: 'DYNAMIC', enrollExisting });
      expect(body).to.include({ type: 'DYNAMIC', autoEnroll: true });
      const late = await newContact(call, 'late@example.com', { groupId: id });
      const inCampaign = async () => [
        await standing(call, campaignId, early),
        await standing(call, campaignId, late),
      ];
      expect(await inCampaign()).to.deep.equal([enrollExisting ? 'ACTIVE' : 'none', 'ACTIVE']);
      await call(`PATCH /groups/${id}`, { type: 'STATIC' });
      expect(await inCampaign()).to.deep.equal([enrollExisting ? 'ACTIVE' : 'none', 'ACTIVE']);
      const later = await newContact(call, 'later@example.com', { groupId: id });
      expect(await standing(call, campaignId, later)).to.equal('none');
    });
  }

  it('refuses another type for a smart group, a taken name, a query for a static one, and an archived group', async () => {
    const { backend, call } = backendWithCall();
    const smart = await newGroup(call, 'Vips', 'SMART', { query: 'tag = vip' });
    const open = await newGroup(call, 'Active Customers', 'STATIC');
    backend.clock.advance(1000);
    const refusals: [string, object, number, string][] = [
      [smart, { type: 'STATIC' }, 409, 'TYPE_CHANGE_NOT_ALLOWED'],
      [smart, { name: 'ACTIVE customers' }, 409, 'GROUP_NAME_TAKEN'],
      [open, { query: 'tag = vip' }, 422, 'QUERY_NOT_ALLOWED'],
      [open, { type: 'SMART' }, 422, 'VALIDATION_FAILED'],
    ];
    for (const [id, body, status, code] of refusals) {
      const answer = await call(`PATCH /groups/${id}`, body);
      expect([answer.status, answer.body.code], JSON.stringify(body)).to.deep.equal([status, code]);
    }
    await call(`POST /groups/${open}/archive`);
    const archived = await call(`PATCH /groups/${open}`, { name: 'x' });
    expect([archived.status, archived.body.code]).to.deep.equal([409, 'GROUP_ARCHIVED']);
    expect((await call('PATCH /groups/grp_none', {})).body.code).to.equal('GROUP_NOT_FOUND');
  });
});

describe('A group in use', () => {
  /** A group that one campaign is linked to, one excludes, and one names in a step. */
  async function usedGroup() {
    const { backend, call } = backendWithCall();
    const id = await newGroup(call, 'Active Customers', 'STATIC');
    const contactId = await newContact(call, 'ada@example.com', { groupId: id });
    const linked = await runningCampaign(call, 'Newsletter', [id]);
    const leads = await newGroup(call, '[DYN] Inbound Leads');
    const excluding = await runningCampaign(call, 'Nurture', [leads]);
    await call(`PUT /campaigns/${excluding}/excluded-groups/${id}`);
    const steps = [{ id: 'won', type: 'ADD_TO_GROUP', groupIds: [id] }];
    const naming = await newCampaign(call, 'Onboarding', { steps });
    return { backend, call, id, contactId, linked, excluding, naming };
  }

  it('tells where: GET /groups/{id}/usages', async () => {
    const { call, id, linked, excluding, naming } = await usedGroup();
    const { status, body } = await call(`GET /groups/${id}/usages`);
    expect(status).to.equal(200);
    expect(body).to.deep.equal({
      campaigns: [{ id: linked, name: 'Newsletter', status: 'RUNNING' }],
      excludedIn: [{ id: excluding, name: 'Nurture', status: 'RUNNING' }],
      steps: [{ campaignId: naming, stepId: 'won', type: 'ADD_TO_GROUP' }],
      blocking: true,
    });
    const unused = await newGroup(call, 'Churned', 'STATIC');
    expect((await call(`GET /groups/${unused}/usages`)).body).to.deep.equal({
      campaigns: [],
      excludedIn: [],
      steps: [],
      blocking: false,
    });
    expect((await call('GET /groups/grp_none/usages')).body.code).to.equal('GROUP_NOT_FOUND');
  });

  for (const [request, detached] of [
    ['POST /groups/ID/archive', { request: 'POST /groups/ID/archive', body: { detach: true }, status: 200 }],
    ['DELETE /groups/ID', { request: 'DELETE /groups/ID?detach=true', body: undefined, status: 204 }],
  ] as const) {
    it(`${request} is refused with the usages, unless it says detach`, async () => {
      const { call, id, linked, excluding } = await usedGroup();
      const refused = await call(request.replace('ID', id));
      expect([refused.status, refused.body.code]).to.deep.equal([409, 'GROUP_IN_USE']);
      expect(refused.body.usages).to.deep.include({ blocking: true });
      const done = await call(detached.request.replace('ID', id), detached.body);
      expect(done.status).to.equal(detached.status);
      expect((await call(`GET /campaigns/${linked}`)).body.groups).to.be.empty;
      expect((await call(`GET /campaigns/${excluding}`)).body.excludedGroups).to.be.empty;
    });
  }

  it('archived, restored and deleted keeps its contacts, and the enrolments that came through it', async () => {
    const { call, id, contactId, linked } = await usedGroup();
    const groupsOfContact = async () =>
      (await call(`GET /contacts/${contactId}`)).body.groups.map((group) => group.id);
    await call(`POST /groups/${id}/archive`, { detach: true });
    expect(await groupsOfContact()).to.be.empty;
    const archived = (await call(`GET /groups/${id}`)).body;
    expect(archived).to.include({ status: 'ARCHIVED', archivedAt: '2026-01-05T09:00:00.000Z' });
    const again = await call(`POST /groups/${id}/archive`);
    expect([again.status, again.body.version]).to.deep.equal([200, archived.version]);
    const { body: restored } = await call(`POST /groups/${id}/restore`);
    expect(restored).to.deep.include({
      status: 'ACTIVE',
      archivedAt: null,
      counts: { total: 1, active: 1, inactive: 0 },
    });
    expect(await groupsOfContact()).to.deep.equal([id]);
    const twice = await call(`POST /groups/${id}/restore`);
    expect([twice.status, twice.body.code]).to.deep.equal([409, 'INVALID_TRANSITION']);
    const stale = await call(`DELETE /groups/${id}?detach=true`, undefined, { 'If-Match': '"1"' });
    expect(stale.status).to.equal(412);
    expect((await call(`DELETE /groups/${id}?detach=true`)).status).to.equal(204);
    expect((await call(`GET /groups/${id}`)).body.code).to.equal('GROUP_NOT_FOUND');
    expect(await groupsOfContact()).to.be.empty;
    expect(await standing(call, linked, contactId)).to.equal('ACTIVE');
    expect(await newGroup(call, 'Active Customers', 'STATIC')).to.not.equal(id);
  });

  it('that is smart is evaluated again when it is restored', async () => {
    const { backend, call } = backendWithCall();
    const id = await newGroup(call, 'Vips', 'SMART', { query: 'tag = vip' });
    backend.clock.advance(1000);
    await call(`POST /groups/${id}/archive`);
    await newContact(call, 'ada@example.com', { tags: ['vip'] });
    expect((await call(`POST /groups/${id}/restore`)).body.status).to.equal('EVALUATING');
    backend.clock.advance(1000);
    const { body } = await call(`GET /groups/${id}`);
    expect(body).to.deep.include({ status: 'READY', counts: { total: 1, active: 1, inactive: 0 } });
  });
});

describe('POST /groups/{id}/freeze', () => {
  it('makes a static copy of a smart group, which no longer changes', async () => {
    const { backend, call } = backendWithCall();
    const ada = await newContact(call, 'ada@example.com', { tags: ['vip'] });
    const id = await newGroup(call, 'Vips', 'SMART', { query: 'tag = vip', description: 'Dear to us' });
    const early = await call(`POST /groups/${id}/freeze`);
    expect([early.status, early.body.code]).to.deep.equal([409, 'GROUP_EVALUATING']);
    backend.clock.advance(1000);
    const { status, headers, body } = await call(`POST /groups/${id}/freeze`, { name: 'Vips of January' });
    expect(status).to.equal(201);
    expect(headers.get('Location')).to.equal(`/api/v1/groups/${body.id}`);
    expect(body).to.include({
      name: 'Vips of January',
      type: 'STATIC',
      description: 'Dear to us',
      query: null,
    });
    await call(`PATCH /contacts/${ada}`, { tags: [] });
    await newContact(call, 'grace@example.com', { tags: ['vip'] });
    const members = (await call(`GET /groups/${body.id}/contacts`)).body.data;
    expect(members.map((member) => [member.id, member.source])).to.deep.equal([[ada, 'QUERY']]);
  });

  it('finds a free name by itself, and refuses a taken one', async () => {
    const { backend, call } = backendWithCall();
    const id = await newGroup(call, 'x'.repeat(64), 'SMART', { query: 'tag = vip' });
    const open = await newGroup(call, 'Active Customers', 'STATIC');
    backend.clock.advance(1000);
    expect((await call(`POST /groups/${id}/freeze`)).body.name).to.equal(`${'x'.repeat(51)} (2026-01-05)`);
    expect((await call(`POST /groups/${id}/freeze`)).body.name).to.equal(`${'x'.repeat(48)} (2026-01-05, 2)`);
    const refusals: [string, object, number, string][] = [
      [id, { name: 'active customers' }, 409, 'GROUP_NAME_TAKEN'],
      [id, { name: '' }, 422, 'VALIDATION_FAILED'],
      [open, {}, 409, 'TYPE_CHANGE_NOT_ALLOWED'],
      ['grp_none', {}, 404, 'GROUP_NOT_FOUND'],
    ];
    for (const [groupId, body, status, code] of refusals) {
      const answer = await call(`POST /groups/${groupId}/freeze`, body);
      expect([answer.status, answer.body.code]).to.deep.equal([status, code]);
    }
  });
});

describe('POST /groups/{id}/contacts/changes', () => {
  it('says what became of each id', async () => {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    const campaignId = await runningCampaign(call, 'Nurture', [groupId]);
    const member = await newContact(call, 'member@example.com', { groupId });
    const leaving = await newContact(call, 'leaving@example.com', { groupId });
    const joining = await newContact(call, 'joining@example.com');
    const blocked = await newContact(call, 'blocked@example.com');
    const both = await newContact(call, 'both@example.com');
    await call(`PATCH /contacts/${blocked}`, { status: 'BLOCKED' });
    const { status, body } = await call(`POST /groups/${groupId}/contacts/changes`, {
      add: [joining, joining, member, blocked, both, 'con_none'],
      remove: [leaving, both],
    });
    expect(status).to.equal(200);
    expect(body).to.deep.equal({
      added: [joining, blocked],
      removed: [leaving],
      unchanged: [member],
      missing: ['con_none'],
      rejected: [{ id: both, code: 'INVALID_VALUE' }],
      enrolled: [{ contactId: joining, campaignId }],
      skipped: [{ contactId: blocked, campaignId, reason: 'CONTACT_NOT_ACTIVE' }],
    });
    expect(backend.inbox.map((mail) => mail.to)).to.deep.equal([
      'member@example.com',
      'leaving@example.com',
      'joining@example.com',
    ]);
    await call(`POST /groups/${groupId}/contacts/changes`, { add: [both], enroll: false });
    expect(await standing(call, campaignId, both)).to.equal('none');
    expect(
      (await call(`POST /groups/${groupId}/contacts/changes`, { remove: ['con_none'] })).body.missing,
    ).to.have.length(1);
  });

  it('refuses a smart or archived group, and more than 1,000 ids', async () => {
    const { call } = backendWithCall();
    const smart = await newGroup(call, 'Vips', 'SMART', { query: 'tag = vip' });
    const old = await newGroup(call, 'Churned', 'STATIC');
    const open = await newGroup(call, 'Active Customers', 'STATIC');
    await call(`POST /groups/${old}/archive`);
    const ids = Array.from({ length: 600 }, (_, index) => `con_${index}`);
    const refusals: [string, object, number, string][] = [
      [smart, { add: ids }, 409, 'GROUP_IS_SMART'],
      [old, { add: ids }, 409, 'GROUP_ARCHIVED'],
      [open, { add: ids, remove: ids }, 422, 'VALIDATION_FAILED'],
      [open, { add: [...ids, ...ids] }, 422, 'VALIDATION_FAILED'],
      [open, { add: 'all' }, 422, 'VALIDATION_FAILED'],
      ['grp_none', {}, 404, 'GROUP_NOT_FOUND'],
    ];
    for (const [id, body, status, code] of refusals) {
      const answer = await call(`POST /groups/${id}/contacts/changes`, body);
      expect([answer.status, answer.body.code]).to.deep.equal([status, code]);
    }
  });
});

describe('GET /groups/suggestions', () => {
  const day = 24 * 3_600_000;

  it('proposes what to tidy up, each kind with its reason and action', async () => {
    const { backend, call } = backendWithCall();
    const empty = await newGroup(call, 'Test', 'STATIC');
    const unused = await newGroup(call, 'Trade Show 2024', 'STATIC');
    const one = await newGroup(call, 'LinkedIn Leads Q4', 'STATIC');
    const two = await newGroup(call, 'linkedin-leads q4', 'STATIC');
    const webinar = await newGroup(call, 'Webinar Sign-ups');
    const linked = await newGroup(call, '[DYN] Inbound Leads');
    await runningCampaign(call, 'Nurture', [linked, webinar]);
    for (const name of ['ada', 'grace', 'alan', 'edsger', 'barbara']) {
      const groupIds = name === 'ada' ? [one, two, unused] : [one, two];
      await newContact(call, `${name}@example.com`, { groupIds });
    }
    const suggestions = async (query = '') =>
      (await call(`GET /groups/suggestions${query}`)).body.data.map(
        ({ kind, groupIds, action, proposedName }) => ({
          kind,
          groupIds,
          action,
          ...(proposedName !== undefined && { proposedName }),
        }),
      );
    const doubled = { kind: 'DUPLICATE_NAME', groupIds: [one, two], action: 'MERGE' };
    const overlapping = { kind: 'OVERLAP', groupIds: [one, two], action: 'MERGE' };
    const named = {
      kind: 'UNPREFIXED_DYNAMIC',
      groupIds: [webinar],
      action: 'RENAME',
      proposedName: '[DYN] Webinar Sign-ups',
    };
    const hollow = { kind: 'EMPTY', groupIds: [empty], action: 'DELETE' };
    // New groups are given time to be used.
    expect(await suggestions()).to.have.deep.members([doubled, overlapping, named]);
    backend.clock.advance(8 * day);
    expect(await suggestions()).to.have.deep.members([doubled, overlapping, named, hollow]);
    backend.clock.advance(90 * day);
    const idle = [one, two, unused].map((id) => ({ kind: 'UNUSED', groupIds: [id], action: 'ARCHIVE' }));
    expect(await suggestions()).to.have.deep.members([doubled, overlapping, named, hollow, ...idle]);
    for (const kind of ['UNUSED', 'EMPTY', 'DUPLICATE_NAME', 'OVERLAP', 'UNPREFIXED_DYNAMIC']) {
      const found = await suggestions(`?kind=${kind}`);
      expect(found).to.not.be.empty;
      for (const suggestion of found) expect(suggestion.kind).to.equal(kind);
    }
    const { body } = await call('GET /groups/suggestions?limit=1&include=total');
    expect(body.page).to.deep.include({ hasMore: true, total: 7 });
    expect(body.data[0]?.reason).to.be.a('string').that.contains('LinkedIn Leads Q4');
    expect((await call('GET /groups/suggestions?kind=UGLY')).status).to.equal(422);
  });

  it('follows members as they come and go', async () => {
    const { call } = backendWithCall();
    const one = await newGroup(call, 'Fintech Prospects', 'STATIC');
    const two = await newGroup(call, 'Paris Prospects', 'STATIC');
    const overlaps = async () => (await call('GET /groups/suggestions?kind=OVERLAP')).body.data.length;
    expect(await overlaps()).to.equal(0);
    const ada = await newContact(call, 'ada@example.com', { groupIds: [one, two] });
    expect(await overlaps()).to.equal(1);
    await newContact(call, 'grace@example.com', { groupId: one });
    expect(await overlaps()).to.equal(0);
    await newContact(call, 'alan@example.com', { groupIds: [one, two] });
    await newContact(call, 'edsger@example.com', { groupIds: [one, two] });
    await newContact(call, 'barbara@example.com', { groupIds: [one, two] });
    expect(await overlaps()).to.equal(1);
    await call(`DELETE /groups/${two}/contacts/${ada}`);
    expect(await overlaps()).to.equal(0);
    await call(`DELETE /contacts/${ada}`);
    expect(await overlaps()).to.equal(0); // three of four
  });
});
