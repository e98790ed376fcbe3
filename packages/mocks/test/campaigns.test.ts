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

const wait = { steps: [{ type: 'WAIT', duration: 'P30D' }] };

/** A campaign in each status. */
async function campaigns() {
  const { backend, call } = backendWithCall();
  const groupId = await newGroup(call, '[DYN] Inbound Leads');
  const contactId = await newContact(call, 'ada@example.com', { groupId });
  const draft = await newCampaign(call, 'Draft', wait);
  const [running, paused, completed, archived] = [
    await runningCampaign(call, 'Running', [groupId], wait),
    await runningCampaign(call, 'Paused', [groupId], wait),
    await runningCampaign(call, 'Completed', [groupId], wait),
    await runningCampaign(call, 'Archived', [groupId], wait),
  ];
  await call(`POST /campaigns/${paused}/pause`);
  backend.simulate.completeCampaign(completed);
  await call(`POST /campaigns/${archived}/archive`);
  const ids = { DRAFT: draft, RUNNING: running, PAUSED: paused, COMPLETED: completed, ARCHIVED: archived };
  return { backend, call, groupId, contactId, ids };
}

type Status = keyof Awaited<ReturnType<typeof campaigns>>['ids'];

describe('A campaign', () => {
  const transitions: [verb: string, from: Status[], to: string][] = [
    ['launch', ['DRAFT'], 'RUNNING'],
    ['pause', ['RUNNING'], 'PAUSED'],
    ['resume', ['PAUSED'], 'RUNNING'],
    ['archive', ['DRAFT', 'RUNNING', 'PAUSED', 'COMPLETED'], 'ARCHIVED'],
  ];
  for (const [verb, from, to] of transitions) {
    for (const status of ['DRAFT', 'RUNNING', 'PAUSED', 'COMPLETED', 'ARCHIVED'] as const) {
      it(`that is ${status} ${from.includes(status) ? `can` : `cannot`} ${verb}`, async () => {
        const { backend, call, groupId, ids } = await campaigns();
        await call(`PUT /campaigns/${ids.DRAFT}/groups/${groupId}`);
        const before = (await call(`GET /campaigns/${ids[status]}`)).body;
        const told: unknown[] = [];
        backend.changes.subscribe((change) => told.push(change));
        const answer = await call(`POST /campaigns/${ids[status]}/${verb}`);
        if (from.includes(status)) {
          expect(answer.status).to.equal(200);
          expect(answer.body).to.include({
            status: to,
            active: to === 'RUNNING',
            version: before.version + 1,
          });
          expect((await call(`GET /campaigns/${ids[status]}`)).body.status).to.equal(to);
        } else {
          expect(answer.status).to.equal(409);
          expect(answer.body).to.include({ code: 'INVALID_TRANSITION', from: status });
          expect(told).to.be.empty;
        }
      });
    }
  }

  it('that is over stops those who are in it, and says why', async () => {
    const { call, contactId, ids } = await campaigns();
    expect(await standing(call, ids.COMPLETED, contactId)).to.equal('STOPPED CAMPAIGN_COMPLETED');
    expect(await standing(call, ids.ARCHIVED, contactId)).to.equal('STOPPED CAMPAIGN_ARCHIVED');
    expect(await standing(call, ids.PAUSED, contactId)).to.equal('ACTIVE');
  });

  it('is not launched without an audience; an empty linked group is one', async () => {
    const { call } = backendWithCall();
    const id = await newCampaign(call, 'Nurture', wait);
    for (const body of [{ dryRun: true }, {}]) {
      const refused = await call(`POST /campaigns/${id}/launch`, body);
      expect([refused.status, refused.body.code]).to.deep.equal([409, 'NO_AUDIENCE']);
    }
    await call(`PUT /campaigns/${id}/groups/${await newGroup(call, 'Empty', 'STATIC')}`);
    expect((await call(`POST /campaigns/${id}/launch`)).body).to.include({ status: 'RUNNING', audience: 0 });
  });

  it('says in a dry run whom a launch would enrol, by group and reason, and changes nothing', async () => {
    const { backend, call } = backendWithCall();
    const leads = await newGroup(call, 'LinkedIn Leads Q4', 'STATIC');
    const show = await newGroup(call, 'Trade Show Paris 2026', 'STATIC');
    const customers = await newGroup(call, 'Active Customers', 'STATIC');
    const groupIds = [leads, show];
    await newContact(call, 'both@example.com', { groupIds });
    await newContact(call, 'lead@example.com', { groupId: leads });
    await newContact(call, 'customer@example.com', { groupIds: [leads, customers] });
    const gone = await newContact(call, 'gone@example.com', { groupId: show });
    await call(`PATCH /contacts/${gone}`, { status: 'UNSUBSCRIBED' });
    const bad = await newContact(call, 'bad@example.com', { groupId: show });
    backend.simulate.emailStatus(bad, 'INVALID');
    const id = await newCampaign(call, 'After the show', wait);
    for (const groupId of groupIds) await call(`PUT /campaigns/${id}/groups/${groupId}`);
    await call(`PUT /campaigns/${id}/excluded-groups/${customers}`);
    const told: unknown[] = [];
    backend.changes.subscribe((change) => told.push(change));
    const expected = {
      audience: 2,
      byGroup: [
        { groupId: leads, contacts: 2 },
        { groupId: show, contacts: 1 },
      ],
      excluded: 1,
      skippedByReason: { EXCLUDED: 1, CONTACT_NOT_ACTIVE: 1, INVALID_EMAIL: 1 },
    };
    const dryRun = await call(`POST /campaigns/${id}/launch`, { dryRun: true });
    expect(dryRun.body).to.deep.include({ status: 'DRAFT', ...expected });
    expect(told).to.be.empty;
    const launched = await call(`POST /campaigns/${id}/launch`);
    expect(launched.body).to.deep.include({ status: 'RUNNING', ...expected });
    const { body } = await call(`GET /campaigns/${id}/enrollments?include=total`);
    expect(body.page.total).to.equal(2);
  });

  it('is changed with PATCH, under its version', async () => {
    const { call, ids } = await campaigns();
    const path = `/campaigns/${ids.DRAFT}`;
    const read = await call(`GET ${path}`);
    const etag = read.headers.get('ETag') ?? '';
    const steps = [{ type: 'SEND_EMAIL', subject: 'Hi', body: 'Hi' }];
    const changes = { name: 'Welcome', steps, onGroupRemoval: 'STOP', reenrollment: 'ON_REJOIN' };
    const changed = await call(`PATCH ${path}`, changes, { 'If-Match': etag });
    expect(changed.status).to.equal(200);
    expect(changed.body).to.deep.include({ ...changes, version: 2 });
    expect((await call(`GET ${path}`)).body).to.deep.equal(changed.body);
    const stale = await call(`PATCH ${path}`, { name: 'Late' }, { 'If-Match': etag });
    expect([stale.status, stale.body.code]).to.deep.equal([412, 'PRECONDITION_FAILED']);
    const over = await call(`PATCH /campaigns/${ids.COMPLETED}`, { name: 'Late' });
    expect([over.status, over.body.code]).to.deep.equal([409, 'INVALID_TRANSITION']);
    expect((await call('PATCH /campaigns/cmp_none', {})).body.code).to.equal('CAMPAIGN_NOT_FOUND');
  });

  it('whose settings change stops, or takes again, whom they concern', async () => {
    const { call, groupId, contactId, ids } = await campaigns();
    await call(`DELETE /groups/${groupId}/contacts/${contactId}`);
    expect(await standing(call, ids.RUNNING, contactId)).to.equal('ACTIVE');
    await call(`PATCH /campaigns/${ids.RUNNING}`, { onGroupRemoval: 'STOP' });
    expect(await standing(call, ids.RUNNING, contactId)).to.equal('STOPPED REMOVED_FROM_GROUP');
    await call(`PUT /groups/${groupId}/contacts/${contactId}`);
    expect(await standing(call, ids.RUNNING, contactId)).to.equal('STOPPED REMOVED_FROM_GROUP');
    await call(`PATCH /campaigns/${ids.RUNNING}`, { reenrollment: 'ON_REJOIN' });
    expect(await standing(call, ids.RUNNING, contactId)).to.equal('ACTIVE');
  });

  const badSteps: [name: string, steps: object[], code: string, pointers: string[]][] = [
    [
      'an id twice',
      [
        { id: 'a', type: 'END' },
        { id: 'a', type: 'END' },
      ],
      'VALIDATION_FAILED',
      ['/steps/1/id'],
    ],
    [
      'ways that lead nowhere',
      [{ type: 'SPLIT_BY_EXPRESSION', expression: '1', cases: [{ equals: '1', goto: 'x' }], otherwise: 'y' }],
      'VALIDATION_FAILED',
      ['/steps/0/cases/0/goto', '/steps/0/otherwise'],
    ],
    ['a removal from nothing', [{ type: 'REMOVE_FROM_GROUP' }], 'VALIDATION_FAILED', ['/steps/0/groupIds']],
    [
      'groups that are not there',
      [
        { type: 'ADD_TO_GROUP', groupIds: ['grp_none'] },
        { type: 'SPLIT_BY_GROUPS', cases: [{ groupId: 'grp_no', goto: 'e' }], otherwise: null },
        { id: 'e', type: 'END' },
      ],
      'GROUP_NOT_FOUND',
      ['/steps/0/groupIds/0', '/steps/1/cases/0/groupId'],
    ],
    [
      'too many groups at once',
      [{ type: 'ADD_TO_GROUP', groupIds: Array.from({ length: 101 }, () => 'grp_x') }],
      'VALIDATION_FAILED',
      ['/steps/0/groupIds'],
    ],
  ];
  for (const [name, steps, code, pointers] of badSteps) {
    it(`is not made or changed with ${name}`, async () => {
      const { backend, call, ids } = await campaigns();
      const told: unknown[] = [];
      backend.changes.subscribe((change) => told.push(change));
      for (const answer of [
        await call('POST /campaigns', { name: 'Refused', steps }),
        await call(`PATCH /campaigns/${ids.DRAFT}`, { steps }),
      ]) {
        expect(answer.status).to.equal(422);
        expect(answer.body.code).to.equal(code);
        expect(answer.body.errors?.map(({ pointer }) => pointer)).to.deep.equal(pointers);
      }
      expect(told).to.be.empty;
    });
  }
});

