import { createMockBackend, type MockBackendOptions } from '@fluenzr/mocks';
import { expect } from 'chai';
import { backendWithCall } from './caller.js';

describe('The scenario "agency"', () => {
  it('has the groups that an agency has, untidy ones too', async () => {
    const { call } = backendWithCall({ scenario: 'agency', rateLimit: Infinity });
    const { body } = await call('GET /groups?limit=200');
    const names = body.data.map((group) => group.name);
    for (const name of [
      '[DYN] LinkedIn Inbound',
      '[DYN] Website Form',
      'Trade Show Paris 2026',
      'Active Customers',
      'Churned Customers',
      'Fintech Prospects',
      'VIPs',
    ]) {
      expect(names).to.include(name);
    }
    for (const group of body.data) {
      const { total } = group.counts as { total: number };
      if (group.name === 'Test') expect(total).to.equal(0);
      else expect(total, String(group.name)).to.be.above(5);
      expect(group.status).to.equal(group.type === 'SMART' ? 'READY' : 'ACTIVE');
    }
    const { data: suggestions } = (await call('GET /groups/suggestions')).body;
    expect(new Set(suggestions.map(({ kind }) => kind))).to.deep.equal(
      new Set(['DUPLICATE_NAME', 'OVERLAP', 'UNUSED', 'EMPTY', 'UNPREFIXED_DYNAMIC']),
    );
    expect((await call('GET /contacts?include=total')).body.page.total).to.equal(600);
  });

  it('has campaigns with a history, which ends now', async () => {
    const { backend, call } = backendWithCall({ scenario: 'agency', rateLimit: Infinity });
    const { data: campaigns } = (await call('GET /campaigns?sort=name')).body;
    expect(campaigns.map(({ name, status }) => `${String(name)}: ${String(status)}`)).to.deep.equal([
      'Customer Newsletter: RUNNING',
      'Fintech Outreach: DRAFT',
      'Inbound Nurturing: RUNNING',
      'Trade Show Invitation: RUNNING',
      'Win Back: PAUSED',
    ]);
    const inbound = (await call('GET /groups?q=website')).body.data[0]?.id ?? '';
    const figures = (await call(`GET /groups/${inbound}/statistics?from=2025-09-07`)).body;
    expect(figures.averageEngagementRate).to.be.within(0.4, 0.95);
    expect(figures.lastCampaignSent).to.include({ name: 'Inbound Nurturing' });
    const series = figures.series as { total: number; joined: number; opens: number; clicks: number }[];
    expect(series[0]?.total).to.equal(0);
    const weeksWith = (what: 'joined' | 'opens' | 'clicks') =>
      series.filter((point) => point[what] > 0).length;
    expect(weeksWith('joined')).to.be.above(40);
    expect(weeksWith('opens')).to.be.above(40);
    expect(weeksWith('clicks')).to.be.above(10);
    expect(backend.clock.now()).to.equal(Date.UTC(2026, 0, 5, 9));
    expect(backend.inbox.at(-1)?.sentAt).to.match(/^2026-01-0[345]/);
    expect(backend.inbox.filter((mail) => mail.errors.length > 0)).to.be.empty;
    expect(backend.stepErrors).to.be.empty;
    backend.clock.advance(7 * 24 * 3_600_000);
    expect(backend.inbox.at(-1)?.sentAt).to.match(/^2026-01-1/); // and it goes on
  });

  it('is the same for the same seed, and another for another', () => {
    const snapshot = (options: MockBackendOptions) =>
      createMockBackend({ scenario: 'agency', contacts: 50, ...options }).snapshot();
    expect(snapshot({ seed: 'one' })).to.deep.equal(snapshot({ seed: 'one' }));
    const emails = (seed: string) => snapshot({ seed }).tables.contacts.map((contact) => contact.email);
    expect(emails('one')).to.not.deep.equal(emails('two'));
  });

  it('comes back on reset', async () => {
    const backend = createMockBackend({ scenario: 'agency', contacts: 20 });
    const before = backend.snapshot();
    backend.clock.advance(30 * 24 * 3_600_000);
    await backend.reset();
    expect(backend.snapshot()).to.deep.equal(before);
  });

  for (const contacts of [0, 1, 7, 100]) {
    it(`has ${contacts} contacts when told so`, () => {
      const { tables } = createMockBackend({ scenario: 'agency', contacts }).snapshot();
      expect(tables.contacts).to.have.length(contacts);
    });
  }

  it('is refused when it is not known, or the number of contacts makes no sense', () => {
    for (const contacts of [-1, 1.5, Number.NaN, 1_000_001]) {
      expect(() => createMockBackend({ scenario: 'agency', contacts })).to.throw(TypeError, 'contacts');
    }
    expect(() => createMockBackend({ contacts: 200 })).to.throw(TypeError, "give scenario: 'agency' with it");
    const scenario = 'school' as 'agency';
    expect(() => createMockBackend({ scenario })).to.throw(TypeError, 'agency');
  });
});
