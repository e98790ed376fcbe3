import type { MockBackend } from '@fluenzr/mocks';
import { expect } from 'chai';
import * as fc from 'fast-check';
import {
  backendWithCall,
  newCampaign,
  newContact,
  newGroup,
  runningCampaign,
  standing,
  type Call,
} from './caller.js';
import { runs } from './door.js';

const mail = (subject: string, id?: string) => ({
  ...(id && { id }),
  type: 'SEND_EMAIL',
  subject,
  body: subject,
});

interface Setting {
  backend: MockBackend;
  call: Call;
  /** A dynamic group that the campaign is linked to. */
  entry: string;
  /** Runs a campaign with these steps. */
  run: (steps: object[], more?: object) => Promise<string>;
}

async function setting(): Promise<Setting> {
  const { backend, call } = backendWithCall();
  const entry = await newGroup(call, '[DYN] Inbound Leads');
  return {
    backend,
    call,
    entry,
    run: (steps, more) => runningCampaign(call, 'Nurture', [entry], { steps, ...more }),
  };
}

const subjects = (backend: MockBackend) => backend.inbox.map(({ subject }) => subject);
const groupsOf = async (call: Call, id: string) =>
  (await call(`GET /contacts/${id}`)).body.groups.map(({ name }) => name);

describe('ADD_TO_GROUP and REMOVE_FROM_GROUP', () => {
  it('put the contact into groups and out of them, with what follows from that', async () => {
    const { backend, call, entry, run } = await setting();
    const customers = await newGroup(call, 'Active Customers', 'STATIC');
    const onboarding = await newGroup(call, '[DYN] Onboarding');
    const other = await runningCampaign(call, 'Onboarding', [onboarding], {
      steps: [mail('Onboarding'), { type: 'WAIT', duration: 'P1D' }],
    });
    const campaignId = await run([
      { type: 'ADD_TO_GROUP', groupIds: [customers, onboarding] },
      { type: 'REMOVE_FROM_GROUP', groupIds: [entry] },
      mail('@contact.groups'),
    ]);
    const id = await newContact(call, 'ada@example.com', { groupId: entry });
    expect(await groupsOf(call, id)).to.deep.equal(['Active Customers', '[DYN] Onboarding']);
    expect(subjects(backend)).to.deep.equal(['Active Customers, [DYN] Onboarding', 'Onboarding']);
    expect(await standing(call, campaignId, id)).to.equal('COMPLETED');
    expect(await standing(call, other, id)).to.equal('ACTIVE');
    const { body } = await call(`GET /groups/${customers}/contacts`);
    expect(body.data[0]?.source).to.equal('WORKFLOW');
    expect(backend.stepErrors).to.be.empty;
  });

  it('"all" means the static and dynamic ones', async () => {
    const { backend, call, entry, run } = await setting();
    await newGroup(call, 'Everybody', 'SMART', { query: 'email ~ example' });
    backend.clock.advance(1000);
    const group = await newGroup(call, 'LinkedIn Leads Q4', 'STATIC');
    await run([{ type: 'REMOVE_FROM_GROUP', all: true }]);
    const id = await newContact(call, 'ada@example.com', { groupIds: [entry, group] });
    expect(await groupsOf(call, id)).to.deep.equal(['Everybody']);
  });

  it('report each group that cannot be, and go on with the others', async () => {
    const { backend, call, entry, run } = await setting();
    const smart = await newGroup(call, 'Vips', 'SMART', { query: 'tag = vip' });
    const archived = await newGroup(call, 'Churned Customers', 'STATIC');
    const gone = await newGroup(call, 'Trade Show Paris 2026', 'STATIC');
    const good = await newGroup(call, 'Active Customers', 'STATIC');
    const groupIds = [smart, archived, gone, good];
    const campaignId = await run([
      { type: 'ADD_TO_GROUP', groupIds },
      { type: 'REMOVE_FROM_GROUP', groupIds },
      mail('Done'),
    ]);
    await call(`POST /groups/${archived}/archive`, { detach: true });
    await call(`DELETE /groups/${gone}?detach=true`);
    const id = await newContact(call, 'ada@example.com', { groupId: entry });
    expect(subjects(backend)).to.deep.equal(['Done']);
    const { body } = await call(`GET /campaigns/${campaignId}/enrollments`);
    const told = backend.stepErrors.map(({ step, code, groupId }) => [step, code, groupId]);
    expect(told).to.deep.equal(
      [0, 1].flatMap((step) => [
        [step, 'GROUP_IS_SMART', smart],
        [step, 'GROUP_ARCHIVED', archived],
        [step, 'GROUP_NOT_FOUND', gone],
      ]),
    );
    expect(backend.stepErrors[0]).to.include({
      contactId: id,
      campaignId,
      enrollmentId: body.data[0]?.id,
      at: '2026-01-05T09:00:00.000Z',
    });
  });

  it('tell of no change when nothing changed', async () => {
    const { backend, call, entry, run } = await setting();
    const away = await newGroup(call, 'Churned Customers', 'STATIC');
    await run([
      { type: 'WAIT', duration: 'PT1H' },
      { type: 'ADD_TO_GROUP', groupIds: [entry] },
      { type: 'REMOVE_FROM_GROUP', groupIds: [away] },
    ]);
    await newContact(call, 'ada@example.com', { groupId: entry });
    const told: string[] = [];
    backend.changes.subscribe(({ kind }) => told.push(kind));
    backend.clock.advance(3_600_000);
    expect(told).to.deep.equal(['enrollment']);
  });

  it('end the workflow that stands on the group', async () => {
    const { backend, call, entry, run } = await setting();
    const campaignId = await run([{ type: 'REMOVE_FROM_GROUP', all: true }, mail('Never')], {
      onGroupRemoval: 'STOP',
    });
    const id = await newContact(call, 'ada@example.com', { groupId: entry });
    expect(await standing(call, campaignId, id)).to.equal('STOPPED REMOVED_FROM_GROUP');
    expect(backend.inbox).to.be.empty;
  });
});

