import { expect } from 'chai';
import { backendWithCall, newContact, newGroup, runningCampaign, standing } from './caller.js';

const steps = [
  { type: 'SEND_EMAIL', subject: 'First', body: 'First' },
  { type: 'WAIT', duration: 'P1D' },
  { type: 'SEND_EMAIL', subject: 'Second', body: 'Second' },
];
const hour = 3_600_000;

/** A contact in two running campaigns, an hour after the first mails went out. */
async function sent() {
  const { backend, call } = backendWithCall();
  const groupId = await newGroup(call, '[DYN] Inbound Leads');
  const campaignId = await runningCampaign(call, 'Nurture', [groupId], { steps });
  const other = await runningCampaign(call, 'News', [groupId], { steps });
  const contactId = await newContact(call, 'ada@example.com', { groupId });
  const mail = backend.inbox.find((each) => each.campaignId === campaignId);
  if (!mail) throw new Error('Nothing was sent.');
  backend.clock.advance(hour);
  const contact = async () => (await call(`GET /contacts/${contactId}`)).body;
  const metrics = async () => (await call(`GET /campaigns/${campaignId}/enrollments`)).body.data[0]?.metrics;
  return { backend, call, campaignId, other, contactId, mail, contact, metrics };
}

const now = '2026-01-05T10:00:00.000Z';

describe('simulate', () => {
  it('open and click count on the enrolment, and the contact was seen; its version stays', async () => {
    const { backend, contact, mail, metrics } = await sent();
    expect(await metrics()).to.deep.equal({
      sent: 1,
      delivered: 1,
      opens: 0,
      clicks: 0,
      replies: 0,
      lastEventAt: '2026-01-05T09:00:00.000Z',
    });
    const { version } = await contact();
    backend.simulate.open(mail);
    backend.simulate.open(mail.id);
    backend.simulate.click(mail);
    expect(await metrics()).to.deep.equal({
      sent: 1,
      delivered: 1,
      opens: 2,
      clicks: 1,
      replies: 0,
      lastEventAt: now,
    });
    expect(await contact()).to.include({ lastEngagedAt: now, version });
  });

  it('reply ends that campaign for the contact, and no other', async () => {
    const { backend, call, campaignId, other, contactId, mail, contact, metrics } = await sent();
    backend.simulate.reply(mail);
    backend.simulate.reply(mail);
    expect(await metrics()).to.include({ replies: 2, lastEventAt: now });
    expect(await contact()).to.include({ lastEngagedAt: now, status: 'ACTIVE' });
    backend.clock.advance(24 * hour);
    expect(await standing(call, campaignId, contactId)).to.equal('REPLIED');
    expect(await standing(call, other, contactId)).to.equal('COMPLETED');
    expect(backend.inbox).to.have.length(3);
  });

  it('bounce takes the delivery back and stops everything, since the address is no good', async () => {
    const { backend, call, campaignId, other, contactId, mail, contact, metrics } = await sent();
    backend.simulate.bounce(mail);
    expect(await metrics()).to.include({ sent: 1, delivered: 0 });
    expect(await contact()).to.include({ status: 'BOUNCED', emailStatus: 'INVALID', lastEngagedAt: null });
    expect(await standing(call, campaignId, contactId)).to.equal('STOPPED BOUNCED');
    expect(await standing(call, other, contactId)).to.equal('STOPPED BOUNCED');
    expect(() => backend.simulate.open(mail)).to.throw(RangeError, 'bounced');
    expect(() => backend.simulate.bounce(mail)).to.throw(RangeError, 'bounced');
    expect(await metrics()).to.include({ opens: 0, delivered: 0 });
  });

  it('unsubscribe stops everything; a blocked contact stays blocked', async () => {
    const { backend, call, campaignId, other, contactId, mail, contact } = await sent();
    backend.simulate.unsubscribe(mail);
    expect(await contact()).to.include({ status: 'UNSUBSCRIBED', emailStatus: 'VALID' });
    expect(await standing(call, campaignId, contactId)).to.equal('STOPPED UNSUBSCRIBED');
    expect(await standing(call, other, contactId)).to.equal('STOPPED UNSUBSCRIBED');
    await call(`PATCH /contacts/${contactId}`, { status: 'BLOCKED' });
    backend.simulate.unsubscribe(mail);
    expect(await contact()).to.include({ status: 'BLOCKED' });
  });

  it('emailStatus VALID enrols who only lacked that', async () => {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    const campaignId = await runningCampaign(call, 'Nurture', [groupId], { steps });
    const contactId = await newContact(call, 'ada@example.com');
    backend.simulate.emailStatus(contactId, 'INVALID');
    await call(`PUT /groups/${groupId}/contacts/${contactId}`);
    expect(await standing(call, campaignId, contactId)).to.equal('none');
    expect(backend.inbox).to.be.empty;
    backend.simulate.emailStatus(contactId, 'VALID');
    expect(await standing(call, campaignId, contactId)).to.equal('ACTIVE');
    expect(backend.inbox).to.have.length(1);
  });

  it('completeCampaign is for one that runs or is paused', async () => {
    const { backend, call, campaignId, contactId } = await sent();
    backend.simulate.completeCampaign(campaignId);
    expect((await call(`GET /campaigns/${campaignId}`)).body).to.include({
      status: 'COMPLETED',
      active: false,
    });
    expect(await standing(call, campaignId, contactId)).to.equal('STOPPED CAMPAIGN_COMPLETED');
    expect(() => backend.simulate.completeCampaign(campaignId)).to.throw(Error, 'COMPLETED');
    expect(() => backend.simulate.completeCampaign('cmp_none')).to.throw(RangeError, 'cmp_none');
  });

  it('refuses mails and contacts that are not there, and changes nothing', async () => {
    const { backend, call, contactId, mail } = await sent();
    await call(`DELETE /contacts/${contactId}`);
    const told: unknown[] = [];
    backend.changes.subscribe((change) => told.push(change));
    for (const act of ['open', 'click', 'reply', 'bounce', 'unsubscribe'] as const) {
      expect(() => backend.simulate[act]('mail_none')).to.throw(RangeError, 'mail_none');
      expect(() => backend.simulate[act](mail)).to.throw(RangeError, contactId);
    }
    expect(() => backend.simulate.emailStatus('con_none', 'VALID')).to.throw(RangeError, 'con_none');
    expect(told).to.be.empty;
  });
});