describe('Groups of a campaign', () => {
  it('are linked unless they are excluded, archived, or the campaign is over; the same the other way round', async () => {
    const { call, groupId, ids } = await campaigns();
    const other = await newGroup(call, 'Active Customers', 'STATIC');
    const archived = await newGroup(call, 'Old', 'STATIC');
    await call(`POST /groups/${archived}/archive`);
    await call(`PUT /campaigns/${ids.RUNNING}/excluded-groups/${other}`);
    const codeOf = async (request: string, body?: object) => {
      const answer = await call(request, body);
      return `${answer.status} ${answer.body.code}`;
    };
    const said = { enrollExisting: false };
    const running = `/campaigns/${ids.RUNNING}`;
    expect(await codeOf(`PUT ${running}/groups/${other}`, said)).to.equal('409 GROUP_EXCLUDED');
    expect(await codeOf(`PUT ${running}/groups/${archived}`, said)).to.equal('409 GROUP_ARCHIVED');
    expect(await codeOf(`PUT ${running}/groups/${other}`)).to.equal('422 VALIDATION_FAILED');
    expect(await codeOf(`PUT ${running}/excluded-groups/${groupId}`)).to.equal('409 GROUP_LINKED');
    expect(await codeOf(`PUT ${running}/excluded-groups/${archived}`)).to.equal('409 GROUP_ARCHIVED');
    for (const id of [ids.COMPLETED, ids.ARCHIVED]) {
      expect(await codeOf(`PUT /campaigns/${id}/groups/${other}`)).to.equal('409 CAMPAIGN_COMPLETED');
    }
    for (const path of ['groups', 'excluded-groups']) {
      for (const method of ['PUT', 'DELETE']) {
        expect(await codeOf(`${method} ${running}/${path}/grp_none`)).to.equal('404 GROUP_NOT_FOUND');
        expect(await codeOf(`${method} /campaigns/cmp_none/${path}/${other}`)).to.equal(
          '404 CAMPAIGN_NOT_FOUND',
        );
      }
    }
    expect((await call(`DELETE ${running}/excluded-groups/${other}`)).status).to.equal(204);
    expect((await call(`DELETE ${running}/excluded-groups/${other}`)).status).to.equal(204);
    expect((await call(`PUT ${running}/groups/${other}`, said)).status).to.equal(200);
    expect((await call(`GET ${running}`)).body.groups.map(({ id }) => id)).to.deep.equal([groupId, other]);
    expect((await call(`DELETE ${running}/groups/${other}`)).status).to.equal(204);
    expect((await call(`DELETE ${running}/groups/${other}`)).status).to.equal(204);
    expect((await call(`GET ${running}`)).body.groups.map(({ id }) => id)).to.deep.equal([groupId]);
  });

  it('say whom a link enrols: at once, or at the launch', async () => {
    const { call } = backendWithCall();
    const groupId = await newGroup(call, 'LinkedIn Leads Q4', 'STATIC');
    await newContact(call, 'ada@example.com', { groupId });
    const draft = await newCampaign(call, 'Nurture', wait);
    const linked = await call(`PUT /campaigns/${draft}/groups/${groupId}`, { enrollExisting: false });
    expect(linked.body).to.deep.equal({
      link: { campaignId: draft, groupId, linkedAt: '2026-01-05T09:00:00.000Z', enrollExisting: false },
      willEnroll: 1,
    });
  });

  it('that leave a campaign leave those whom they brought in it, unless onGroupRemoval is STOP', async () => {
    const { call } = backendWithCall();
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    const contactId = await newContact(call, 'ada@example.com', { groupId });
    for (const onGroupRemoval of ['CONTINUE', 'STOP']) {
      const id = await runningCampaign(call, onGroupRemoval, [groupId], { ...wait, onGroupRemoval });
      await call(`DELETE /campaigns/${id}/groups/${groupId}`);
      expect(await standing(call, id, contactId)).to.equal(
        onGroupRemoval === 'STOP' ? 'STOPPED REMOVED_FROM_GROUP' : 'ACTIVE',
      );
    }
  });
});

