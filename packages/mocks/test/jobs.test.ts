import { expect } from 'chai';
import {
  backendWithCall,
  newCampaign,
  newContact,
  newGroup,
  runningCampaign,
  standing,
  type Call,
} from './caller.js';

const second = 1000;
const day = 24 * 3_600_000;

/** A group of contacts named 0@example.com and so on. */
async function groupOf(call: Call, count: number, name = 'Active Customers', type = 'STATIC') {
  const groupId = await newGroup(call, name, type);
  const items = Array.from({ length: count }, (_, index) => ({ email: `${index}@example.com`, groupId }));
  const { body } = await call('POST /contacts/batch', { items });
  return { groupId, contactIds: (body.results as { id: string }[]).map((result) => result.id) };
}

const progressOf = async (call: Call, id: string) => (await call(`GET /jobs/${id}`)).body;

describe('A job', () => {
  it('is accepted, goes on step by step as the clock does, and ends with its result', async () => {
    const { backend, call } = backendWithCall();
    const { groupId } = await groupOf(call, 20);
    const accepted = await call(`POST /groups/${groupId}/actions/apply-tags`, { add: ['vip'] });
    expect(accepted.status).to.equal(202);
    expect(accepted.headers.get('Location')).to.equal(`/api/v1/jobs/${accepted.body.id}`);
    expect(accepted.headers.get('Retry-After')).to.equal('1');
    const { id } = accepted.body;
    expect(accepted.body).to.deep.equal({
      id,
      type: 'APPLY_TAGS',
      status: 'QUEUED',
      progress: { total: 20, processed: 0, succeeded: 0, skipped: 0, failed: 0 },
      createdAt: '2026-01-05T09:00:00.000Z',
      startedAt: null,
      finishedAt: null,
      expiresAt: null,
      result: null,
    });
    const seen: string[] = [];
    for (let step = 0; step <= 10; step += 1) {
      const { headers, body } = await call(`GET /jobs/${id}`);
      seen.push(`${String(body.status)} ${(body.progress as { processed: number }).processed}`);
      expect(headers.get('Retry-After')).to.equal(body.status === 'SUCCEEDED' ? null : '1');
      backend.clock.advance(250);
    }
    const running = Array.from({ length: 9 }, (_, step) => `RUNNING ${2 * (step + 1)}`);
    expect(seen).to.deep.equal(['QUEUED 0', ...running, 'SUCCEEDED 20']);
    expect(await progressOf(call, id)).to.deep.include({
      progress: { total: 20, processed: 20, succeeded: 20, skipped: 0, failed: 0 },
      startedAt: '2026-01-05T09:00:00.250Z',
      finishedAt: '2026-01-05T09:00:02.500Z',
      expiresAt: '2026-01-06T09:00:02.500Z',
      result: { changed: 20 },
    });
  });

  it('expires a day after it has ended', async () => {
    const { backend, call } = backendWithCall();
    const { groupId } = await groupOf(call, 1);
    const { id } = (await call(`POST /groups/${groupId}/actions/apply-tags`, { add: ['vip'] })).body;
    backend.clock.advance(day);
    expect((await call(`GET /jobs/${id}`)).status).to.equal(200);
    backend.clock.advance(second);
    const gone = await call(`GET /jobs/${id}`);
    expect([gone.status, gone.body.code]).to.deep.equal([404, 'JOB_NOT_FOUND']);
    expect((await call('GET /jobs')).body.data).to.be.empty;
  });

  it('of nothing succeeds', async () => {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, 'Active Customers', 'STATIC');
    const { id } = (await call(`POST /groups/${groupId}/actions/apply-tags`, { add: ['vip'] })).body;
    backend.clock.advance(second);
    expect(await progressOf(call, id)).to.deep.include({ status: 'SUCCEEDED', result: { changed: 0 } });
  });

  it('stops when it is cancelled; what it has done stays done', async () => {
    const { backend, call } = backendWithCall();
    const { groupId } = await groupOf(call, 20);
    const { id } = (await call(`POST /groups/${groupId}/actions/apply-tags`, { add: ['vip'] })).body;
    backend.clock.advance(500);
    const { status, body } = await call(`POST /jobs/${id}/cancel`);
    expect(status).to.equal(200);
    expect(body).to.deep.include({
      status: 'CANCELLED',
      result: null,
      finishedAt: '2026-01-05T09:00:00.500Z',
    });
    backend.clock.advance(10 * second);
    expect(await progressOf(call, id)).to.deep.include({
      status: 'CANCELLED',
      progress: { total: 20, processed: 4, succeeded: 4, skipped: 0, failed: 0 },
    });
    expect((await call('GET /tags')).body.data).to.deep.equal([{ name: 'vip', contacts: 4 }]);
    const again = await call(`POST /jobs/${id}/cancel`);
    expect([again.status, again.body.code]).to.deep.equal([409, 'INVALID_TRANSITION']);
  });

  it('goes on after a snapshot is restored', async () => {
    const { backend, call } = backendWithCall();
    const { groupId } = await groupOf(call, 20);
    const { id } = (await call(`POST /groups/${groupId}/actions/apply-tags`, { add: ['vip'] })).body;
    backend.clock.advance(500);
    const other = backendWithCall();
    other.backend.restore(
      JSON.parse(JSON.stringify(backend.snapshot())) as ReturnType<typeof backend.snapshot>,
    );
    other.backend.clock.advance(10 * second);
    expect(await progressOf(other.call, id)).to.deep.include({
      status: 'SUCCEEDED',
      result: { changed: 20 },
    });
  });

  it('is listed, the newest first, by type and status', async () => {
    const { backend, call } = backendWithCall();
    const { groupId } = await groupOf(call, 1);
    const tags = (await call(`POST /groups/${groupId}/actions/apply-tags`, { add: ['vip'] })).body.id;
    backend.clock.advance(second);
    const file = (await call(`POST /groups/${groupId}/actions/export`)).body.id;
    const ids = async (query: string) => (await call(`GET /jobs${query}`)).body.data.map((job) => job.id);
    expect(await ids('')).to.deep.equal([file, tags]);
    expect(await ids('?type=EXPORT')).to.deep.equal([file]);
    expect(await ids('?status=SUCCEEDED')).to.deep.equal([tags]);
    expect(await ids('?type=MERGE')).to.be.empty;
    expect((await call('GET /jobs?limit=1')).body.page.hasMore).to.be.true;
    expect((await call('GET /jobs?type=DANCE')).body.code).to.equal('VALIDATION_FAILED');
  });

  const unknown = ['GET /jobs/job_none', 'GET /jobs/job_none/errors', 'POST /jobs/job_none/cancel'];
  for (const request of unknown) {
    it(`${request} is not found`, async () => {
      const { call } = backendWithCall();
      const { status, body } = await call(request);
      expect([status, body.code]).to.deep.equal([404, 'JOB_NOT_FOUND']);
    });
  }
});

