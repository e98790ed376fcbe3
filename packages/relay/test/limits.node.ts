import { expect } from 'chai';
import fc from 'fast-check';
import type { Store } from '../src/index.js';
import { networkOf } from '../src/limits.js';
import { createWorld, lead, memoryStore, refusalOf } from './world.js';

describe('the network of an address', () => {
  for (const [address, network] of [
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unknown', 'unknown'],
    // as proxies write them
    ['203.0.113.7:51234', '203.0.113.7'],
    ['[2001:db8:1:2::9]:51234', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::9]', '2001:db8:1:2::/64'],
    ['[::ffff:203.0.113.7]:443', '203.0.113.7'],
    // an IPv4 address in other clothes
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
  ] as const) {
    it(`of ${address} is ${network}`, () => expect(networkOf(address)).to.equal(network));
  }

  it('is the same for every address of a /64, however it is written', () => {
    fc.assert(
      fc.property(
        fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 0, max: 0xffff }))),
        fc.ipV6(),
        (prefix, other) => {
          const head = prefix.map((group) => group.toString(16)).join(':');
          expect(networkOf(`${head}:1:2:3:4`)).to.equal(networkOf(`${head.toUpperCase()}:0:0:0:1`));
          expect(networkOf(other)).to.match(/^(?:[0-9a-f]{1,4}:){4}:\/64$|^\d+\.\d+\.\d+\.\d+$/);
        },
      ),
    );
  });
});

describe('limits', () => {
  let store: Store;
  let empty: () => Promise<void>;
  before(async () => ({ store, empty } = await memoryStore()));
  beforeEach(() => empty());
  after(() => store.close());

  const wide = { max: 1000, seconds: 60 };
  const two = { max: 2, seconds: 60 };

  const cases = [
    [
      'network',
      { limits: { network: two, address: wide, form: wide } },
      (n: number) => ({ address: `2001:db8::${n}` }),
    ],
    [
      'address',
      { limits: { network: wide, address: two, form: wide } },
      () => ({ email: 'Ada@fintech.example' }),
    ],
    [
      'mailbox, whatever its tag,',
      { limits: { network: wide, address: two, form: wide } },
      (n: number) => ({ email: `ada+${n}@fintech.example` }),
    ],
    [
      'form',
      { limits: { network: wide, address: wide, form: two } },
      (n: number) => ({ address: `203.0.113.${n}` }),
    ],
  ] as const;
  for (const [what, form, vary] of cases) {
    it(`hold per ${what}, and end with the window`, async () => {
      const world = await createWorld({ store, form });
      const send = (n: number) => {
        const { address = '203.0.113.7', ...members } = vary(n) as { address?: string; email?: string };
        return world.post(lead(members), { address });
      };
      world.clock.advance(15_000);
      expect((await send(1)).status).to.equal(202);
      expect((await send(2)).status).to.equal(202);
      const third = await send(3);
      expect(third.headers.get('retry-after')).to.equal('45');
      expect(await refusalOf(third)).to.include({ status: 429, code: 'RATE_LIMITED' });
      world.clock.advance(45_000);
      expect((await send(4)).status).to.equal(202);
    });
  }

  it('hold for all forms together', async () => {
    const world = await createWorld({ store, limit: two });
    const statuses = [];
    for (let n = 0; n < 3; n += 1)
      statuses.push((await world.post(lead(), { address: `203.0.113.${n}` })).status);
    expect(statuses).to.deep.equal([202, 202, 429]);
  });

  it('are shared by relays on one store', async () => {
    const form = { limits: { network: two, address: wide, form: wide } };
    const relays = [await createWorld({ store, form }), await createWorld({ store, form })] as const;
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await relays[n % 2 === 0 ? 0 : 1].post(lead())).status);
    expect(statuses).to.deep.equal([202, 202, 429]);
  });

  it('are exact when many submissions come at once', async () => {
    const world = await createWorld({ store, form: { limits: { network: { max: 7, seconds: 60 } } } });
    const answers = await Promise.all(Array.from({ length: 60 }, () => world.post(lead())));
    const accepted = answers.filter(({ status }) => status === 202);
    expect(accepted).to.have.length(7);
    expect(answers.filter(({ status }) => status === 429)).to.have.length(53);
  });

  it('that one network exceeds do not use up those of everybody', async () => {
    const world = await createWorld({
      store,
      form: { limits: { network: two, address: wide, form: { max: 4, seconds: 60 } } },
    });
    for (let n = 0; n < 20; n += 1) await world.post(lead(), { address: '203.0.113.7' });
    expect((await world.post(lead(), { address: '203.0.113.8' })).status).to.equal(202);
  });

  it('count refused submissions too, so that nobody tries for free', async () => {
    const world = await createWorld({ store, form: { limits: { network: two, address: wide, form: wide } } });
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await world.post(lead({ tags: [] }))).status);
    expect(statuses).to.deep.equal([422, 422, 429]);
  });

  it('let a repetition through, because it asks for nothing new', async () => {
    const world = await createWorld({
      store,
      form: { limits: { network: { max: 1, seconds: 60 }, address: wide, form: wide } },
    });
    const submission = lead();
    const statuses = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await world.post(submission)).status);
    expect(statuses).to.deep.equal([202, 202, 202, 202, 202]);
  });

  it('hold for confirm pages and challenges', async () => {
    const world = await createWorld({ store });
    let status = 0;
    let visits = 0;
    for (; status !== 429 && visits < 200; visits += 1)
      status = (await world.request('/confirm/guess')).status;
    expect(visits).to.equal(121);
  });
});