describe('simulate.engagement', () => {
  async function many(seed: string) {
    const { backend, call } = backendWithCall({ seed });
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    await runningCampaign(call, 'Nurture', [groupId], { steps });
    const items = Array.from({ length: 250 }, (_, index) => ({ email: `lead${index}@example.com`, groupId }));
    await call('POST /contacts/batch', { items });
    return { backend, call };
  }

  it('opens about as many mails as said, decided by the seed, and no mail twice', async () => {
    const { backend, call } = await many('a');
    const shares = { opens: 0.4, clicks: 0.1 };
    const done = backend.simulate.engagement(shares);
    expect(done.opens).to.be.within(70, 130);
    expect(done.clicks).to.be.within(10, 45);
    expect(backend.simulate.engagement(shares)).to.deep.equal({ opens: 0, clicks: 0 });
    const [campaign] = (await call('GET /campaigns')).body.data;
    const totals = (await call(`GET /campaigns/${campaign?.id}/groups`)).body.campaignTotals;
    expect(totals).to.include({ delivered: 250, uniqueOpens: done.opens, uniqueClicks: done.clicks });
    expect((await many('a')).backend.simulate.engagement(shares)).to.deep.equal(done);
    backend.clock.advance(24 * hour);
    expect(backend.simulate.engagement({ opens: 1, clicks: 1 }).opens).to.equal(500 - done.opens);
  });

  it('refuses shares that are none', () => {
    const { backend } = backendWithCall();
    for (const [opens, clicks] of [
      [1.1, 0],
      [0.1, 0.2],
      [0.5, -1],
      [Number.NaN, 0],
    ] as const) {
      expect(() => backend.simulate.engagement({ opens, clicks })).to.throw(RangeError, 'Shares');
    }
  });
});
