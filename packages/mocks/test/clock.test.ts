import { createMockBackend } from '@fluenzr/mocks';
import { expect } from 'chai';
import { backendWithCall, newContact, newGroup, runningCampaign, standing } from './caller.js';

const hour = 3_600_000;
const steps = [
  { type: 'SEND_EMAIL', subject: 'First', body: 'First' },
  { type: 'WAIT', duration: 'P1DT2H' },
  { type: 'SEND_EMAIL', subject: 'Second for @contact.first_name', body: 'Second' },
  { type: 'END' },
  { type: 'SEND_EMAIL', subject: 'Never', body: 'Never' },
];

describe('The clock', () => {
  it('stands still, and begins where it is told', () => {
    const backend = createMockBackend();
    expect(backend.clock.now()).to.equal(Date.parse('2026-01-05T09:00:00.000Z'));
    expect(createMockBackend({ now: '2026-11-23T09:24:06Z' }).clock.now()).to.equal(1_795_425_846_000);
    expect(() => createMockBackend({ now: 'soon' })).to.throw(TypeError, 'give a date');
    expect(() => createMockBackend({ clock: 'reel' as 'real' })).to.throw(TypeError, 'give virtual or real');
    expect(() => createMockBackend({ rateLimits: 5 } as object)).to.throw(TypeError, 'no option rateLimits');
    expect(() => backend.clock.advance(-1)).to.throw(RangeError);
  });

  it('runs the workflow: each e-mail at its time, rendered for the contact as it is then', async () => {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    const campaignId = await runningCampaign(call, 'Nurture', [groupId], { steps });
    const contactId = await newContact(call, 'ada@example.com', { groupId });
    backend.clock.advance(26 * hour - 1);
    expect(backend.inbox.map((mail) => mail.subject)).to.deep.equal(['First']);
    await call(`PATCH /contacts/${contactId}`, { firstName: 'Ada' });
    backend.clock.advance(24 * 30 * hour);
    expect(backend.inbox.map((mail) => mail.subject)).to.deep.equal(['First', 'Second for Ada']);
    expect(backend.inbox[1]?.sentAt).to.equal('2026-01-06T11:00:00.000Z');
    expect(await standing(call, campaignId, contactId)).to.equal('COMPLETED');
    const { body } = await call(`GET /contacts/${contactId}/enrollments`);
    expect(body.data[0]?.metrics).to.include({
      sent: 2,
      delivered: 2,
      lastEventAt: '2026-01-06T11:00:00.000Z',
    });
  });

  it('sends nothing to who left the campaign meanwhile', async () => {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    await runningCampaign(call, 'Nurture', [groupId], { steps });
    const contactId = await newContact(call, 'ada@example.com', { groupId });
    await call(`PATCH /contacts/${contactId}`, { status: 'UNSUBSCRIBED' });
    backend.clock.advance(48 * hour);
    expect(backend.inbox).to.have.length(1);
  });

  it('of mode real follows the machine, and does what is due by itself', async () => {
    const { backend, call } = backendWithCall({ clock: 'real' });
    expect(backend.clock.now()).to.be.closeTo(Date.now(), 60_000);
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    await runningCampaign(call, 'Nurture', [groupId], { steps });
    await newContact(call, 'ada@example.com', { groupId });
    const second = new Promise<void>((resolve) => {
      backend.changes.subscribe(({ kind, action }) => {
        if (kind === 'mail' && action === 'created') resolve();
      });
    });
    backend.clock.advance(26 * hour - 20); // the last 20 ms pass by themselves
    const alive = setInterval(() => undefined, 1000); // the backend's own timer keeps no process running
    await second;
    clearInterval(alive);
    expect(backend.inbox.map((mail) => mail.subject)).to.include('Second for ');
  });
});

describe('A snapshot', () => {
  /** A backend in the middle of a story. */
  async function story() {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    const campaignId = await runningCampaign(call, 'Nurture', [groupId], { steps });
    await call('POST /contacts', { email: 'ada@example.com', groupId }, { 'Idempotency-Key': 'k1' });
    backend.clock.advance(hour);
    return { backend, call, groupId, campaignId };
  }

  it('restores to equal answers, in another backend too, which goes on from there', async () => {
    const { backend, call, groupId, campaignId } = await story();
    const snapshot = backend.snapshot();
    expect(JSON.parse(JSON.stringify(snapshot))).to.deep.equal(snapshot);
    const other = backendWithCall();
    other.backend.restore(snapshot);
    for (const path of [
      '/contacts',
      '/groups',
      `/groups/${groupId}/contacts`,
      `/campaigns/${campaignId}/enrollments`,
    ]) {
      expect((await other.call(`GET ${path}`)).text, path).to.equal((await call(`GET ${path}`)).text);
    }
    const replayed = await other.call(
      'POST /contacts',
      { email: 'ada@example.com', groupId },
      { 'Idempotency-Key': 'k1' },
    );
    expect(replayed.headers.get('Idempotency-Replayed')).to.equal('true');
    for (const each of [backend, other.backend]) each.clock.advance(30 * hour);
    expect(other.backend.inbox).to.deep.equal(backend.inbox);
    expect(other.backend.inbox).to.have.length(2);
    expect(await newContact(other.call, 'grace@example.com')).to.equal(
      await newContact(call, 'grace@example.com'),
    );
  });

  it('is a copy: what happens later is not in it, and changing it changes nothing', async () => {
    const { backend, call } = await story();
    const snapshot = backend.snapshot();
    const copy = structuredClone(snapshot);
    await newContact(call, 'grace@example.com');
    expect(snapshot).to.deep.equal(copy);
    backend.restore(snapshot);
    expect((await call('GET /contacts')).body.data).to.have.length(1);
    (snapshot.tables.contacts as unknown[]).length = 0;
    expect((await call('GET /contacts')).body.data).to.have.length(1);
  });

  it('is all that restore takes', () => {
    const backend = createMockBackend();
    expect(() => backend.restore({} as never)).to.throw(TypeError, 'snapshot()');
  });
});

describe('The same seed and the same calls', () => {
  it('give the same ids; another seed gives others', async () => {
    const first = await newContact(backendWithCall().call, 'ada@example.com');
    expect(await newContact(backendWithCall().call, 'ada@example.com')).to.equal(first);
    expect(await newContact(backendWithCall({ seed: 'other' }).call, 'ada@example.com')).to.not.equal(first);
  });
});

describe('The change log', () => {
  it('tells of everything that a lead caused, the groups it joined on the contact itself', async () => {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    await runningCampaign(call, 'Nurture', [groupId]);
    const told: unknown[] = [];
    const stop = backend.changes.subscribe(({ kind, action, groups }) =>
      told.push([kind, action, ...(groups ? [groups] : [])]),
    );
    const contactId = await newContact(call, 'ada@example.com', { groupId });
    expect(told).to.deep.equal([
      ['contact', 'created', { added: [groupId], removed: [] }],
      ['enrollment', 'created'],
      ['mail', 'created'],
    ]);
    told.length = 0;
    await call(`DELETE /groups/${groupId}/contacts/${contactId}`);
    expect(told).to.deep.equal([['contact', 'updated', { added: [], removed: [groupId] }]]);
    stop();
    await newContact(call, 'grace@example.com', { groupId });
    expect(told).to.have.length(1);
  });
});