describe('The figures of a campaign by group', () => {
  const figures = async (call: Call, id: string) => {
    const { status, body } = await call(`GET /campaigns/${id}/groups`);
    expect(status).to.equal(200);
    return body as unknown as {
      data: { group: { id: string }; badge: string | null }[];
      campaignTotals: object;
      asOf: string;
    };
  };

  it('are null for rates where nothing was delivered', async () => {
    const { call } = backendWithCall();
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    const other = await newGroup(call, 'LinkedIn Leads Q4', 'STATIC');
    await newContact(call, 'ada@example.com', { groupIds: [groupId, other] });
    const id = await newCampaign(call, 'Nurture');
    for (const each of [groupId, other]) await call(`PUT /campaigns/${id}/groups/${each}`);
    const nothing = {
      enrolled: 0,
      delivered: 0,
      uniqueOpens: 0,
      uniqueClicks: 0,
      openRate: null,
      clickRate: null,
    };
    const { data, campaignTotals, asOf } = await figures(call, id);
    expect(asOf).to.equal('2026-01-05T09:00:00.000Z');
    expect(campaignTotals).to.deep.equal({ contacts: 1, ...nothing });
    const first = (await call(`GET /groups/${groupId}`)).body;
    expect(data[0]).to.deep.equal({
      group: { id: groupId, name: first.name, type: first.type, color: first.color },
      badge: 'Dynamic',
      contacts: 1,
      ...nothing,
    });
    expect(data[1]).to.include({ badge: null });
  });

  it('count a contact of two groups in both, and once in the totals; people, not openings', async () => {
    const { backend, call } = backendWithCall();
    const [a, b, c] = [
      await newGroup(call, '[DYN] LinkedIn Inbound'),
      await newGroup(call, '[DYN] Website Form'),
      await newGroup(call, 'Trade Show Paris 2026', 'STATIC'),
    ];
    const groups = { both: [a, b], a: [a], b: [b], c: [c] };
    for (const [name, groupIds] of Object.entries(groups)) {
      await newContact(call, `${name}@example.com`, { groupIds });
    }
    const id = await runningCampaign(call, 'Nurture', [a, b, c], {
      steps: [{ type: 'SEND_EMAIL', subject: 'Hello', body: 'Hello' }],
    });
    await newContact(call, 'late@example.com', { groupId: c }); // a member, and not enrolled
    const mailTo = (name: string) => backend.inbox.find(({ to }) => to === `${name}@example.com`)?.id ?? '';
    backend.simulate.open(mailTo('both'));
    backend.simulate.open(mailTo('both'));
    backend.simulate.click(mailTo('both'));
    backend.simulate.open(mailTo('a'));
    backend.simulate.bounce(mailTo('b'));
    const { data, campaignTotals } = await figures(call, id);
    const row = (
      contacts: number,
      enrolled: number,
      delivered: number,
      uniqueOpens: number,
      uniqueClicks: number,
    ) => ({
      contacts,
      enrolled,
      delivered,
      uniqueOpens,
      uniqueClicks,
      openRate: uniqueOpens / delivered,
      clickRate: uniqueClicks / delivered,
    });
    expect(campaignTotals).to.deep.equal(row(5, 4, 3, 2, 1));
    expect(data.map((each) => each.group.id)).to.deep.equal([a, b, c]);
    expect(data[0]).to.deep.include(row(2, 2, 2, 2, 1));
    expect(data[1]).to.deep.include(row(2, 2, 1, 1, 1));
    expect(data[2]).to.deep.include(row(2, 1, 1, 0, 0));
  });
});