describe('SPLIT_BY_GROUPS', () => {
  const splitBy = (cases: [string, string][], otherwise: string | null = 'other') => [
    {
      type: 'SPLIT_BY_GROUPS',
      cases: cases.map(([groupId, goto]) => ({ groupId, goto })),
      otherwise,
    },
    mail('First', 'first'),
    { type: 'END' },
    mail('Second', 'second'),
    { type: 'END' },
    mail('Other', 'other'),
  ];

  it('takes the first case that holds, in order, else the other way, or ends', async () => {
    const { backend, call, entry, run } = await setting();
    const [a, b] = [await newGroup(call, 'A', 'STATIC'), await newGroup(call, 'B', 'STATIC')];
    await run(
      splitBy([
        [a, 'first'],
        [b, 'second'],
      ]),
    );
    await newContact(call, 'both@example.com', { groupIds: [b, a, entry] });
    await newContact(call, 'b@example.com', { groupIds: [b, entry] });
    await newContact(call, 'none@example.com', { groupIds: [entry] });
    expect(subjects(backend)).to.deep.equal(['First', 'Second', 'Other']);

    const ends = await newCampaign(call, 'Ends', { steps: splitBy([[a, 'first']], null) });
    await call(`PUT /campaigns/${ends}/groups/${entry}`);
    await call(`POST /campaigns/${ends}/launch`);
    expect(subjects(backend)).to.deep.equal(['First', 'Second', 'Other', 'First']);
  });

  it('reads membership as it is: a group joined in the step before counts, its name does not', async () => {
    const { backend, call, entry, run } = await setting();
    const group = await newGroup(call, 'Active Customers', 'STATIC');
    await run([{ type: 'ADD_TO_GROUP', groupIds: [group] }, ...splitBy([[group, 'first']])]);
    await call(`PATCH /groups/${group}`, { name: 'Customers' });
    await newContact(call, 'ada@example.com', { groupId: entry });
    expect(subjects(backend)).to.deep.equal(['First']);
  });

  it('reads smart groups too', async () => {
    const { backend, call, entry, run } = await setting();
    const smart = await newGroup(call, 'Vips', 'SMART', { query: 'tag = vip' });
    backend.clock.advance(1000);
    await run(splitBy([[smart, 'first']]));
    await newContact(call, 'ada@example.com', { groupId: entry, tags: ['vip'] });
    await newContact(call, 'grace@example.com', { groupId: entry });
    expect(subjects(backend)).to.deep.equal(['First', 'Other']);
  });

  it('goes the other way where the group is gone, and reports it', async () => {
    const { backend, call, entry, run } = await setting();
    const group = await newGroup(call, 'Trade Show Paris 2026', 'STATIC');
    await run(splitBy([[group, 'first']]));
    await call(`DELETE /groups/${group}?detach=true`);
    await newContact(call, 'ada@example.com', { groupId: entry });
    expect(subjects(backend)).to.deep.equal(['Other']);
    expect(backend.stepErrors.map(({ step, code, groupId }) => [step, code, groupId])).to.deep.equal([
      [0, 'GROUP_NOT_FOUND', group],
    ]);
  });
});

