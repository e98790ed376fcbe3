import { expect } from 'chai';
import fc from 'fast-check';
import type { Listening } from '@fluenzr/mocks';
import { backOff, tries } from '../src/back-off.js';
import type { Store } from '../src/index.js';
import { review } from '../src/node/review.js';
import { backgroundWork } from '../src/work.js';
import { parseForms } from '../src/index.js';
import { createWorld, day, lead, memoryStore, type World } from './world.js';

describe('delivery over HTTP', () => {
  let store: Store;
  let empty: () => Promise<void>;
  let world: World;
  let listening: Listening;
  let key: string;
  /** Idempotency keys of the contacts that were sent. */
  let keys: (string | null)[];
  before(async () => ({ store, empty } = await memoryStore()));
  after(() => store.close());
  beforeEach(async () => {
    await empty();
    let url = '';
    keys = [];
    const proxied = (request: Request) => {
      keys.push(request.headers.get('idempotency-key'));
      return fetch(new Request(request.url.replace('https://crm.example.com', url), request));
    };
    world = await createWorld({
      store,
      upstream: { baseUrl: 'https://crm.example.com', apiKey: () => key, fetch: proxied },
    });
    key = world.backend.apiKey;
    listening = await world.backend.listen();
    url = listening.url;
    await world.startCampaign();
  });
  afterEach(() => listening.close());

  /** Every lead arrived, and its campaign's mail went out once. */
  async function expectOnce(emails: readonly string[]): Promise<void> {
    expect(await world.contacts()).to.deep.equal([...emails].sort());
    expect(world.backend.inbox.map(({ to }) => to).sort()).to.deep.equal([...emails].sort());
    expect(await store.leads.count()).to.deep.equal([]);
  }

  for (const kind of [
    '503',
    '500',
    '429',
    'dropped connection',
    'answer lost after commit',
    'truncated JSON',
    'HTML page',
    'wrong content type',
  ] as const) {
    it(`brings every lead once, through three times "${kind}"`, async () => {
      world.backend.faults.add({ match: 'POST /contacts', kind, times: 3 });
      const submission = lead();
      expect((await world.post(submission)).status).to.equal(202);
      await world.deliverAll(store);
      await expectOnce([submission.email]);
      expect([...new Set(keys)], 'every try under the submission id').to.deep.equal([submission.id]);
    });
  }

  it('brings every lead once through a slow backend', async () => {
    world.backend.faults.add({ match: 'POST /contacts', kind: 'delay', ms: 50, times: 10 });
    const leads = Array.from({ length: 20 }, () => lead());
    await Promise.all(leads.map((submission) => world.post(submission)));
    await world.deliverAll(store);
    await expectOnce(leads.map(({ email }) => email));
  });

  it('brings 100 leads once through a backend that fails half of the time in every way', async () => {
    for (const kind of [
      '503',
      'dropped connection',
      'answer lost after commit',
      'truncated JSON',
      'HTML page',
    ] as const) {
      world.backend.faults.add({ match: 'POST /contacts', kind, probability: 0.15 });
    }
    const leads = Array.from({ length: 100 }, () => lead());
    for (const submission of leads) expect((await world.post(submission)).status).to.equal(202);
    await world.deliverAll(store);
    world.backend.faults.clear();
    await expectOnce(leads.map(({ email }) => email));
  });

  it('waits as long as a 429 asks, with all leads', async () => {
    world.backend.faults.add({ match: 'POST /contacts', kind: '429', times: 1, retryAfter: 50 });
    const [first, second] = [lead(), lead()];
    await world.post(first);
    await world.relay.work();
    await world.post(second);
    world.clock.advance(49_999);
    await world.relay.work();
    expect(await world.contacts()).to.deep.equal([]);
    world.clock.advance(1);
    await world.relay.work();
    await expectOnce([first.email, second.email]);
  });

  it('uses up no tries of leads that only waited for a pause', async () => {
    world.backend.faults.add({ match: 'POST /contacts', kind: '429', times: 1000, retryAfter: 1 });
    for (let made = 0; made < 20; made += 1) await world.post(lead());
    for (let round = 0; round < 5; round += 1) {
      await world.relay.work();
      world.clock.advance(3_600_000);
    }
    const waiting = await store.leads.list('PENDING', 100);
    expect(waiting).to.have.length(20);
    expect(waiting.reduce((sum, { attempts }) => sum + attempts, 0)).to.equal(keys.length);
  });

  it('outlives a store that fails for a while, and says so in the log', async () => {
    const submission = lead();
    let broken = true;
    const claim: Store['leads']['claim'] = (...args) =>
      broken ? Promise.reject(new Error('The disk is full.')) : store.leads.claim(...args);
    const failing: Store = {
      ...store,
      leads: { ...store.leads, claim },
      worker: (parts) => backgroundWork({ ...parts, store: failing }),
    };
    const other = await createWorld({
      store: failing,
      form: { groupId: world.groupId },
      upstream: { baseUrl: listening.url, apiKey: key },
    });
    await other.post(submission);
    await other.relay.work();
    expect(other.logged().filter(({ event }) => event === 'work_failed')).to.not.have.length(0);
    broken = false;
    await other.relay.work();
    await expectOnce([submission.email]);
  });

  it('lets no slow lead hold up those that come after it', async () => {
    const slow = lead();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { fetch } = world.backend;
    const other = await createWorld({
      store,
      form: { groupId: world.groupId },
      upstream: {
        baseUrl: 'https://crm.example.com',
        apiKey: key,
        fetch: async (request: Request) => {
          if ((await request.clone().text()).includes(slow.email)) await held;
          return fetch(request);
        },
      },
    });
    await other.post(slow);
    const quick = lead();
    const arrived = new Promise((resolve) => world.backend.changes.subscribe(resolve));
    await other.post(quick);
    await arrived;
    expect(await world.contacts()).to.deep.equal([quick.email]);
    release();
    await other.relay.work();
    await expectOnce([quick.email, slow.email]);
  });

  it('keeps leads while the key is wrong', async () => {
    key = 'flz_wrong';
    const submission = lead();
    await world.post(submission);
    await world.relay.work();
    world.clock.advance(12 * 3_600_000);
    key = world.backend.apiKey;
    await world.deliverAll(store);
    await expectOnce([submission.email]);
  });

  it('gives a lead up at once that would be refused again, and takes it up again by hand', async () => {
    await world.fluenzr.groups.archive(world.groupId, { detach: true });
    const submission = lead();
    await world.post(submission);
    await world.relay.work();
    expect((await store.leads.list('DEAD', 5)).map(({ reasons }) => reasons)).to.deep.equal([
      ['GROUP_ARCHIVED', 'groupId'],
    ]);
    expect(world.logged().at(-1)).to.include({
      level: 'error',
      event: 'lead_given_up',
      reason: 'GROUP_ARCHIVED',
    });

    const group = await world.fluenzr.groups.create({ name: '[DYN] Website Form', type: 'DYNAMIC' });
    const forms = parseForms({ forms: [{ ...world.website, groupId: group.id }] });
    world.relay.setForms(forms);
    const answer = await review(
      { do: 'resume', from: 'DEAD', receipts: 'all' },
      store,
      forms,
      world.clock.now,
    );
    expect(answer).to.have.property('receipts').with.length(1);
    await world.relay.work();
    expect(await world.contacts()).to.deep.equal([submission.email]);
    expect(await store.leads.count()).to.deep.equal([]);
    expect(keys, 'another request than the one that was refused').to.deep.equal([
      submission.id,
      `${submission.id}.1`,
    ]);
  });

  it('gives a lead up whose form was removed', async () => {
    const release = world.holdLeads();
    await world.post(lead());
    await world.relay.work();
    release();
    world.relay.setForms(parseForms({ forms: [{ ...world.website, id: 'frm_other' }] }));
    world.clock.advance(day);
    await world.relay.work();
    expect((await store.leads.list('DEAD', 5))[0]?.reasons).to.deep.equal(['FORM_REMOVED']);
  });

  it('gives a lead up after the last try, within a day', async () => {
    world.holdLeads();
    await world.post(lead());
    const start = world.clock.now();
    for (let hour = 0; hour < 24 && (await store.leads.list('DEAD', 1)).length === 0;) {
      await world.relay.work();
      const [waiting] = await store.leads.list('PENDING', 1);
      if (waiting) world.clock.advance(backOff(waiting.attempts, 0.5));
      hour = (world.clock.now() - start) / 3_600_000;
    }
    expect((await store.leads.list('DEAD', 1))[0]).to.include({ attempts: tries });
  });

  it('counts what it did', async () => {
    world.backend.faults.add({ match: 'POST /contacts', kind: '503', times: 1 });
    await world.post(lead());
    await world.deliverAll(store);
    await world.post(lead({ tags: [] }));
    world.holdLeads();
    await world.post(lead());
    world.clock.advance(60_000);
    const text = await world.relay.metrics();
    for (const line of [
      'fluenzr_relay_submissions_total{form="frm_website",code="ACCEPTED"} 2',
      'fluenzr_relay_submissions_total{form="frm_website",code="VALIDATION_FAILED"} 1',
      'fluenzr_relay_deliveries_total{form="frm_website",outcome="later"} 1',
      'fluenzr_relay_deliveries_total{form="frm_website",outcome="delivered"} 1',
      'fluenzr_relay_leads{state="PENDING"} 1',
      'fluenzr_relay_oldest_lead_seconds{state="PENDING"} 60',
      'fluenzr_relay_submission_seconds_count 3',
    ]) {
      expect(text.split('\n')).to.include(line);
    }
  });
});

describe('back-off', () => {
  it('grows to an hour and keeps all tries within the day of an idempotency key', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempts, random) => {
          const wait = backOff(attempts, random);
          expect(wait).to.be.within(500, 3_600_000);
          expect(wait).to.be.at.least(backOff(attempts, 0)).and.at.most(backOff(attempts, 1));
        },
      ),
    );
    const longest = Array.from({ length: tries - 1 }, (_, index) => backOff(index + 1, 1)).reduce(
      (sum, wait) => sum + wait,
      0,
    );
    expect(longest / 3_600_000).to.be.within(18, 20);
  });
});
