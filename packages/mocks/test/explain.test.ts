import { expect } from 'chai';
import { backendWithCall, newCampaign, newContact, newGroup, runningCampaign, type Call } from './caller.js';

const wait = { steps: [{ type: 'WAIT', duration: 'P1D' }] };
const start = '2026-01-05T09:00:00.000Z';
const later = '2026-01-05T10:00:00.000Z';

interface Explained {
  outcome: string;
  reason: string | null;
  since: string | null;
  conditions: { condition: string; holds: boolean; detail: string }[];
}

async function explain(call: Call, contactId: string, parameter: string): Promise<Explained> {
  const { status, body, text } = await call(`GET /contacts/${contactId}/explain?${parameter}`);
  if (status !== 200) throw new Error(text);
  return body as unknown as Explained;
}

const failing = ({ conditions }: Explained) =>
  conditions.filter(({ holds }) => !holds).map(({ condition }) => condition);

describe('Explaining an enrolment', () => {
  async function setting(more: object = {}) {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    const customers = await newGroup(call, 'Active Customers', 'STATIC');
    const campaignId = await runningCampaign(call, 'Nurture', [groupId], { ...wait, ...more });
    const contactId = await newContact(call, 'ada@example.com');
    backend.clock.advance(3_600_000);
    const join = (query = '') => call(`PUT /groups/${groupId}/contacts/${contactId}${query}`);
    const why = () => explain(call, contactId, `campaignId=${campaignId}`);
    return { backend, call, groupId, customers, campaignId, contactId, join, why };
  }

  it('lists each condition with its outcome, and the enrolment since when', async () => {
    const { contactId, campaignId, join, why } = await setting();
    await join();
    expect(await why()).to.deep.equal({
      contactId,
      campaignId,
      groupId: null,
      outcome: 'ENROLLED',
      reason: null,
      since: later,
      conditions: [
        { condition: 'CAMPAIGN_RUNNING', holds: true, detail: 'The campaign is RUNNING.' },
        {
          condition: 'FIRST_ENROLLMENT',
          holds: true,
          detail: `The contact is enrolled since ${later}, by AUTO.`,
        },
        { condition: 'CONTACT_ACTIVE', holds: true, detail: 'The contact is ACTIVE.' },
        { condition: 'EMAIL_VALID', holds: true, detail: 'The e-mail is VALID.' },
        { condition: 'NOT_EXCLUDED', holds: true, detail: 'The contact is in no excluded group.' },
        {
          condition: 'QUALIFYING_GROUP',
          holds: true,
          detail: 'The contact joined it, and it enrols newcomers: "[DYN] Inbound Leads".',
        },
      ],
    });
  });

  it('of a contact that never met the campaign', async () => {
    const { why } = await setting();
    const explained = await why();
    expect(explained).to.include({ outcome: 'NOT_ENROLLED', reason: 'NO_QUALIFYING_GROUP', since: null });
    expect(failing(explained)).to.deep.equal(['QUALIFYING_GROUP']);
  });

  const rows: [
    name: string,
    act: (made: Awaited<ReturnType<typeof setting>>) => Promise<unknown>,
    reason: string,
    failing: string[],
  ][] = [
    [
      'that is blocked',
      async ({ call, contactId, join }) => {
        await call(`PATCH /contacts/${contactId}`, { status: 'BLOCKED' });
        await join();
      },
      'CONTACT_NOT_ACTIVE',
      ['CONTACT_ACTIVE'],
    ],
    [
      'with a bad address',
      async ({ backend, contactId, join }) => {
        backend.simulate.emailStatus(contactId, 'INVALID');
        await join();
      },
      'INVALID_EMAIL',
      ['EMAIL_VALID'],
    ],
    [
      'with an address that nobody has verified',
      async ({ backend, contactId, join }) => {
        backend.simulate.emailStatus(contactId, 'UNKNOWN');
        await join();
      },
      'INVALID_EMAIL',
      ['EMAIL_VALID'],
    ],
    [
      'that an exclusion keeps out',
      async ({ call, campaignId, customers, contactId, join }) => {
        await call(`PUT /campaigns/${campaignId}/excluded-groups/${customers}`);
        await call(`PUT /groups/${customers}/contacts/${contactId}`);
        await join();
      },
      'EXCLUDED',
      ['NOT_EXCLUDED'],
    ],
    [
      'that joined with enroll: false',
      async ({ call, groupId, contactId }) =>
        call(`PUT /groups/${groupId}/contacts/${contactId}`, { enroll: false }),
      'NO_QUALIFYING_GROUP',
      ['QUALIFYING_GROUP'],
    ],
    [
      'of a campaign that is paused',
      async ({ call, campaignId, join }) => {
        await call(`POST /campaigns/${campaignId}/pause`);
        await join();
      },
      'CAMPAIGN_NOT_ACTIVE',
      ['CAMPAIGN_RUNNING'],
    ],
    [
      'that left the group before it became active',
      async ({ call, groupId, contactId, join }) => {
        await call(`PATCH /contacts/${contactId}`, { status: 'BLOCKED' });
        await join();
        await call(`DELETE /groups/${groupId}/contacts/${contactId}`);
        await call(`PATCH /contacts/${contactId}`, { status: 'ACTIVE' });
      },
      'NO_QUALIFYING_GROUP',
      ['QUALIFYING_GROUP'],
    ],
    [
      'whose enrolment was stopped',
      async ({ call, contactId, join }) => {
        await join();
        await call(`PATCH /contacts/${contactId}`, { status: 'UNSUBSCRIBED' });
        await call(`PATCH /contacts/${contactId}`, { status: 'ACTIVE' });
      },
      'UNSUBSCRIBED',
      ['FIRST_ENROLLMENT'],
    ],
  ];
  for (const [name, act, reason, expected] of rows) {
    it(`of a contact ${name}`, async () => {
      const made = await setting();
      await act(made);
      const explained = await made.why();
      expect(explained).to.include({ outcome: 'NOT_ENROLLED', reason, since: later });
      expect(failing(explained)).to.deep.equal(expected);
      made.backend.clock.advance(3_600_000);
      expect((await made.why()).since).to.equal(later);
    });
  }

  it('of one that went through to the end', async () => {
    const { backend, join, why } = await setting();
    await join();
    backend.clock.advance(24 * 3_600_000);
    expect(await why()).to.include({
      outcome: 'NOT_ENROLLED',
      reason: 'COMPLETED',
      since: '2026-01-06T10:00:00.000Z',
    });
  });

  it('says of each linked group how the contact stands to it', async () => {
    const { call } = backendWithCall();
    const show = await newGroup(call, 'Trade Show Paris 2026', 'STATIC');
    const late = await newGroup(call, 'Churned Customers', 'STATIC');
    const contactId = await newContact(call, 'ada@example.com', { groupId: show });
    const campaignId = await newCampaign(call, 'After the show', wait);
    for (const id of [show, late]) await call(`PUT /campaigns/${campaignId}/groups/${id}`);
    await call(`POST /campaigns/${campaignId}/launch`);
    await call(`PUT /groups/${late}/contacts/${contactId}`);
    const { conditions } = await explain(call, contactId, `campaignId=${campaignId}`);
    expect(conditions.slice(-2).map(({ holds, detail }) => [holds, detail])).to.deep.equal([
      [true, 'The contact was in it when the campaign was launched: "Trade Show Paris 2026".'],
      [
        false,
        `The contact is in "Churned Customers" since ${start}, but it enrols nobody who joins it later.`,
      ],
    ]);
  });
});