describe('SPLIT_BY_EXPRESSION', () => {
  const splitOn = (expression: string, ...cases: string[]) => [
    {
      type: 'SPLIT_BY_EXPRESSION',
      expression,
      cases: cases.map((equals, index) => ({ equals, goto: `case ${index}` })),
      otherwise: 'other',
    },
    ...cases.flatMap((equals, index) => [mail(equals, `case ${index}`), { type: 'END' }]),
    mail('Other', 'other'),
  ];

  const rows: [expression: string, equals: string[], taken: string][] = [
    ['contact.language', ['de', 'FR'], 'FR'],
    ['@contact.language', ['fr'], 'fr'],
    ['contact.fields.seats > 10', ['false', 'true'], 'true'],
    ['if(contact.fields.company, contact.fields.company, "none")', ['None'], 'None'],
    ['has_group(contact.groups, "[DYN] Inbound Leads")', ['true'], 'true'],
    ['count(contact.groups)', ['1'], '1'],
    ['contact.last_name', [''], ''],
    ['upper(contact.first_name) & "!"', ['ada!'], 'ada!'],
    ['contact.language', ['es'], 'Other'],
    ['nothing(', ['', 'nothing('], 'Other'],
    ['contact.shoe_size', [''], 'Other'],
  ];
  for (const [expression, equals, taken] of rows) {
    it(`${expression} of ${JSON.stringify(equals)} goes to "${taken}"`, async () => {
      const { backend, call, entry, run } = await setting();
      await call('POST /fields', { key: 'seats', name: 'Seats', type: 'number' });
      await call('POST /fields', { key: 'company', name: 'Company', type: 'text' });
      const subject = taken || 'empty';
      await run(
        splitOn(expression, ...equals).map((step) =>
          'subject' in step && step.subject === '' ? { ...step, subject, body: subject } : step,
        ),
      );
      await newContact(call, 'ada@example.com', {
        groupId: entry,
        firstName: 'Ada',
        language: 'fr',
        fields: { seats: 12 },
      });
      expect(subjects(backend)).to.deep.equal([subject]);
      const fails = expression === 'nothing(' || expression.includes('shoe');
      expect(backend.stepErrors.map(({ code }) => code)).to.deep.equal(fails ? ['EXPRESSION_FAILED'] : []);
    });
  }
});

describe('A mail', () => {
  it('says which groups the contact is in, and nothing for a field without a value', async () => {
    const { backend, call, entry, run } = await setting();
    await call('POST /fields', { key: 'company', name: 'Company', type: 'text' });
    await run([
      {
        type: 'SEND_EMAIL',
        subject: 'Hello @contact.first_name',
        body: 'From "@contact.fields.company": @(join(foreach(contact.groups, (g) => lower(g.name)), " and ")). @(1 / 0) @contact.shoe',
      },
    ]);
    const other = await newGroup(call, 'Trade Show Paris 2026', 'STATIC');
    await newContact(call, 'ada@example.com', { firstName: 'Ada', groupIds: [other, entry] });
    expect(backend.inbox[0]).to.deep.include({
      to: 'ada@example.com',
      subject: 'Hello Ada',
      body: 'From "": trade show paris 2026 and [dyn] inbound leads.  ',
    });
    expect(backend.inbox[0]?.errors.map(({ expression }) => expression)).to.deep.equal([
      '@(1 / 0)',
      '@contact.shoe',
    ]);
  });
});

