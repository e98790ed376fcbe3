import { expect } from 'chai';
import * as fc from 'fast-check';
import { createMockBackend } from '@fluenzr/mocks';
import { Clock } from '../src/clock.js';
import { statisticsOf } from '../src/domain/statistics.js';
import { suggestionsFor } from '../src/domain/suggestions.js';
import { Store } from '../src/store/store.js';
import { backendWithCall, caller, newContact, newGroup, runningCampaign, type Call } from './caller.js';

const day = 24 * 3_600_000;
const nothing = { delivered: 0, openers: 0, clickers: 0, engaged: 0 };

const statistics = async (call: Call, groupId: string, query = '') =>
  (await call(`GET /groups/${groupId}/statistics${query}`)).body;

describe('GET /groups/{id}/statistics', () => {
  it('of a new group is zeros, and null where there is nothing to divide by', async () => {
    const { call } = backendWithCall();
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    const { series, ...figures } = await statistics(call, groupId);
    expect(figures).to.deep.equal({
      total: 0,
      active: 0,
      inactive: 0,
      averageEngagementRate: null,
      lastCampaignSent: null,
      type: 'DYNAMIC',
      activeCampaignCount: 0,
      engagement: nothing,
      asOf: '2026-01-05T09:00:00.000Z',
    });
    expect(series).to.have.length(30);
    expect((series as unknown[]).at(-1)).to.deep.equal({
      date: '2026-01-05',
      total: 0,
      joined: 0,
      left: 0,
      opens: 0,
      clicks: 0,
    });
    expect((series as { date: string }[])[0]?.date).to.equal('2025-12-07');
  });

  it('counts members once, however many campaigns they are in', async () => {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    const other = await newGroup(call, '[DYN] Website Form');
    await runningCampaign(call, 'Nurture', [groupId]);
    backend.clock.advance(1000);
    const newsletter = await runningCampaign(call, 'Newsletter', [groupId, other]);
    const ada = await newContact(call, 'ada@example.com', { groupId });
    await newContact(call, 'grace@example.com', { groupId });
    await newContact(call, 'stranger@example.com', { groupId: other });
    const mailsOf = (to: string) => backend.inbox.filter((mail) => mail.to === to);
    for (const mail of mailsOf('ada@example.com')) {
      backend.simulate.open(mail);
      backend.simulate.open(mail);
      backend.simulate.click(mail);
    }
    for (const mail of mailsOf('stranger@example.com')) backend.simulate.open(mail);
    const [first] = mailsOf('grace@example.com');
    backend.simulate.open(first ?? '');
    await call(`PATCH /contacts/${ada}`, { status: 'UNSUBSCRIBED' });
    const figures = await statistics(call, groupId);
    expect(figures).to.deep.include({
      total: 2,
      active: 1,
      inactive: 1,
      // Nurture: both of two engaged; Newsletter: one of two.
      averageEngagementRate: 0.75,
      lastCampaignSent: { id: newsletter, name: 'Newsletter', sentAt: '2026-01-05T09:00:01.000Z' },
      activeCampaignCount: 2,
      engagement: { delivered: 2, openers: 2, clickers: 1, engaged: 2 },
    });
    expect((figures.series as object[]).at(-1)).to.deep.include({ total: 2, joined: 2, opens: 5, clicks: 2 });
    expect((await call(`GET /groups/${groupId}?include=statistics`)).body.statistics).to.deep.equal(figures);
    const both = (await call(`GET /groups/${groupId}?include=statistics,campaigns`)).body;
    expect((both.campaigns as { name: string }[]).map(({ name }) => name)).to.deep.equal([
      'Nurture',
      'Newsletter',
    ]);
  });

  it('does not count what bounced', async () => {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    await runningCampaign(call, 'Nurture', [groupId]);
    await newContact(call, 'ada@example.com', { groupId });
    backend.simulate.bounce(backend.inbox[0] ?? '');
    expect(await statistics(call, groupId)).to.deep.include({
      engagement: nothing,
      averageEngagementRate: null,
    });
  });

  it('is of those who are members now, with what they did before', async () => {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    const customers = await newGroup(call, 'Active Customers', 'STATIC');
    await runningCampaign(call, 'Nurture', [groupId]);
    const ada = await newContact(call, 'ada@example.com', { groupId });
    backend.simulate.open(backend.inbox[0] ?? '');
    expect((await statistics(call, customers)).engagement).to.deep.equal(nothing);
    await call(`PUT /groups/${customers}/contacts/${ada}`);
    const engaged = { delivered: 1, openers: 1, clickers: 0, engaged: 1 };
    expect((await statistics(call, customers)).engagement).to.deep.equal(engaged);
    await call(`DELETE /groups/${groupId}/contacts/${ada}`);
    expect(await statistics(call, groupId)).to.deep.include({
      engagement: nothing,
      averageEngagementRate: null,
      lastCampaignSent: null,
    });
    await call(`DELETE /contacts/${ada}`);
    expect((await statistics(call, customers)).engagement).to.deep.equal(nothing);
  });

  it('has a series by day and by week, back from the present', async () => {
    const { backend, call } = backendWithCall({ now: '2026-01-01T12:00:00Z' }); // a Thursday
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    await runningCampaign(call, 'Nurture', [groupId]);
    const ada = await newContact(call, 'ada@example.com', { groupId });
    await newContact(call, 'grace@example.com', { groupId });
    backend.clock.advance(2 * day);
    backend.simulate.open(backend.inbox[0] ?? '');
    await call(`DELETE /groups/${groupId}/contacts/${ada}`);
    await call(`PUT /groups/${groupId}/contacts/${ada}`);
    backend.clock.advance(3 * day); // Tuesday
    await newContact(call, 'alan@example.com', { groupId });
    const point = (date: string, total: number, joined = 0, left = 0, opens = 0) => ({
      date,
      total,
      joined,
      left,
      opens,
      clicks: 0,
    });
    expect((await statistics(call, groupId, '?from=2025-12-31')).series).to.deep.equal([
      point('2025-12-31', 0),
      point('2026-01-01', 2, 2),
      point('2026-01-02', 2),
      point('2026-01-03', 2, 1, 1, 1),
      point('2026-01-04', 2),
      point('2026-01-05', 2),
      point('2026-01-06', 3, 1),
    ]);
    expect((await statistics(call, groupId, '?from=2026-01-02&to=2026-01-03')).series).to.deep.equal([
      point('2026-01-02', 2),
      point('2026-01-03', 2, 1, 1, 1),
    ]);
    const weeks = (await statistics(call, groupId, '?from=2025-12-24&interval=week')).series;
    expect(weeks).to.deep.equal([
      point('2025-12-22', 0),
      point('2025-12-29', 2, 3, 1, 1),
      point('2026-01-05', 3, 1),
    ]);
  });

  const refusals: [string, string][] = [
    ['?from=soon', '?from'],
    ['?to=2026-13-01', '?to'],
    ['?from=2026-02-01&to=2026-01-01', '?from'],
    ['?from=1970-01-01', '?from'],
    ['?interval=hour', '?interval'],
  ];
  for (const [query, pointer] of refusals) {
    it(`refuses ${query}`, async () => {
      const { call } = backendWithCall();
      const groupId = await newGroup(call, 'Active Customers', 'STATIC');
      const { status, body } = await call(`GET /groups/${groupId}/statistics${query}`);
      expect([status, body.code]).to.deep.equal([422, 'VALIDATION_FAILED']);
      expect(body.errors?.[0]?.pointer).to.equal(pointer);
    });
  }

  it('of an unknown group is not found', async () => {
    const { call } = backendWithCall();
    expect((await call('GET /groups/grp_none/statistics')).body.code).to.equal('GROUP_NOT_FOUND');
  });

  it('equals what a fresh count gives, after any history', async () => {
    const operation = fc.record({
      kind: fc.constantFrom('join', 'leave', 'open', 'click', 'bounce', 'delete', 'pass', 'refused'),
      contact: fc.nat(5),
      group: fc.nat(2),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 30 }), async (operations) => {
        const backend = createMockBackend({ rateLimit: Infinity });
        const call = caller(backend.fetch, 'https://crm.example.com', backend.apiKey);
        const groups = [];
        for (const name of ['One', 'Two', 'Three']) groups.push(await newGroup(call, name));
        await runningCampaign(call, 'First', groups.slice(0, 2));
        await runningCampaign(call, 'Second', groups.slice(1));
        for (const id of groups) await statistics(call, id); // the sums are kept from here on
        await call('GET /groups/suggestions'); // and what groups have in common
        for (const { kind, contact, group } of operations) {
          const email = `${contact}@example.com`;
          const mail = backend.inbox.filter(({ to }) => to === email).at(-1);
          const id = (await call(`GET /contacts?q=${email}`)).body.data[0]?.id;
          const alive = mail && mail.contactId === id;
          const bounced = backend
            .snapshot()
            .tables.events.some((event) => event.mailId === mail?.id && event.kind === 'bounce');
          if (kind === 'join') await call('POST /contacts', { email, groupId: groups[group] });
          else if (kind === 'refused')
            await call('POST /contacts', { email, groupIds: [groups[group], 'grp_none'] });
          else if (kind === 'pass') backend.clock.advance(day);
          else if (kind === 'leave' && id) await call(`DELETE /groups/${groups[group]}/contacts/${id}`);
          else if (kind === 'delete' && id) await call(`DELETE /contacts/${id}`);
          else if (alive && !bounced && (kind === 'open' || kind === 'click' || kind === 'bounce'))
            backend.simulate[kind](mail);
        }
        const state = backend.snapshot();
        const fresh = new Store(new Clock('virtual', 0), 'fresh');
        fresh.load(state);
        for (const id of groups) {
          const group = fresh.groups.get(id);
          if (!group) throw new Error(`No group ${id}.`);
          expect(await statistics(call, id)).to.deep.equal(statisticsOf(fresh, group, {}));
        }
        expect((await call('GET /groups/suggestions')).body.data).to.deep.equal(suggestionsFor(fresh));
      }),
      { numRuns: 40 },
    );
  });
});
