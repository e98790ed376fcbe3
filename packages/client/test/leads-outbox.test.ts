import { expect } from 'chai';
import fc from 'fast-check';
import { LeadError, Outbox, submitLead } from '@fluenzr/client/leads';
import { backOff } from '../src/leads/kept-lead.js';
import { Device, type Turn, memoryStorage, problem, until } from './leads-fixture.js';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const submit = (outbox: Outbox, email = 'ada@example.com') =>
  submitLead({ endpoint: 'https://leads.example.com', form: 'frm_1', lead: { email } }, outbox);

describe('Outbox', () => {
  let device: Device;
  let outbox: Outbox;

  beforeEach(() => {
    device = new Device();
    outbox = new Outbox(device.window());
  });

  const tries = (): number => device.endpoint.requests.length;

  /** Queues a lead that found this turn. */
  const queued = async (turn: Turn): Promise<void> => {
    device.endpoint.turns.push(turn);
    expect((await submit(outbox)).state).to.equal('queued');
  };

  it('sends after 2 seconds, then doubles the time up to 15 minutes', async () => {
    device.endpoint.otherwise = problem(503);
    await submit(outbox);
    for (const wait of [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900].map((seconds) => seconds * second)) {
      const before = tries();
      device.now += wait - 1;
      await outbox.drain();
      expect(tries(), `${wait} ms less one`).to.equal(before);
      device.now += 1;
      await outbox.drain();
      expect(tries(), `${wait} ms`).to.equal(before + 1);
    }
  });

  it('waits a random part of that, never less than half', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (tries, random) => {
          const longest = Math.min(900_000, 1000 * 2 ** tries);
          expect(backOff(tries, random)).to.be.within(longest / 2, longest);
        },
      ),
    );
  });

  const asked: [string, string, number][] = [
    ['seconds', '120', 2 * minute],
    ['more than the longest back-off', '7200', 2 * hour],
    ['a time', 'Mon, 05 Jan 2026 09:10:00 GMT', 10 * minute],
  ];
  for (const [what, value, wait] of asked)
    it(`honours Retry-After in ${what}, also when the page wakes`, async () => {
      await queued(problem(429, {}, { 'retry-after': value }));
      device.now += wait - 1;
      await outbox.drain(true);
      expect(tries()).to.equal(1);
      device.now += 1;
      await outbox.drain(true);
      expect(tries()).to.equal(2);
    });

  it('sends by itself when the time has come', async () => {
    await queued(problem(503));
    const timer = device.timers.find(({ at }) => at === device.now + 2 * second);
    device.now += 2 * second;
    timer?.work();
    await until(() => device.settled.length > 0);
    expect(device.endpoint.leads.size).to.equal(1);
  });

  for (const type of ['online', 'pageshow', 'visibilitychange'])
    it(`sends at once on ${type} what found no connection`, async () => {
      const window = device.window();
      outbox = new Outbox(window);
      await queued('no connection');
      outbox.start();
      device.endpoint.leads.clear();
      await until(() => device.settled.length === 1); // the start itself wakes
      await queued('no connection');
      window.wake(type);
      await until(() => device.settled.length === 2);
      expect(device.endpoint.leads.size).to.equal(2);
    });

  it('sends on any page of the site what an earlier visit left', async () => {
    await queued('no connection');
    device.now += day;
    new Outbox(device.window()).start();
    await until(() => device.settled.length > 0);
    expect(device.endpoint.leads.size).to.equal(1);
  });

  for (const canBeIdle of [true, false])
    it(`looks at what is stored once as a page begins, ${canBeIdle ? 'when it is idle' : 'soon where it cannot tell that it is idle'}`, async () => {
      const waiting: (() => void)[] = [];
      let looks = 0;
      const { databases } = device.indexedDB;
      device.indexedDB = {
        ...device.indexedDB,
        databases: () => {
          looks += 1;
          return databases?.() ?? Promise.resolve([]);
        },
      };
      const window = device.window();
      const requestIdleCallback = canBeIdle ? (work: () => void) => waiting.push(work) : undefined;
      const turn = () => device.locks?.request('fluenzr-leads', () => undefined);
      new Outbox(Object.assign(window, { requestIdleCallback })).start();
      window.wake('pageshow', false);
      await turn(); // a look that had begun would have come before
      expect(looks).to.equal(0);
      for (const work of [...waiting, ...device.timers.map(({ work }) => work)]) work();
      await turn();
      expect(looks).to.equal(1);
    });

  it('tells the page how it ended', async () => {
    await queued(problem(503));
    device.now += 2 * second;
    await outbox.drain();
    const lead = device.endpoint.requests[0]?.lead;
    expect(device.settled).to.deep.equal([
      { outcome: 'accepted', lead, receiptId: `rcp_${String(lead?.id)}`, error: undefined },
    ]);

    await queued(problem(503));
    device.endpoint.turns.push(
      problem(422, { errors: [{ pointer: '/email', code: 'INVALID_EMAIL_FORMAT', message: '' }] }),
    );
    device.now += 2 * second;
    await outbox.drain();
    expect(device.settled[1]?.outcome).to.equal('refused');
    expect(Object.keys(device.settled[1]?.error?.fieldErrors ?? {})).to.deep.equal(['email']);
    await outbox.drain(true);
    expect(tries(), 'refused for good').to.equal(4);
  });

  it('keeps a promised lead when a proxy answers with a page', async () => {
    await queued(problem(503));
    device.endpoint.turns.push(new Response('<h1>Back soon</h1>'));
    device.now += minute;
    await outbox.drain();
    expect(device.settled).to.be.empty;
    device.now += minute;
    await outbox.drain();
    expect(device.settled[0]?.outcome).to.equal('accepted');
  });

  describe('after 6.5 days', () => {
    it('gives a lead up and says so, and not before', async () => {
      device.endpoint.otherwise = 'no connection';
      await submit(outbox);
      device.now += 6.5 * day - 1;
      await outbox.drain();
      expect(device.settled).to.be.empty;
      device.now += 1;
      const before = tries();
      await outbox.drain();
      expect(device.settled.map(({ outcome, lead }) => [outcome, lead.email])).to.deep.equal([
        ['expired', 'ada@example.com'],
      ]);
      expect(tries()).to.equal(before);
      await outbox.drain();
      expect(device.settled).to.have.length(1);
    });
  });

  it('bears a clock that was set back', async () => {
    await queued(problem(503));
    device.now -= 365 * day;
    await outbox.drain();
    expect(device.settled[0]?.outcome).to.equal('accepted');
  });

  it('bears what others have written into its place', async () => {
    await queued('no connection');
    for (const [index, text] of ['', '{', 'null', '[]', '{"id":"x"}', '{"__proto__":{}}'].entries())
      device.localStorage.setItem(`fluenzr-lead:${index}`, text);
    device.localStorage.setItem('cart', '1');
    device.now += minute;
    await outbox.drain();
    expect(device.endpoint.leads.size).to.equal(1);
    expect(device.localStorage.getItem('cart')).to.equal('1');
    expect(device.settled.map(({ outcome }) => outcome)).to.deep.equal(['accepted']);
  });

  describe('with several tabs and copies of the script', () => {
    it('one sends at a time, and everything is sent once', async () => {
      const tabs = Array.from({ length: 3 }, () => new Outbox(device.window()));
      device.endpoint.otherwise = 'no connection';
      for (const tab of tabs) await submit(tab);
      device.endpoint.otherwise = 'accept';
      device.endpoint.requests.length = 0;
      await Promise.all(tabs.map((tab) => tab.drain(true)));
      expect(tries()).to.equal(3);
      expect(device.endpoint.leads.size).to.equal(3);
    });

    it('none sends a lead again whose first try is under way', async () => {
      let answer: (response: Response) => void = () => undefined;
      const slow = new Outbox({
        ...device.window(),
        fetch: () => new Promise((resolve) => (answer = resolve)),
      });
      const outcome = submit(slow);
      await outbox.drain(true);
      expect(tries()).to.equal(0);
      answer(Response.json({ receiptId: 'rcp_1' }, { status: 202 }));
      expect((await outcome).state).to.equal('accepted');
    });

    it('takes over, after 15 seconds, from a page that died', async () => {
      const dying = new Outbox({
        ...device.window(),
        fetch: () => new Promise(() => undefined),
      });
      void submit(dying);
      await until(() => Object.keys(device.localStorage).length > 0);
      device.now += 15 * second;
      await outbox.drain();
      expect(device.endpoint.leads.size).to.equal(1);
    });

    it('loses and doubles nothing without locks', async () => {
      device.locks = undefined;
      device.endpoint.otherwise = 'no connection';
      const tabs = [outbox, new Outbox(device.window())];
      for (const tab of tabs) await submit(tab);
      device.endpoint.otherwise = 'accept';
      await Promise.all(tabs.map((tab) => tab.drain(true)));
      expect(device.endpoint.leads.size).to.equal(2);
    });
  });

  describe('told by another tab', () => {
    it('knows that its lead was accepted, once, and no other tab hears of it', async () => {
      const windows = [device.window(), device.window(), device.window()] as const;
      const [mine, other, third] = windows.map((window) => new Outbox(window));
      device.endpoint.otherwise = 'no connection';
      const outcome = await submit(mine!);
      await submit(third!, 'bob@example.com');
      device.endpoint.otherwise = 'accept';
      await other!.drain(true);
      const id = outcome.state === 'queued' ? outcome.id : '';
      await until(() => windows[0].settled.length > 0 && windows[2].settled.length > 0);
      expect(windows.map(({ settled }) => settled.map(({ lead }) => lead.email).sort())).to.deep.equal([
        ['ada@example.com'],
        ['ada@example.com', 'bob@example.com'],
        ['bob@example.com'],
      ]);
      expect(windows[0].settled[0]).to.deep.include({ outcome: 'accepted', receiptId: `rcp_${id}` });
    });

    it('knows why its lead was refused', async () => {
      const window = device.window();
      device.endpoint.turns.push('no connection');
      await submit(new Outbox(window));
      device.endpoint.turns.push(
        problem(422, {
          detail: 'No.',
          errors: [{ pointer: '/email', code: 'INVALID_EMAIL_FORMAT', message: '' }],
        }),
      );
      await outbox.drain(true);
      await until(() => window.settled.length > 0);
      const error = window.settled[0]?.error;
      expect(error).to.be.instanceOf(LeadError);
      expect([error?.name, error?.status, Object.keys(error?.fieldErrors ?? {})]).to.deep.equal([
        'LeadError',
        422,
        ['email'],
      ]);
      expect(error?.message).to.contain('No.');
    });

    it('hears once where two copies of the script are on its page', async () => {
      const window = device.window();
      const copies = [new Outbox(window), new Outbox(window)];
      device.endpoint.turns.push('no connection');
      await submit(copies[0]!);
      device.endpoint.turns.push('no connection');
      await submit(copies[1]!, 'bob@example.com');
      await copies[1]!.drain(true);
      await submit(outbox, 'cleo@example.com'); // as much time as the messages take
      await until(() => window.settled.length >= 2);
      expect(window.settled.map(({ lead }) => lead.email).sort()).to.deep.equal([
        'ada@example.com',
        'bob@example.com',
      ]);
    });
  });

  describe('its database', () => {
    const databases = async (): Promise<unknown[]> => (await device.indexedDB.databases?.()) ?? [];
    const own = async (): Promise<number> =>
      (await databases()).filter((each) => (each as { name: string }).name === 'fluenzr').length;

    it('is not made by a page that has nothing to send', async () => {
      await outbox.drain(true);
      expect(await own()).to.equal(0);
    });

    it('is made ahead when a visitor begins, and by the first lead at the latest', async () => {
      outbox.warmUp();
      while ((await own()) === 0) await new Promise((resolve) => setTimeout(resolve));
      const other = new Device();
      await submit(new Outbox(other.window()));
      expect(((await other.indexedDB.databases?.()) ?? []).map(({ name }) => name)).to.include('fluenzr');
    });

    it('gives its leads in browsers that cannot list databases, and when localStorage is gone', async () => {
      await queued('no connection');
      device.localStorage = memoryStorage();
      const { open } = device.indexedDB;
      device.indexedDB = { open };
      await new Outbox(device.window()).drain(true);
      expect(device.endpoint.leads.size).to.equal(1);
    });
  });

  it('sends 50 that wait, in one go', async () => {
    device.endpoint.otherwise = 'no connection';
    for (let index = 0; index < 50; index++) await submit(outbox, `lead-${index}@example.com`);
    device.endpoint.otherwise = 'accept';
    await outbox.drain(true);
    expect(device.endpoint.leads.size).to.equal(50);
    expect(device.settled).to.have.length(50);
  });

  it('loses and doubles nothing, whatever happens', async () => {
    const event = fc.oneof(
      fc.record({
        submit: fc.constantFrom<Turn | 503 | 429>('accept', 'no connection', 'answer lost', 503, 429),
      }),
      fc.record({
        drain: fc.constantFrom<Turn | 503 | 429>('accept', 'no connection', 'answer lost', 503, 429),
      }),
      fc.record({ pass: fc.integer({ min: -hour, max: hour }) }),
      fc.constantFrom('localStorage lost' as const, 'another tab' as const),
    );
    const turnOf = (turn: Turn | 503 | 429): Turn =>
      turn === 503 ? problem(503) : turn === 429 ? problem(429, {}, { 'retry-after': '60' }) : turn;
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 12 }), async (events) => {
        const site = new Device();
        let tab = new Outbox(site.window());
        const promised: string[] = [];
        for (const each of events) {
          if (each === 'localStorage lost') site.localStorage = memoryStorage();
          else if (each === 'another tab') tab = new Outbox(site.window());
          else if ('pass' in each) site.now += each.pass;
          else if ('drain' in each) {
            site.endpoint.otherwise = turnOf(each.drain);
            await tab.drain();
          } else {
            site.endpoint.otherwise = turnOf(each.submit);
            const outcome = await submit(tab, `${promised.length}@example.com`);
            expect(outcome.state).to.be.oneOf(['accepted', 'queued']);
            promised.push(`${promised.length}@example.com`);
          }
        }
        site.endpoint.otherwise = 'accept';
        site.now += 2 * hour;
        await tab.drain();
        await tab.drain();
        expect([...site.endpoint.leads.values()].map(({ email }) => email).sort()).to.deep.equal(
          promised.sort(),
        );
      }),
      { numRuns: 40 },
    );
  });
});
