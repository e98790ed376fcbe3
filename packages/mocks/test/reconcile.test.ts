import { expect } from 'chai';
import { decide, reconcileCampaign, type EnrollmentFacts, type Way } from '../src/domain/reconcile.js';
import { Clock } from '../src/clock.js';
import { createCampaign, launchCampaign } from '../src/domain/campaigns.js';
import { takeInContact, updateContact } from '../src/domain/contacts.js';
import { createGroup } from '../src/domain/groups.js';
import { excludeGroup, linkGroup } from '../src/domain/links.js';
import { mergeGroups } from '../src/domain/merge.js';
import { pairId, type CampaignRow, type GroupRow } from '../src/store/rows.js';
import { Store } from '../src/store/store.js';
import { backendWithCall, newCampaign, newContact, newGroup, runningCampaign, standing } from './caller.js';

describe('decide', () => {
  const way = (changes: {
    group?: Partial<Way['group']>;
    link?: Partial<Way['link']>;
    membership?: Partial<Way['membership']>;
  }): Way => ({
    group: { id: 'grp_1', autoEnroll: true, enrollsFrom: 0, ...changes.group },
    link: { linkedTick: 10, enrollExisting: false, ...changes.link },
    membership: { joinedTick: 30, noEnroll: false, rejoined: false, ...changes.membership },
  });
  const facts = (changes: Partial<EnrollmentFacts> = {}): EnrollmentFacts => ({
    contact: { status: 'ACTIVE', emailStatus: 'VALID' },
    campaign: { status: 'RUNNING', launchedTick: 20, onGroupRemoval: 'CONTINUE', reenrollment: 'NEVER' },
    enrollment: undefined,
    excluded: false,
    ways: [way({})],
    ...changes,
  });
  const campaign = facts().campaign;
  const active = { status: 'ACTIVE', source: 'AUTO', endedTick: null, viaGroups: ['grp_1'] };
  const ended = { ...active, status: 'STOPPED', endedTick: 25 };
  const isStatic = { autoEnroll: false, enrollsFrom: null };
  const enrolled = (source = 'AUTO', viaGroups = ['grp_1']) => ({ do: 'enroll', source, viaGroups });
  const skip = (reason: string) => ({ do: 'skip', reason });
  const stop = (reason: string) => ({ do: 'stop', reason });

  const rows: [string, Partial<EnrollmentFacts>, object][] = [
    // an active enrolment
    ['active: goes on', { enrollment: active }, { do: 'keep' }],
    [
      'active: goes on while paused',
      { enrollment: active, campaign: { ...campaign, status: 'PAUSED' } },
      { do: 'keep' },
    ],
    [
      'active, unsubscribed',
      { enrollment: active, contact: { status: 'UNSUBSCRIBED', emailStatus: 'VALID' } },
      stop('UNSUBSCRIBED'),
    ],
    ['active, excluded', { enrollment: active, excluded: true }, stop('EXCLUDED')],
    ['active, in no group, CONTINUE', { enrollment: active, ways: [] }, { do: 'keep' }],
    [
      'active, in no group, STOP',
      { enrollment: active, ways: [], campaign: { ...campaign, onGroupRemoval: 'STOP' } },
      stop('REMOVED_FROM_GROUP'),
    ],
    [
      'active by hand, in no group, STOP',
      {
        enrollment: { ...active, source: 'MANUAL' },
        ways: [],
        campaign: { ...campaign, onGroupRemoval: 'STOP' },
      },
      { do: 'keep' },
    ],
    [
      'active in bulk from no linked group, STOP',
      {
        enrollment: { ...active, source: 'BULK', viaGroups: [] },
        ways: [],
        campaign: { ...campaign, onGroupRemoval: 'STOP' },
      },
      { do: 'keep' },
    ],
    [
      'active, another linked group holds it, STOP',
      {
        enrollment: active,
        ways: [way({ group: isStatic })],
        campaign: { ...campaign, onGroupRemoval: 'STOP' },
      },
      { do: 'keep' },
    ],
    // the reasons to skip, in their order
    [
      'campaign paused',
      { campaign: { ...campaign, status: 'PAUSED' }, enrollment: ended, excluded: true },
      skip('CAMPAIGN_NOT_ACTIVE'),
    ],
    [
      'was in before',
      { enrollment: ended, contact: { status: 'BLOCKED', emailStatus: 'INVALID' } },
      skip('ALREADY_ENROLLED'),
    ],
    [
      'contact pending',
      { contact: { status: 'PENDING', emailStatus: 'INVALID' }, excluded: true },
      skip('CONTACT_NOT_ACTIVE'),
    ],
    [
      'e-mail invalid',
      { contact: { status: 'ACTIVE', emailStatus: 'INVALID' }, excluded: true },
      skip('INVALID_EMAIL'),
    ],
    ['e-mail unknown', { contact: { status: 'ACTIVE', emailStatus: 'UNKNOWN' } }, skip('INVALID_EMAIL')],
    ['excluded', { excluded: true }, skip('EXCLUDED')],
    ['in no linked group', { ways: [] }, skip('NO_QUALIFYING_GROUP')],
    // coming back
    [
      'rejoined, NEVER',
      { enrollment: ended, ways: [way({ membership: { rejoined: true } })] },
      skip('ALREADY_ENROLLED'),
    ],
    [
      'rejoined after the end, ON_REJOIN',
      {
        enrollment: ended,
        ways: [way({ membership: { rejoined: true } })],
        campaign: { ...campaign, reenrollment: 'ON_REJOIN' },
      },
      enrolled(),
    ],
    [
      'rejoined before the end, ON_REJOIN',
      {
        enrollment: { ...ended, endedTick: 40 },
        ways: [way({ membership: { rejoined: true } })],
        campaign: { ...campaign, reenrollment: 'ON_REJOIN' },
      },
      skip('ALREADY_ENROLLED'),
    ],
    [
      'never left, ON_REJOIN',
      { enrollment: ended, campaign: { ...campaign, reenrollment: 'ON_REJOIN' } },
      skip('ALREADY_ENROLLED'),
    ],
    // launch audience
    [
      'in a static group before the launch',
      { ways: [way({ group: isStatic, membership: { joinedTick: 15 } })] },
      enrolled('LAUNCH'),
    ],
    [
      'in a dynamic group before the launch, joined with enroll: false',
      { ways: [way({ membership: { joinedTick: 15, noEnroll: true } })] },
      enrolled('LAUNCH'),
    ],
    [
      'joined before the launch, linked after it',
      { ways: [way({ link: { linkedTick: 22 }, membership: { joinedTick: 15 } })] },
      skip('NO_QUALIFYING_GROUP'),
    ],
    // newcomers
    ['joined a dynamic group after the link', {}, enrolled()],
    [
      'joined with enroll: false',
      { ways: [way({ membership: { noEnroll: true } })] },
      skip('NO_QUALIFYING_GROUP'),
    ],
    ['joined before the link', { ways: [way({ link: { linkedTick: 35 } })] }, skip('NO_QUALIFYING_GROUP')],
    [
      'joined before the link, enrollExisting',
      { ways: [way({ link: { linkedTick: 35, enrollExisting: true } })] },
      enrolled(),
    ],
    [
      'joined before the group became dynamic',
      { ways: [way({ group: { enrollsFrom: 31 } })] },
      skip('NO_QUALIFYING_GROUP'),
    ],
    [
      'the group became dynamic with enrollExisting',
      { ways: [way({ group: { enrollsFrom: 0 } })] },
      enrolled(),
    ],
    ['joined a static group', { ways: [way({ group: isStatic })] }, skip('NO_QUALIFYING_GROUP')],
    [
      'in a static group linked with enrollExisting',
      { ways: [way({ group: isStatic, link: { linkedTick: 35, enrollExisting: true } })] },
      enrolled(),
    ],
    [
      'joined a static group after it was linked with enrollExisting',
      { ways: [way({ group: isStatic, link: { linkedTick: 25, enrollExisting: true } })] },
      skip('NO_QUALIFYING_GROUP'),
    ],
    [
      'two dynamic groups',
      { ways: [way({}), way({ group: { id: 'grp_2' } })] },
      enrolled('AUTO', ['grp_1', 'grp_2']),
    ],
    // by name
    ['by hand, in no group', { ways: [], requested: 'MANUAL' }, enrolled('MANUAL', [])],
    ['by hand, excluded', { excluded: true, requested: 'MANUAL' }, skip('EXCLUDED')],
  ];
  for (const [name, changes, expected] of rows) {
    it(name, () => expect(decide(facts(changes))).to.deep.equal(expected));
  }
});