describe('POST /groups/{id}/actions/apply-tags', () => {
  it('adds and removes tags; a contact that would have too many fails, with its id', async () => {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, 'Active Customers', 'STATIC');
    const many = Array.from({ length: 50 }, (_, index) => `tag ${index}`);
    const full = await newContact(call, 'full@example.com', { groupId, tags: many });
    const old = await newContact(call, 'old@example.com', { groupId, tags: ['prospect', 'vip'] });
    const fine = await newContact(call, 'fine@example.com', { groupId, tags: ['vip', 'customer'] });
    const request = { add: ['customer'], remove: ['prospect'] };
    const { id } = (await call(`POST /groups/${groupId}/actions/apply-tags`, request)).body;
    backend.clock.advance(second);
    expect(await progressOf(call, id)).to.deep.include({
      status: 'PARTIAL',
      progress: { total: 3, processed: 3, succeeded: 1, skipped: 1, failed: 1 },
      result: { changed: 1 },
    });
    const { body } = await call(`GET /jobs/${id}/errors`);
    expect(body.data).to.deep.equal([
      { id: full, code: 'TOO_LONG', message: 'tags: A contact may have 50 tags at most.' },
    ]);
    expect((await call(`GET /contacts/${old}`)).body.tags).to.deep.equal(['vip', 'customer']);
    expect((await call(`GET /contacts/${fine}`)).body.version).to.equal(1);
  });

  it('refuses to do nothing, too many tags, and an unknown group', async () => {
    const { call } = backendWithCall();
    const { groupId } = await groupOf(call, 0);
    const many = Array.from({ length: 51 }, (_, index) => `tag ${index}`);
    const refusals: [string, object, number, string][] = [
      [groupId, {}, 422, 'VALIDATION_FAILED'],
      [groupId, { add: [], remove: [] }, 422, 'VALIDATION_FAILED'],
      [groupId, { add: many }, 422, 'VALIDATION_FAILED'],
      ['grp_none', { add: ['vip'] }, 404, 'GROUP_NOT_FOUND'],
    ];
    for (const [id, body, status, code] of refusals) {
      const answer = await call(`POST /groups/${id}/actions/apply-tags`, body);
      expect([answer.status, answer.body.code]).to.deep.equal([status, code]);
    }
  });
});