describe('A workflow that goes round and round', () => {
  const circle = (...between: object[]) => [
    ...between.map((step, index) => ({ id: `step ${index}`, ...step })),
    {
      type: 'SPLIT_BY_EXPRESSION',
      expression: '"x"',
      cases: [{ equals: 'x', goto: 'step 0' }],
      otherwise: null,
    },
  ];

  it('ends as FAILED, and nothing hangs', async () => {
    const { backend, call, entry, run } = await setting();
    const campaignId = await run(circle(mail('Again')));
    const id = await newContact(call, 'ada@example.com', { groupId: entry });
    expect(await standing(call, campaignId, id)).to.equal('FAILED ENDLESS_WORKFLOW');
    expect(backend.inbox.length).to.be.within(10, 1000);
  });

  it('with a WAIT goes on for as long as time does', async () => {
    const { backend, call, entry, run } = await setting();
    const campaignId = await run(circle(mail('Weekly'), { type: 'WAIT', duration: 'P1W' }));
    const id = await newContact(call, 'ada@example.com', { groupId: entry });
    backend.clock.advance(52 * 7 * 24 * 3_600_000);
    expect(await standing(call, campaignId, id)).to.equal('ACTIVE');
    expect(backend.inbox).to.have.length(53);
  });

  it('through the groups of two campaigns ends as well', async () => {
    const { backend, call } = await setting();
    const [first, second] = [await newGroup(call, '[DYN] First'), await newGroup(call, '[DYN] Second')];
    const hop = (groupId: string) => [
      { type: 'REMOVE_FROM_GROUP', groupIds: [groupId] },
      { type: 'ADD_TO_GROUP', groupIds: [groupId] },
    ];
    const more = { reenrollment: 'ON_REJOIN' };
    await runningCampaign(call, 'To second', [first], { ...more, steps: hop(second) });
    await runningCampaign(call, 'To first', [second], { ...more, steps: hop(first) });
    const id = await newContact(call, 'ada@example.com', { groupIds: [first] });
    const { body } = await call(`GET /contacts/${id}/enrollments`);
    expect(body.data.map(({ status }) => status)).to.include('FAILED');
    backend.clock.advance(1000);
    expect((await call(`GET /contacts/${id}`)).status).to.equal(200);
  });
});

describe('Any workflow', () => {
  const stepId = fc.constantFrom(...Array.from({ length: 8 }, (_, index) => `step ${index}`));
  const target = fc.option(stepId, { nil: null });
  const groupId = fc.constantFrom('GROUP 0', 'GROUP 1', 'GROUP 2');
  const step = fc.oneof(
    fc.constant(mail('Hello @contact.groups')),
    fc.record({ type: fc.constant('WAIT'), duration: fc.constantFrom('PT0M', 'PT5M', 'P1D') }),
    fc.record({ type: fc.constant('ADD_TO_GROUP'), groupIds: fc.tuple(groupId) }),
    fc.record({ type: fc.constant('REMOVE_FROM_GROUP'), groupIds: fc.tuple(groupId) }),
    fc.constant({ type: 'REMOVE_FROM_GROUP', all: true }),
    fc.record({
      type: fc.constant('SPLIT_BY_GROUPS'),
      cases: fc.tuple(fc.record({ groupId, goto: stepId })),
      otherwise: target,
    }),
    fc.record({
      type: fc.constant('SPLIT_BY_EXPRESSION'),
      expression: fc.constant('count(contact.groups)'),
      cases: fc.tuple(fc.record({ equals: fc.constant('1'), goto: stepId })),
      otherwise: target,
    }),
    fc.constant({ type: 'END' }),
  );
  const workflow = fc
    .array(step, { minLength: 8, maxLength: 8 })
    .map((steps) => steps.map((each, index) => ({ id: `step ${index}`, ...each })));

  it('comes to a rest, whatever its steps', async () => {
    await fc.assert(
      fc.asyncProperty(workflow, fc.constantFrom('STOP', 'CONTINUE'), async (steps, onGroupRemoval) => {
        const { backend, call, entry } = await setting();
        const groups = [entry, await newGroup(call, '[DYN] Other'), await newGroup(call, 'Third', 'STATIC')];
        const text = JSON.stringify(steps).replaceAll(
          /GROUP (\d)/g,
          (_, index) => groups[Number(index)] ?? '',
        );
        const more = { steps: JSON.parse(text) as object[], reenrollment: 'ON_REJOIN', onGroupRemoval };
        for (const id of groups) await runningCampaign(call, `Of ${id}`, [id], more);
        const id = await newContact(call, 'ada@example.com', { groupId: entry });
        backend.clock.advance(3 * 24 * 3_600_000);
        const { body } = await call(`GET /contacts/${id}/enrollments`);
        expect(body.data).to.not.be.empty;
        for (const { status } of body.data) {
          expect(status).to.be.oneOf(['ACTIVE', 'COMPLETED', 'STOPPED', 'FAILED']);
        }
      }),
      { numRuns: runs(30) },
    );
  });
});