describe('Enrolment', () => {
  it('begins when the contact becomes ACTIVE later', async () => {
    const { call } = backendWithCall();
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    const campaignId = await runningCampaign(call, 'Nurture', [groupId]);
    const contactId = await newContact(call, 'ada@example.com');
    await call(`PATCH /contacts/${contactId}`, { status: 'BLOCKED' });
    await call(`PUT /groups/${groupId}/contacts/${contactId}`);
    expect(await standing(call, campaignId, contactId)).to.equal('none');
    await call(`PATCH /contacts/${contactId}`, { status: 'ACTIVE' });
    expect(await standing(call, campaignId, contactId)).to.equal('ACTIVE');
  });

  it('takes every eligible member at the launch, of static groups too', async () => {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, 'Trade Show Paris 2025', 'STATIC');
    const [ada, grace] = [
      await newContact(call, 'ada@example.com', { groupId }),
      await newContact(call, 'grace@example.com', { groupId }),
    ];
    await call(`PATCH /contacts/${grace}`, { status: 'UNSUBSCRIBED' });
    const campaignId = await newCampaign(call, 'After the show', {
      steps: [{ type: 'WAIT', duration: 'P1D' }],
    });
    await call(`PUT /campaigns/${campaignId}/groups/${groupId}`);
    const dryRun = await call(`POST /campaigns/${campaignId}/launch`, { dryRun: true });
    expect(dryRun.body.status).to.equal('DRAFT');
    const launched = await call(`POST /campaigns/${campaignId}/launch`);
    for (const { body } of [dryRun, launched]) {
      expect(body).to.deep.include({
        audience: 1,
        byGroup: [{ groupId, contacts: 1 }],
        excluded: 0,
        skippedByReason: { CONTACT_NOT_ACTIVE: 1 },
      });
    }
    expect(await standing(call, campaignId, ada)).to.equal('ACTIVE');
    expect(await standing(call, campaignId, grace)).to.equal('none');
    expect(backend.inbox).to.be.empty;
  });

  it('does nothing for who joins a static group of a running campaign', async () => {
    const { call } = backendWithCall();
    const groupId = await newGroup(call, 'Active Customers', 'STATIC');
    const campaignId = await runningCampaign(call, 'News', [groupId]);
    const contactId = await newContact(call, 'ada@example.com', { groupId });
    expect(await standing(call, campaignId, contactId)).to.equal('none');
  });

  it('waits for the campaign to resume, and holds running workflows meanwhile', async () => {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    const steps = [
      { type: 'WAIT', duration: 'PT1H' },
      { type: 'SEND_EMAIL', subject: 'Hello', body: 'Hello' },
    ];
    const campaignId = await runningCampaign(call, 'Nurture', [groupId], { steps });
    await newContact(call, 'ada@example.com', { groupId });
    await call(`POST /campaigns/${campaignId}/pause`);
    const late = await newContact(call, 'grace@example.com', { groupId });
    backend.clock.advance(2 * 3_600_000);
    expect(backend.inbox).to.be.empty;
    expect(await standing(call, campaignId, late)).to.equal('none');
    await call(`POST /campaigns/${campaignId}/resume`);
    expect(backend.inbox.map((mail) => mail.to)).to.deep.equal(['ada@example.com']);
    expect(await standing(call, campaignId, late)).to.equal('ACTIVE');
  });

  it('takes only later joiners of a group linked to a running campaign, unless enrollExisting', async () => {
    const { call } = backendWithCall();
    const other = await newGroup(call, 'Churned', 'STATIC');
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    const early = await newContact(call, 'ada@example.com', { groupId });
    const campaignId = await runningCampaign(call, 'Nurture', [other]);
    const linked = await call(`PUT /campaigns/${campaignId}/groups/${groupId}`, { enrollExisting: false });
    expect(linked.body.willEnroll).to.equal(0);
    const late = await newContact(call, 'grace@example.com', { groupId });
    expect(await standing(call, campaignId, early)).to.equal('none');
    expect(await standing(call, campaignId, late)).to.equal('ACTIVE');
    const again = await call(`PUT /campaigns/${campaignId}/groups/${groupId}`, { enrollExisting: true });
    expect(again.body.willEnroll).to.equal(1);
    expect(await standing(call, campaignId, early)).to.equal('ACTIVE');
  });

  it('is one, through both groups, for a contact in two dynamic groups of a campaign', async () => {
    const { call } = backendWithCall();
    const groupIds = [
      await newGroup(call, '[DYN] LinkedIn Inbound'),
      await newGroup(call, '[DYN] Website Form'),
    ];
    const campaignId = await runningCampaign(call, 'Nurture', groupIds);
    await newContact(call, 'ada@example.com', { groupIds });
    const { body } = await call(`GET /campaigns/${campaignId}/enrollments`);
    expect(body.data).to.have.length(1);
    expect(body.data[0]?.viaGroups).to.deep.equal(groupIds);
  });

  it('goes on after the contact left the group, or stops with onGroupRemoval STOP', async () => {
    const { call } = backendWithCall();
    const steps = [{ type: 'WAIT', duration: 'P1D' }];
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    const goesOn = await runningCampaign(call, 'Goes on', [groupId], { steps });
    const stops = await runningCampaign(call, 'Stops', [groupId], { steps, onGroupRemoval: 'STOP' });
    const contactId = await newContact(call, 'ada@example.com', { groupId });
    await call(`DELETE /groups/${groupId}/contacts/${contactId}`);
    expect(await standing(call, goesOn, contactId)).to.equal('ACTIVE');
    expect(await standing(call, stops, contactId)).to.equal('STOPPED REMOVED_FROM_GROUP');
  });

  it('is never twice for who left and came back, and with ON_REJOIN only after the first ended', async () => {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    const steps = [
      { type: 'SEND_EMAIL', subject: 'Hello', body: 'Hello' },
      { type: 'WAIT', duration: 'P1D' },
    ];
    const never = await runningCampaign(call, 'Never', [groupId]);
    const rejoin = await runningCampaign(call, 'Again', [groupId], { steps, reenrollment: 'ON_REJOIN' });
    const contactId = await newContact(call, 'ada@example.com', { groupId });
    const leaveAndRejoin = async () => {
      await call(`DELETE /groups/${groupId}/contacts/${contactId}`);
      await call(`PUT /groups/${groupId}/contacts/${contactId}`);
    };
    await leaveAndRejoin(); // while the enrolment in "Again" is still active
    expect(backend.inbox).to.have.length(2);
    backend.clock.advance(24 * 3_600_000);
    expect(await standing(call, rejoin, contactId)).to.equal('COMPLETED');
    await leaveAndRejoin();
    expect(await standing(call, rejoin, contactId)).to.equal('ACTIVE');
    expect(await standing(call, never, contactId)).to.equal('COMPLETED');
    expect(backend.inbox).to.have.length(3);
  });

  it('stops by an exclusion, which wins; lifting it restarts nothing', async () => {
    const { call } = backendWithCall();
    const steps = [{ type: 'WAIT', duration: 'P1D' }];
    const groupId = await newGroup(call, '[DYN] New Prospects');
    const customers = await newGroup(call, 'Active Customers', 'STATIC');
    const campaignId = await runningCampaign(call, 'Win them', [groupId], { steps });
    const running = await newContact(call, 'ada@example.com', { groupIds: [groupId, customers] });
    const path = `/campaigns/${campaignId}/excluded-groups/${customers}`;
    expect((await call(`PUT ${path}`, { dryRun: true })).body).to.deep.equal({ stopped: 1 });
    expect(await standing(call, campaignId, running)).to.equal('ACTIVE');
    expect((await call(`PUT ${path}`)).body).to.deep.equal({ stopped: 1 });
    expect(await standing(call, campaignId, running)).to.equal('STOPPED EXCLUDED');
    const keptOut = await newContact(call, 'grace@example.com', { groupIds: [groupId, customers] });
    expect(await standing(call, campaignId, keptOut)).to.equal('none');
    await call(`DELETE ${path}`);
    expect(await standing(call, campaignId, running)).to.equal('STOPPED EXCLUDED');
    expect(await standing(call, campaignId, keptOut)).to.equal('ACTIVE');
  });

  it('takes the later joiners of a static group that became dynamic; the way back leaves enrolments alone', async () => {
    const { call } = backendWithCall();
    const steps = [{ type: 'WAIT', duration: 'P1D' }];
    const groupId = await newGroup(call, 'Website Form', 'STATIC');
    const campaignId = await runningCampaign(call, 'Nurture', [groupId], { steps });
    const early = await newContact(call, 'ada@example.com', { groupId });
    await call(`PATCH /groups/${groupId}`, { type: 'DYNAMIC' });
    expect(await standing(call, campaignId, early)).to.equal('none');
    const late = await newContact(call, 'grace@example.com', { groupId });
    expect(await standing(call, campaignId, late)).to.equal('ACTIVE');
    await call(`PATCH /groups/${groupId}`, { type: 'STATIC' });
    expect(await standing(call, campaignId, late)).to.equal('ACTIVE');
    await call(`PATCH /groups/${groupId}`, { type: 'DYNAMIC', enrollExisting: true });
    expect(await standing(call, campaignId, early)).to.equal('ACTIVE');
  });

  it('stops for who unsubscribes, and stays stopped when they return', async () => {
    const { call } = backendWithCall();
    const steps = [{ type: 'WAIT', duration: 'P1D' }];
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    const campaignId = await runningCampaign(call, 'Nurture', [groupId], { steps });
    const contactId = await newContact(call, 'ada@example.com', { groupId });
    await call(`PATCH /contacts/${contactId}`, { status: 'UNSUBSCRIBED' });
    await call(`PATCH /contacts/${contactId}`, { status: 'ACTIVE' });
    expect(await standing(call, campaignId, contactId)).to.equal('STOPPED UNSUBSCRIBED');
  });
});

