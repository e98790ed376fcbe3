import { expect } from 'chai';
import { backendWithCall, newCampaign, newGroup, runningCampaign, standing } from './caller.js';

describe('The first lead', () => {
  it('goes from a form into the group and the campaign, and its first e-mail is in the inbox', async () => {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    const campaignId = await runningCampaign(call, 'Nurture inbound leads', [groupId]);
    const { status, headers, body } = await call('POST /contacts', {
      email: ' Ada@Example.com ',
      firstName: 'Ada',
      lastName: 'Lovelace',
      groupId,
    });
    expect(status).to.equal(201);
    expect(headers.get('Location')).to.equal(`/api/v1/contacts/${body.id}`);
    expect(body).to.include({ email: 'ada@example.com', status: 'ACTIVE', emailStatus: 'VALID', version: 1 });
    expect(body.groups.map((group) => group.name)).to.deep.equal(['[DYN] Inbound Leads']);
    expect(body.enrollments).to.deep.equal([{ campaignId, status: 'ENROLLED' }]);
    const members = await call(`GET /groups/${groupId}/contacts?include=total`);
    expect(members.body.page).to.deep.equal({ nextCursor: null, hasMore: false, total: 1 });
    expect(members.body.data[0]).to.include({ id: body.id, source: 'API' });
    expect(backend.inbox).to.have.length(1);
    expect(backend.inbox[0]).to.deep.include({
      to: 'ada@example.com',
      subject: 'Welcome, Ada',
      body: 'You are in [DYN] Inbound Leads.',
      errors: [],
    });
  });

  it('is enrolled in both running campaigns of a dynamic group, and added again in none twice', async () => {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, '[DYN] LinkedIn Inbound');
    const first = await runningCampaign(call, 'LinkedIn welcome', [groupId]);
    const second = await runningCampaign(call, 'Product news', [groupId]);
    const lead = { email: 'grace@example.com', groupId };
    const created = await call('POST /contacts', lead);
    expect(created.body.enrollments).to.have.deep.members([
      { campaignId: first, status: 'ENROLLED' },
      { campaignId: second, status: 'ENROLLED' },
    ]);
    const again = await call('POST /contacts', lead);
    expect(again.status).to.equal(200);
    expect(again.body.enrollments).to.have.deep.members([
      { campaignId: first, status: 'SKIPPED', reason: 'ALREADY_ENROLLED' },
      { campaignId: second, status: 'SKIPPED', reason: 'ALREADY_ENROLLED' },
    ]);
    const enrollments = await call(`GET /contacts/${created.body.id}/enrollments`);
    expect(enrollments.body.data).to.have.length(2);
    expect(backend.inbox).to.have.length(2);
  });

  it('is not enrolled through a static group, nor in a campaign that does not run; each skip has its reason', async () => {
    const { backend, call } = backendWithCall();
    const staticId = await newGroup(call, 'LinkedIn Leads Q4', 'STATIC');
    const dynamicId = await newGroup(call, '[DYN] Website Form');
    const running = await runningCampaign(call, 'Nurture', [staticId]);
    const draft = await newCampaign(call, 'Draft');
    await call(`PUT /campaigns/${draft}/groups/${dynamicId}`);
    const { body } = await call('POST /contacts', {
      email: 'ada@example.com',
      groupIds: [staticId, dynamicId],
    });
    expect(body.enrollments).to.have.deep.members([
      { campaignId: running, status: 'SKIPPED', reason: 'NO_QUALIFYING_GROUP' },
      { campaignId: draft, status: 'SKIPPED', reason: 'CAMPAIGN_NOT_ACTIVE' },
    ]);
    expect(await standing(call, running, body.id)).to.equal('none');
    expect(backend.inbox).to.be.empty;
  });

  it('is not enrolled when the request says enroll: false', async () => {
    const { call } = backendWithCall();
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    const campaignId = await runningCampaign(call, 'Nurture', [groupId]);
    const { body } = await call('POST /contacts', { email: 'ada@example.com', groupId, enroll: false });
    expect(body.enrollments).to.deep.equal([
      { campaignId, status: 'SKIPPED', reason: 'NO_QUALIFYING_GROUP' },
    ]);
  });
});

describe('A known e-mail address', () => {
  const known = { email: 'ada@example.com', firstName: 'Ada', tags: ['vip'] };

  it('joins the group and has only its blanks filled, unless told otherwise', async () => {
    const { call } = backendWithCall();
    const groupId = await newGroup(call, 'Active Customers', 'STATIC');
    const created = await call('POST /contacts', known);
    const { status, body } = await call('POST /contacts', {
      email: 'ADA@example.com',
      firstName: 'Someone',
      lastName: 'Lovelace',
      tags: ['vip', 'customer'],
      groupId,
    });
    expect(status).to.equal(200);
    expect(body).to.include({ id: created.body.id, firstName: 'Ada', lastName: 'Lovelace', version: 2 });
    expect(body.tags).to.deep.equal(['vip', 'customer']);
    expect(body.groups.map((group) => group.id)).to.deep.equal([groupId]);
  });

  it('is overwritten with onConflict UPDATE', async () => {
    const { call } = backendWithCall();
    await call('POST /contacts', known);
    const { body } = await call('POST /contacts', {
      email: known.email,
      firstName: 'Augusta',
      tags: [],
      onConflict: 'UPDATE',
    });
    expect(body.firstName).to.equal('Augusta');
    expect(body.tags).to.deep.equal([]);
  });

  it('is refused with onConflict ERROR', async () => {
    const { call } = backendWithCall();
    const created = await call('POST /contacts', known);
    const { status, body } = await call('POST /contacts', { email: known.email, onConflict: 'ERROR' });
    expect(status).to.equal(409);
    expect(body).to.include({ code: 'CONTACT_EXISTS', existingId: created.body.id });
  });
});