describe('POST /groups/{id}/actions/add-to-campaign', () => {
  it('enrols the members of a group of any type; exclusions and status still apply', async () => {
    const { backend, call } = backendWithCall();
    const leads = await newGroup(call, '[DYN] Inbound Leads');
    const campaignId = await runningCampaign(call, 'Nurture', [leads]);
    const customers = await newGroup(call, 'Active Customers', 'STATIC');
    await call(`PUT /campaigns/${campaignId}/excluded-groups/${customers}`);
    const groupId = await newGroup(call, 'Trade Show Paris 2026', 'STATIC');
    const fine = await newContact(call, 'fine@example.com', { groupId });
    const customer = await newContact(call, 'customer@example.com', { groupIds: [groupId, customers] });
    const blocked = await newContact(call, 'blocked@example.com', { groupId });
    await call(`PATCH /contacts/${blocked}`, { status: 'BLOCKED' });
    const known = await newContact(call, 'known@example.com', { groupIds: [groupId, leads] });
    const { id } = (await call(`POST /groups/${groupId}/actions/add-to-campaign`, { campaignId })).body;
    backend.clock.advance(5 * second);
    expect(await progressOf(call, id)).to.deep.include({
      status: 'SUCCEEDED',
      progress: { total: 4, processed: 4, succeeded: 1, skipped: 3, failed: 0 },
      result: {
        enrolled: 1,
        skippedByReason: { EXCLUDED: 1, CONTACT_NOT_ACTIVE: 1, ALREADY_ENROLLED: 1 },
      },
    });
    const standings = [fine, customer, blocked, known].map((each) => standing(call, campaignId, each));
    expect(await Promise.all(standings)).to.deep.equal(['ACTIVE', 'none', 'none', 'ACTIVE']);
    const { body } = await call(`GET /campaigns/${campaignId}/enrollments?contactId=${fine}`);
    expect(body.data[0]).to.include({ source: 'BULK' });
    expect(backend.inbox.map((mail) => mail.to)).to.have.members(['known@example.com', 'fine@example.com']);
  });

  it('is ended with onGroupRemoval STOP when the contact leaves the linked group', async () => {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, 'LinkedIn Leads Q4', 'STATIC');
    const campaignId = await runningCampaign(call, 'Nurture', [groupId], { onGroupRemoval: 'STOP' });
    const contactId = await newContact(call, 'ada@example.com', { groupId });
    await call(`POST /groups/${groupId}/actions/add-to-campaign`, { campaignId });
    backend.clock.advance(5 * second);
    expect(await standing(call, campaignId, contactId)).to.equal('ACTIVE');
    await call(`DELETE /groups/${groupId}/contacts/${contactId}`);
    const { body } = await call(`GET /campaigns/${campaignId}/enrollments?contactId=${contactId}`);
    expect(body.data[0]).to.include({ status: 'STOPPED', reason: 'REMOVED_FROM_GROUP' });
  });

  it('refuses a campaign that does not run, or is not there, and an unknown group', async () => {
    const { call } = backendWithCall();
    const { groupId } = await groupOf(call, 1);
    const draft = await newCampaign(call, 'Draft');
    const refusals: [string, object, number, string, string | undefined][] = [
      [groupId, { campaignId: draft }, 409, 'CAMPAIGN_NOT_ACTIVE', '/campaignId'],
      [groupId, { campaignId: 'cmp_none' }, 422, 'CAMPAIGN_NOT_FOUND', '/campaignId'],
      [groupId, {}, 422, 'VALIDATION_FAILED', '/campaignId'],
      ['grp_none', { campaignId: draft }, 404, 'GROUP_NOT_FOUND', undefined],
    ];
    for (const [id, body, status, code, pointer] of refusals) {
      const answer = await call(`POST /groups/${id}/actions/add-to-campaign`, body);
      expect([answer.status, answer.body.code, answer.body.errors?.[0]?.pointer]).to.deep.equal([
        status,
        code,
        pointer,
      ]);
    }
  });
});

