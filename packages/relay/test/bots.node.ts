import { expect } from 'chai';
import type { FormInput, Store } from '../src/index.js';
import { createWorld, lead, memoryStore, refusalOf, site } from './world.js';

describe('bots', () => {
  let store: Store;
  let empty: () => Promise<void>;
  before(async () => ({ store, empty } = await memoryStore()));
  beforeEach(() => empty());
  after(() => store.close());

  const quarantined: [
    what: string,
    form: Partial<FormInput>,
    members: Record<string, unknown>,
    reasons: string[],
  ][] = [
    ['fills in the trap', { honeypot: 'k7_qvw' }, { k7_qvw: 'Example Ltd' }, ['HONEYPOT_FILLED']],
    ['needs no second', {}, { startedAt: '2027-01-04T08:59:59.500Z' }, ['UNDER_A_SECOND']],
    ['puts advertising into a name', {}, { firstName: 'Win at casino-royal.top' }, ['LINK_IN_NAME']],
    [
      'is quick and full of links',
      { fields: { note: {} } },
      {
        startedAt: '2027-01-04T08:59:58Z',
        fields: { note: 'http://a.example http://b.example https://c.example' },
      },
      ['UNDER_THREE_SECONDS', 'MANY_LINKS'],
    ],
    ['has a throw-away address', {}, { email: 'x@mailinator.com' }, ['DISPOSABLE_EMAIL']],
    ['has a throw-away address below a domain', {}, { email: 'x@eu.mailinator.com' }, ['DISPOSABLE_EMAIL']],
    [
      'has a free address where that is not wanted',
      { mail: { free: 'quarantine' } },
      { email: 'x@gmail.com' },
      ['FREE_EMAIL'],
    ],
  ];
  for (const [what, form, members, reasons] of quarantined) {
    it(`who ${what} waits for review, with the same answer as all`, async () => {
      const world = await createWorld({ store, form });
      const good = await world.post(lead());
      const response = await world.post(lead(members));
      expect(response.status).to.equal(good.status);
      expect(Object.keys((await response.json()) as object)).to.deep.equal(['receiptId', 'status']);
      await world.relay.work();
      expect(await world.contacts()).to.have.length(1);
      expect((await store.leads.list('QUARANTINED', 5)).map((kept) => kept.reasons)).to.deep.equal([reasons]);
    });
  }

  for (const [what, form, members] of [
    ['leaves the trap alone', { honeypot: 'k7_qvw' }, { k7_qvw: '' }],
    ['uses autofill and hurries', {}, { startedAt: '2027-01-04T08:59:57.500Z' }],
    ['has a free address', {}, { email: 'ada@gmail.com' }],
    ['has a clock that is an hour ahead', {}, { startedAt: '2027-01-04T10:00:00Z' }],
    ['had the form open for a week', {}, { startedAt: '2026-12-28T09:00:00Z' }],
  ] as const) {
    it(`a person who ${what} does not wait`, async () => {
      const world = await createWorld({ store, form });
      await world.post(lead(members));
      await world.relay.work();
      expect(await world.contacts()).to.have.length(1);
    });
  }

  it('the trap works in a plain form too', async () => {
    const world = await createWorld({ store, form: { honeypot: 'k7_qvw' } });
    expect((await world.postForm({ email: 'ada@fintech.example', k7_qvw: 'x' })).status).to.equal(202);
    expect(await store.leads.list('QUARANTINED', 5)).to.have.length(1);
  });

  it('an address can be refused by the form, and by the list of the owner', async () => {
    const world = await createWorld({
      store,
      form: { mail: { disposable: 'refuse', free: 'refuse' } },
      disposableDomains: ['throwaway.example'],
    });
    for (const [email, code] of [
      ['x@mailinator.com', 'DISPOSABLE_EMAIL'],
      ['x@throwaway.example', 'DISPOSABLE_EMAIL'],
      ['x@gmail.com', 'FREE_EMAIL'],
    ] as const) {
      expect((await refusalOf(await world.post(lead({ email })))).pointers).to.deep.equal([`/email ${code}`]);
    }
  });

  it('tell a page which trap to set', async () => {
    const world = await createWorld({ store, form: { honeypot: 'k7_qvw' } });
    const response = await world.request('/forms/frm_website/challenge', { headers: { origin: site } });
    expect(await response.json()).to.deep.equal({ kind: 'none', honeypot: 'k7_qvw' });
  });
});