describe('Enrolment, below the API', () => {
  const wait = { steps: [{ type: 'WAIT' as const, duration: 'P1D' }] };

  /** A store with a running campaign that is linked to a dynamic group, changed in one transaction. */
  function inStore(work: (store: Store, campaign: CampaignRow, group: GroupRow) => void): void {
    const store = new Store(new Clock('virtual', 0), 'test');
    store.transaction(() => {
      const group = createGroup(store, { name: '[DYN] Inbound Leads', type: 'DYNAMIC' });
      const draft = createCampaign(store, { name: 'Nurture', ...wait });
      linkGroup(store, draft, group, false);
      work(store, launchCampaign(store, draft).campaign, group);
    });
  }

  it('begins when the e-mail becomes valid later', () => {
    inStore((store, campaign, group) => {
      const { contact } = takeInContact(store, { email: 'ada@example.com' });
      const invalid = updateContact(store, contact, { emailStatus: 'INVALID' });
      takeInContact(store, { email: invalid.email, groupId: group.id });
      const pair = pairId(contact.id, campaign.id);
      expect(store.skips.get(pair)?.reason).to.equal('INVALID_EMAIL');
      const now = store.contacts.get(contact.id);
      if (now) updateContact(store, now, { emailStatus: 'VALID' });
      expect(store.enrollmentByPair.get(pair)?.status).to.equal('ACTIVE');
      expect(store.skips.has(pair)).to.be.false;
    });
  });

  it('changes nothing when it is decided again', () => {
    inStore((store, campaign, group) => {
      const blocked = createGroup(store, { name: 'Blocked', type: 'STATIC' });
      takeInContact(store, { email: 'ada@example.com', groupId: group.id });
      takeInContact(store, { email: 'bob@example.com', groupId: group.id, enroll: false });
      takeInContact(store, { email: 'eve@example.com', groupIds: [group.id, blocked.id] });
      excludeGroup(store, campaign, blocked, false);
      const before = JSON.stringify(store.state());
      reconcileCampaign(store, campaign);
      expect(JSON.stringify(store.state())).to.equal(before);
    });
  });

  for (const enroll of [false, true]) {
    it(`moves members silently in a merge${enroll ? ', unless it says enroll' : ''}; viaGroups follows`, () => {
      inStore((store, campaign, group) => {
        const old = createGroup(store, { name: '[DYN] Old Form', type: 'DYNAMIC' });
        const other = launchCampaign(store, linkedDraft(store, old)).campaign;
        const { contact } = takeInContact(store, { email: 'ada@example.com', groupId: old.id });
        mergeGroups(store, group, [old], { transferLinks: true, enroll });
        expect(store.groups.get(old.id)).to.include({ status: 'ARCHIVED', mergedInto: group.id });
        expect(store.memberships.get(pairId(group.id, contact.id))?.source).to.equal('MERGE');
        expect(store.links.has(pairId(other.id, group.id))).to.be.true;
        expect(store.enrollmentByPair.get(pairId(contact.id, other.id))?.viaGroups).to.deep.equal([group.id]);
        const inFirst = store.enrollmentByPair.get(pairId(contact.id, campaign.id));
        expect(inFirst?.status).to.equal(enroll ? 'ACTIVE' : undefined);
      });
    });
  }

  it('moves exclusions in a merge, which stop whom they now concern', () => {
    inStore((store, campaign, group) => {
      const target = createGroup(store, { name: 'Customers', type: 'STATIC' });
      const old = createGroup(store, { name: 'Customers (old)', type: 'STATIC' });
      excludeGroup(store, campaign, old, false);
      const { contact } = takeInContact(store, { email: 'ada@example.com', groupIds: [group.id, target.id] });
      mergeGroups(store, target, [old], { transferLinks: false, enroll: false });
      expect(store.enrollmentByPair.get(pairId(contact.id, campaign.id))).to.include({
        status: 'STOPPED',
        reason: 'EXCLUDED',
      });
    });
  });

  it('does not come from a smart group, unless it has autoEnroll', () => {
    for (const autoEnroll of [false, true]) {
      const store = new Store(new Clock('virtual', 0), 'test');
      const group = store.transaction(() =>
        createGroup(store, { name: 'Vips', type: 'SMART', query: 'tag = "vip"', autoEnroll }),
      );
      expect(group.enrollsFrom).to.equal(autoEnroll ? 0 : null);
      const membership = { joinedTick: 9, noEnroll: false, rejoined: false };
      const decision = decide({
        contact: { status: 'ACTIVE', emailStatus: 'VALID' },
        campaign: { status: 'RUNNING', launchedTick: 5, onGroupRemoval: 'CONTINUE', reenrollment: 'NEVER' },
        enrollment: undefined,
        excluded: false,
        ways: [{ group, link: { linkedTick: 4, enrollExisting: false }, membership }],
      });
      expect(decision.do).to.equal(autoEnroll ? 'enroll' : 'skip');
    }
  });

  function linkedDraft(store: Store, group: GroupRow): CampaignRow {
    const draft = createCampaign(store, { name: 'Other', ...wait });
    linkGroup(store, draft, group, false);
    return draft;
  }
});