describe('POST /groups/{id}/actions/delete-contacts', () => {
  const key = { 'Idempotency-Key': 'delete-1' };

  it('deletes the members for good, and reports those that were in other groups too', async () => {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, 'Churned Customers', 'STATIC');
    const other = await newGroup(call, 'Newsletter', 'STATIC');
    const both = await newContact(call, 'both@example.com', { groupIds: [groupId, other] });
    const only = await newContact(call, 'only@example.com', { groupId });
    const left = await newContact(call, 'left@example.com', { groupId });
    const stays = await newContact(call, 'stays@example.com', { groupId: other });
    const confirm = { groupName: 'Churned Customers', expectedCount: 3 };
    const path = `POST /groups/${groupId}/actions/delete-contacts`;
    const { status, body } = await call(path, { confirm }, key);
    expect(status).to.equal(202);
    await call(`DELETE /groups/${groupId}/contacts/${left}`); // before the job came to it
    backend.clock.advance(5 * second);
    expect(await progressOf(call, body.id)).to.deep.include({
      status: 'SUCCEEDED',
      progress: { total: 3, processed: 3, succeeded: 2, skipped: 1, failed: 0 },
      result: {
        deleted: 2,
        alsoInOtherGroups: 1,
        otherGroups: [{ id: other, name: 'Newsletter', contacts: 1 }],
      },
    });
    for (const id of [both, only]) expect((await call(`GET /contacts/${id}`)).status).to.equal(404);
    for (const id of [left, stays]) expect((await call(`GET /contacts/${id}`)).status).to.equal(200);
    const replayed = await call(path, { confirm }, key);
    expect(replayed.body.id).to.equal(body.id);
    expect(replayed.headers.get('Idempotency-Replayed')).to.equal('true');
  });

  const confirm = { groupName: 'Churned Customers', expectedCount: 2 };
  const refusals: [string, unknown, object, number, string, string | undefined][] = [
    ['without a key', { confirm }, {}, 400, 'IDEMPOTENCY_KEY_REQUIRED', undefined],
    ['without a confirmation', {}, key, 422, 'CONFIRMATION_REQUIRED', '/confirm'],
    [
      'with half of one',
      { confirm: { groupName: 'Churned Customers' } },
      key,
      422,
      'CONFIRMATION_REQUIRED',
      '/confirm/expectedCount',
    ],
    [
      'with another name',
      { confirm: { ...confirm, groupName: 'churned customers' } },
      key,
      422,
      'CONFIRMATION_REQUIRED',
      '/confirm/groupName',
    ],
    [
      'with a count that moved',
      { confirm: { ...confirm, expectedCount: 1 } },
      key,
      409,
      'COUNT_CHANGED',
      undefined,
    ],
  ];
  for (const [name, body, headers, status, code, pointer] of refusals) {
    it(`is refused ${name}, and deletes nobody`, async () => {
      const { backend, call } = backendWithCall();
      const { groupId, contactIds } = await groupOf(call, 2, 'Churned Customers');
      const answer = await call(`POST /groups/${groupId}/actions/delete-contacts`, body, { ...headers });
      expect([answer.status, answer.body.code]).to.deep.equal([status, code]);
      expect(answer.body.errors?.[0]?.pointer).to.equal(pointer);
      if (code === 'COUNT_CHANGED') expect(answer.body.actual).to.equal(2);
      backend.clock.advance(5 * second);
      expect((await call('GET /contacts?include=total')).body.page.total).to.equal(contactIds.length);
    });
  }
});

