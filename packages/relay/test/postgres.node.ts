import { expect } from 'chai';
import { openStore, type Store } from '../src/index.js';
import { openPostgres } from '../src/node/index.js';
import { startPostgres } from './real-postgres.js';
import { createWorld, lead, type World } from './world.js';

describe('two relays on one PostgreSQL', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  let stores: [Store, Store];
  let worlds: [World, World];

  before(async () => {
    server = await startPostgres();
    // both at once, on an empty database: each makes the tables where they are missing
    stores = await Promise.all([
      openPostgres(server.url).then(openStore),
      openPostgres(server.url).then(openStore),
    ]);
  });
  after(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await server.stop();
  });

  beforeEach(async () => {
    const database = await openPostgres(server.url);
    await database.run(
      'TRUNCATE relay_submission, relay_lead, relay_mailed, relay_confirmation, relay_proof, relay_hit',
    );
    await database.close();
    const one = await createWorld({ store: stores[0] });
    await one.startCampaign();
    const upstream = {
      baseUrl: 'https://crm.example.com',
      apiKey: one.backend.apiKey,
      fetch: one.backend.fetch,
    };
    worlds = [one, await createWorld({ store: stores[1], upstream, form: { groupId: one.groupId } })];
  });

  /** Both relays work, and time passes, until no lead is left. */
  async function deliverAll(): Promise<void> {
    for (let round = 0; round < 60; round += 1) {
      await Promise.all(worlds.map(({ relay }) => relay.work()));
      if ((await stores[0].leads.count()).length === 0) return;
      for (const { clock } of worlds) clock.advance(3_600_000);
    }
    throw new Error('Leads are left in the outbox.');
  }

  async function expectOnce(emails: readonly string[]): Promise<void> {
    expect(await worlds[0].contacts()).to.deep.equal([...emails].sort());
    expect(worlds[0].backend.inbox.map(({ to }) => to).sort()).to.deep.equal([...emails].sort());
  }

  it('share a secret', async () => {
    expect(await stores[0].secret()).to.equal(await stores[1].secret());
  });

  it('bring every lead once, from either, through faults', async () => {
    const [{ backend }] = worlds;
    for (const kind of ['503', 'dropped connection', 'answer lost after commit'] as const) {
      backend.faults.add({ match: 'POST /contacts', kind, probability: 0.1 });
    }
    const leads = Array.from({ length: 200 }, () => lead());
    const answers = await Promise.all(
      leads.map((submission, index) => worlds[index % 2 === 0 ? 0 : 1].post(submission)),
    );
    expect(new Set(answers.map(({ status }) => status))).to.deep.equal(new Set([202]));
    await deliverAll();
    backend.faults.clear();
    await expectOnce(leads.map(({ email }) => email));
  });

  it('bring a lead once that was sent to both at the same time', async () => {
    const leads = Array.from({ length: 50 }, () => lead());
    const answers = await Promise.all(
      leads.flatMap((submission) => worlds.map((world) => world.post(submission))),
    );
    expect(new Set(answers.map(({ status }) => status))).to.deep.equal(new Set([202]));
    const receipts = await Promise.all(
      answers.map(async (answer) => ((await answer.json()) as { receiptId: string }).receiptId),
    );
    expect(new Set(receipts).size).to.equal(50);
    await deliverAll();
    await expectOnce(leads.map(({ email }) => email));
  });

  it('never take the same lead, and take over what the other one left', async () => {
    worlds[0].holdLeads();
    await Promise.all(Array.from({ length: 40 }, () => worlds[0].post(lead())));
    await Promise.all(worlds.map(({ relay }) => relay.work()));
    const now = worlds[0].clock.advance(3_600_000);
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        stores[index % 2 === 0 ? 0 : 1].leads.claim('PENDING', now, now + 60_000, 2),
      ),
    );
    const ids = claims.flat().map(({ submissionId }) => submissionId);
    expect(ids).to.have.length(40);
    expect(new Set(ids).size).to.equal(40);
    // whoever took them is gone: they are due again when its time is up
    expect(await stores[1].leads.claim('PENDING', now + 59_999, now + 120_000, 50)).to.have.length(0);
    expect(await stores[1].leads.claim('PENDING', now + 60_000, now + 120_000, 50)).to.have.length(40);
  });

  it('send an address one confirm mail a day together', async () => {
    const form = { optIn: 'confirm' } as const;
    const both = [
      await createWorld({ store: stores[0], form }),
      await createWorld({ store: stores[1], form }),
    ] as const;
    const leads = Array.from({ length: 10 }, () => lead({ email: 'ada@fintech.example' }));
    await Promise.all(leads.map((submission, index) => both[index % 2 === 0 ? 0 : 1].post(submission)));
    await Promise.all(both.map(({ relay }) => relay.work()));
    expect(both.flatMap(({ mails }) => mails)).to.have.length(1);
  });

  it('count exactly together, when many submissions come to both at once', async () => {
    const form = { limits: { form: { max: 25, seconds: 60 } } };
    const both = [
      await createWorld({ store: stores[0], form }),
      await createWorld({ store: stores[1], form }),
    ] as const;
    const answers = await Promise.all(
      Array.from({ length: 120 }, (_, index) =>
        both[index % 2 === 0 ? 0 : 1].post(lead(), { address: `203.0.113.${index}` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 202)).to.have.length(25);
    expect(answers.filter(({ status }) => status === 429)).to.have.length(95);
  });

  it('say what is wrong when the database does not answer, without its password', async () => {
    const message = await openPostgres('postgres://relay:hush@127.0.0.1:1/leads').then(
      () => 'it answered',
      (error: unknown) => (error as Error).message,
    );
    expect(message).to.equal('The database of DATABASE_URL does not answer (ECONNREFUSED).');
  });
});