describe('Enrolling by hand', () => {
  it('says who was enrolled, and who was not and why', async () => {
    const { call, ids, contactId } = await campaigns();
    const free = await newContact(call, 'free@example.com');
    const blocked = await newContact(call, 'blocked@example.com');
    await call(`PATCH /contacts/${blocked}`, { status: 'BLOCKED' });
    const path = `/campaigns/${ids.RUNNING}/enrollments`;
    const contactIds = [free, contactId, blocked, 'con_none', free];
    const { status, body } = await call(`POST ${path}`, { contactIds });
    expect(status).to.equal(200);
    expect(body).to.deep.equal({
      enrolled: [free],
      skipped: [
        { id: contactId, reason: 'ALREADY_ENROLLED' },
        { id: blocked, reason: 'CONTACT_NOT_ACTIVE' },
        { id: 'con_none', reason: 'CONTACT_NOT_FOUND' },
      ],
    });
    const listed = (await call(`GET ${path}?contactId=${free}`)).body.data;
    expect(listed[0]).to.deep.include({ status: 'ACTIVE', source: 'MANUAL', viaGroups: [] });
    for (const id of [ids.DRAFT, ids.PAUSED, ids.COMPLETED]) {
      const refused = await call(`POST /campaigns/${id}/enrollments`, { contactIds: [free] });
      expect([refused.status, refused.body.code]).to.deep.equal([409, 'CAMPAIGN_NOT_ACTIVE']);
    }
    const tooMany = Array.from({ length: 1001 }, () => free);
    expect((await call(`POST ${path}`, { contactIds: tooMany })).status).to.equal(422);
  });

  it('is stopped with a reason, once', async () => {
    const { call, contactId, ids } = await campaigns();
    const { body } = await call(`GET /campaigns/${ids.RUNNING}/enrollments?contactId=${contactId}`);
    const id = body.data[0]?.id ?? '';
    const stopped = await call(`POST /enrollments/${id}/stop`, { reason: 'Called us' });
    expect(stopped.status).to.equal(200);
    expect(stopped.body).to.include({
      id,
      status: 'STOPPED',
      reason: 'Called us',
      endedAt: '2026-01-05T09:00:00.000Z',
    });
    const again = await call(`POST /enrollments/${id}/stop`);
    expect([again.status, again.body.code]).to.deep.equal([409, 'INVALID_TRANSITION']);
    const other = await call(`GET /campaigns/${ids.PAUSED}/enrollments`);
    const unsaid = await call(`POST /enrollments/${other.body.data[0]?.id}/stop`);
    expect(unsaid.body.reason).to.equal('MANUAL');
    const unknown = await call('POST /enrollments/enr_none/stop');
    expect([unknown.status, unknown.body.code]).to.deep.equal([404, 'ENROLLMENT_NOT_FOUND']);
  });

  it('is listed by group, contact, status and reason', async () => {
    const { call, groupId, contactId, ids } = await campaigns();
    const hand = await newContact(call, 'hand@example.com');
    await call(`POST /campaigns/${ids.RUNNING}/enrollments`, { contactIds: [hand] });
    const gone = await newContact(call, 'gone@example.com', { groupId });
    await call(`PATCH /contacts/${gone}`, { status: 'UNSUBSCRIBED' });
    const list = async (filter: string) =>
      (await call(`GET /campaigns/${ids.RUNNING}/enrollments?${filter}`)).body.data.map(
        (each) => each.contactId,
      );
    expect(await list('')).to.deep.equal([gone, hand, contactId]);
    expect(await list(`groupId=${groupId}`)).to.deep.equal([gone, contactId]);
    expect(await list(`contactId=${hand}`)).to.deep.equal([hand]);
    expect(await list('status=ACTIVE')).to.deep.equal([hand, contactId]);
    expect(await list('reason=UNSUBSCRIBED')).to.deep.equal([gone]);
    expect(await list(`status=ACTIVE&groupId=${groupId}`)).to.deep.equal([contactId]);
    expect((await call('GET /campaigns/cmp_none/enrollments')).status).to.equal(404);
  });
});

describe('The list of campaigns', () => {
  it('is filtered by status, group and text, and sorted', async () => {
    const { call, groupId, ids } = await campaigns();
    const list = async (filter: string) =>
      (await call(`GET /campaigns?${filter}`)).body.data.map(({ id }) => id);
    expect(await list('')).to.deep.equal([ids.ARCHIVED, ids.COMPLETED, ids.PAUSED, ids.RUNNING, ids.DRAFT]);
    expect(await list('sort=name')).to.deep.equal([
      ids.ARCHIVED,
      ids.COMPLETED,
      ids.DRAFT,
      ids.PAUSED,
      ids.RUNNING,
    ]);
    expect(await list('status=PAUSED')).to.deep.equal([ids.PAUSED]);
    expect(await list(`groupId=${groupId}&q=run`)).to.deep.equal([ids.RUNNING]);
  });
});