describe('Explaining a membership', () => {
  it('of a group that people decide about', async () => {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, 'LinkedIn Leads Q4', 'STATIC');
    const contactId = await newContact(call, 'ada@example.com');
    const why = () => explain(call, contactId, `groupId=${groupId}`);
    expect(await why()).to.deep.include({
      contactId,
      groupId,
      campaignId: null,
      outcome: 'NOT_MEMBER',
      reason: 'NEVER_JOINED',
      since: null,
    });
    await call(`PUT /groups/${groupId}/contacts/${contactId}`);
    backend.clock.advance(3_600_000);
    expect(await why()).to.deep.include({ outcome: 'MEMBER', reason: null, since: start });
    await call(`DELETE /groups/${groupId}/contacts/${contactId}`);
    const left = await why();
    expect(left).to.deep.include({ outcome: 'NOT_MEMBER', reason: 'LEFT', since: later });
    expect(failing(left)).to.deep.equal(['JOINED']);
  });

  it('of a smart group: which condition of its query fails, and what the contact has there', async () => {
    const { backend, call } = backendWithCall();
    await call('POST /fields', { key: 'seats', name: 'Seats', type: 'number' });
    const query = 'seats > 10 AND (tag = vip OR last_name != "")';
    const groupId = await newGroup(call, 'Big accounts', 'SMART', { query });
    const contactId = await newContact(call, 'ada@example.com', { tags: ['vip'], fields: { seats: 3 } });
    const why = () => explain(call, contactId, `groupId=${groupId}`);
    expect(await why()).to.include({ outcome: 'NOT_MEMBER', reason: 'GROUP_EVALUATING' });
    backend.clock.advance(3_600_000);
    const no = await why();
    expect(no).to.include({ outcome: 'NOT_MEMBER', reason: 'QUERY_NOT_MATCHED', since: null });
    expect(no.conditions).to.deep.equal([
      { condition: 'GROUP_OPEN', holds: true, detail: 'The group is READY.' },
      {
        condition: 'fields.seats > 10 AND (tag = "vip" OR last_name != "")',
        holds: false,
        detail: 'The query as a whole.',
      },
      { condition: 'fields.seats > 10', holds: false, detail: "The contact's fields.seats is 3." },
      { condition: 'tag = "vip"', holds: true, detail: 'The contact\'s tag is "vip".' },
      { condition: 'last_name != ""', holds: false, detail: "The contact's last_name is empty." },
    ]);
    await call(`PATCH /contacts/${contactId}`, { fields: { seats: 11 } });
    const yes = await why();
    expect(yes).to.include({ outcome: 'MEMBER', reason: null, since: later });
    expect(failing(yes)).to.deep.equal(['last_name != ""']);
    await call('DELETE /fields/seats?detach=true');
    const invalid = await why();
    expect(invalid).to.include({ outcome: 'MEMBER', reason: null });
    expect(failing(invalid)).to.deep.equal(['GROUP_OPEN', 'seats']);
  });

  it('refuses both, none, and what is not there', async () => {
    const { call } = backendWithCall();
    const groupId = await newGroup(call, 'LinkedIn Leads Q4', 'STATIC');
    const contactId = await newContact(call, 'ada@example.com');
    const codeOf = async (path: string) => {
      const { status, body } = await call(`GET /contacts/${path}`);
      return [status, body.code, body.errors?.[0]?.pointer];
    };
    expect(await codeOf(`${contactId}/explain`)).to.deep.equal([422, 'VALIDATION_FAILED', '?groupId']);
    expect(await codeOf(`${contactId}/explain?groupId=${groupId}&campaignId=x`)).to.deep.equal([
      422,
      'VALIDATION_FAILED',
      '?campaignId',
    ]);
    const missing: [string, string][] = [
      [`con_none/explain?groupId=${groupId}`, 'CONTACT_NOT_FOUND'],
      [`${contactId}/explain?groupId=grp_none`, 'GROUP_NOT_FOUND'],
      [`${contactId}/explain?campaignId=cmp_none`, 'CAMPAIGN_NOT_FOUND'],
    ];
    for (const [path, code] of missing) expect(await codeOf(path)).to.deep.equal([404, code, undefined]);
  });
});