describe('POST /groups/{id}/merge', () => {
  it('moves the members of the sources silently, archives those, and takes links along on request', async () => {
    const { backend, call } = backendWithCall();
    const target = await newGroup(call, '[DYN] Inbound Leads');
    const targetCampaign = await runningCampaign(call, 'Nurture', [target]);
    const form = await newGroup(call, '[DYN] Old Form');
    const formCampaign = await runningCampaign(call, 'Welcome', [form]);
    const fair = await newGroup(call, 'Trade Show 2024', 'STATIC');
    const ada = await newContact(call, 'ada@example.com', { groupId: form });
    const grace = await newContact(call, 'grace@example.com', { groupIds: [form, fair] });
    const refused = await call(`POST /groups/${target}/merge`, { sourceIds: [form, fair] });
    expect([refused.status, refused.body.code]).to.deep.equal([409, 'GROUP_IN_USE']);
    const { status, body } = await call(`POST /groups/${target}/merge`, {
      sourceIds: [form, fair, fair],
      transferLinks: true,
    });
    expect([status, body.type]).to.deep.equal([202, 'MERGE']);
    backend.clock.advance(5 * second);
    expect(await progressOf(call, body.id)).to.deep.include({
      status: 'SUCCEEDED',
      progress: { total: 2, processed: 2, succeeded: 2, skipped: 0, failed: 0 },
      result: { groupId: target, groups: 2, contacts: 3 },
    });
    for (const id of [form, fair]) {
      expect((await call(`GET /groups/${id}`)).body).to.deep.include({
        status: 'ARCHIVED',
        mergedInto: target,
        counts: { total: 0, active: 0, inactive: 0 },
      });
    }
    const members = (await call(`GET /groups/${target}/contacts?sort=joinedAt`)).body.data;
    expect(members.map((member) => [member.id, member.source])).to.deep.equal([
      [ada, 'MERGE'],
      [grace, 'MERGE'],
    ]);
    expect(await standing(call, targetCampaign, ada)).to.equal('none');
    expect(await standing(call, formCampaign, ada)).to.equal('ACTIVE');
    expect((await call(`GET /campaigns/${formCampaign}`)).body.groups.map((group) => group.id)).to.deep.equal(
      [target],
    );
    const { body: enrollments } = await call(`GET /contacts/${ada}/enrollments`);
    expect(enrollments.data[0]?.viaGroups).to.deep.equal([target]);
  });

  it('enrols those who move when told so', async () => {
    const { backend, call } = backendWithCall();
    const target = await newGroup(call, '[DYN] Inbound Leads');
    const campaignId = await runningCampaign(call, 'Nurture', [target]);
    const { groupId, contactIds } = await groupOf(call, 1, 'Trade Show 2024');
    await call(`POST /groups/${target}/merge`, { sourceIds: [groupId], enroll: true });
    backend.clock.advance(5 * second);
    expect(await standing(call, campaignId, contactIds[0] ?? '')).to.equal('ACTIVE');
  });

  it('is PARTIAL when a source was deleted meanwhile, or cannot be merged', async () => {
    const { backend, call } = backendWithCall();
    const target = await newGroup(call, '[DYN] Inbound Leads');
    const campaignId = await runningCampaign(call, 'Nurture', [target]);
    const { groupId: fine } = await groupOf(call, 2, 'Trade Show 2024');
    const gone = await newGroup(call, 'Trade Show 2023', 'STATIC');
    const excluded = await newGroup(call, 'Competitors', 'STATIC');
    const rival = await newContact(call, 'rival@example.com', { groupId: excluded });
    await call(`PUT /campaigns/${campaignId}/excluded-groups/${excluded}`);
    const { id } = (await call(`POST /groups/${target}/merge`, { sourceIds: [gone, excluded, fine] })).body;
    await call(`DELETE /groups/${gone}`);
    backend.clock.advance(5 * second);
    expect(await progressOf(call, id)).to.deep.include({
      status: 'PARTIAL',
      result: { groupId: target, groups: 1, contacts: 2 },
    });
    const { body } = await call(`GET /jobs/${id}/errors`);
    expect(body.data.map((error) => [error.id, error.code])).to.deep.equal([
      [gone, 'GROUP_NOT_FOUND'],
      [excluded, 'GROUP_LINKED'],
    ]);
    expect((await call(`GET /contacts/${rival}`)).body.groups.map((group) => group.id)).to.deep.equal([
      excluded,
    ]);
    expect((await call(`GET /campaigns/${campaignId}`)).body.excludedGroups).to.have.length(1);
  });

  it('refuses what cannot be merged', async () => {
    const { call } = backendWithCall();
    const target = await newGroup(call, 'Active Customers', 'STATIC');
    const smart = await newGroup(call, 'Vips', 'SMART', { query: 'tag = vip' });
    const old = await newGroup(call, 'Churned', 'STATIC');
    await call(`POST /groups/${old}/archive`);
    const fine = await newGroup(call, 'Trade Show 2024', 'STATIC');
    const refusals: [string, string[], number, string, string | undefined][] = [
      [target, [smart], 409, 'MERGE_SMART_GROUP', undefined],
      [smart, [fine], 409, 'MERGE_SMART_GROUP', undefined],
      [target, [old], 409, 'GROUP_ARCHIVED', undefined],
      [old, [fine], 409, 'GROUP_ARCHIVED', undefined],
      [target, [fine, 'grp_none'], 422, 'GROUP_NOT_FOUND', '/sourceIds/1'],
      [target, [target], 422, 'VALIDATION_FAILED', '/sourceIds/0'],
      [target, [], 422, 'VALIDATION_FAILED', '/sourceIds'],
      [target, Array<string>(21).fill(fine), 422, 'VALIDATION_FAILED', '/sourceIds'],
      ['grp_none', [fine], 404, 'GROUP_NOT_FOUND', undefined],
    ];
    for (const [id, sourceIds, status, code, pointer] of refusals) {
      const answer = await call(`POST /groups/${id}/merge`, { sourceIds });
      expect([answer.status, answer.body.code, answer.body.errors?.[0]?.pointer]).to.deep.equal([
        status,
        code,
        pointer,
      ]);
    }
  });
});
