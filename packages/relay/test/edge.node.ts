import { expect } from 'chai';
import { createWorld, lead, refusalOf } from './world.js';

describe('a relay without a store', () => {
  it('answers 202 only when FluenzR has the lead', async () => {
    const world = await createWorld();
    const submission = lead();
    expect((await world.post(submission)).status).to.equal(202);
    expect(await world.contacts()).to.deep.equal([submission.email]);
  });

  for (const kind of ['503', 'dropped connection', 'answer lost after commit', 'truncated JSON'] as const) {
    it(`answers 503 for "${kind}", and the lead that the page sends again arrives once`, async () => {
      const world = await createWorld();
      await world.startCampaign();
      world.backend.faults.add({ match: 'POST /contacts', kind, times: 1 });
      const submission = lead();
      const response = await world.post(submission);
      expect(Number(response.headers.get('retry-after'))).to.be.at.least(1);
      expect(await refusalOf(response)).to.include({ status: 503, code: 'SERVICE_UNAVAILABLE' });
      expect((await world.post(submission)).status).to.equal(202);
      expect((await world.post(submission)).status).to.equal(202);
      expect(world.backend.inbox.map(({ to }) => to)).to.deep.equal([submission.email]);
    });
  }

  it('tells a person to go back, where it does not know its own address to send to again', async () => {
    const world = await createWorld({ publicUrl: undefined });
    world.holdLeads();
    const response = await world.postForm({ email: 'ada@fintech.example' });
    expect(response.status).to.equal(503);
    const page = await response.text();
    expect(page).to.include('Go back in your browser').and.not.include('<form');
  });

  it('says what FluenzR does not take of what was typed', async () => {
    const world = await createWorld({ form: { fields: { company: {} } } });
    const refusal = await refusalOf(await world.post(lead({ fields: { company: 'Example Ltd' } })));
    expect(refusal.status).to.equal(422);
    expect(refusal.pointers[0]).to.match(/^\/fields\/company /);
  });

  it('refuses another lead under a used id', async () => {
    const world = await createWorld();
    const submission = lead();
    await world.post(submission);
    const refusal = await refusalOf(await world.post({ ...submission, email: 'grace@fintech.example' }));
    expect(refusal.pointers).to.deep.equal(['/id IDEMPOTENCY_KEY_REUSED']);
  });

  it('answers 503 while the form names a group that cannot be joined, so that no lead is lost', async () => {
    const world = await createWorld();
    await world.fluenzr.groups.archive(world.groupId, {});
    expect(await refusalOf(await world.post(lead()))).to.include({ status: 503 });
  });

  it('tells a suspect at once, because nobody could review it', async () => {
    const world = await createWorld({ form: { honeypot: 'k7_qvw' } });
    expect(await refusalOf(await world.post(lead({ k7_qvw: 'x' })))).to.include({
      status: 422,
      code: 'SUBMISSION_SUSPECT',
    });
    expect(await world.contacts()).to.deep.equal([]);
  });

  it('answers on a grid of half seconds, so that its delay tells nothing', async () => {
    const waits: number[] = [];
    const world = await createWorld({
      delay: (milliseconds) => {
        waits.push(milliseconds);
        return Promise.resolve();
      },
    });
    await world.post(lead());
    await world.post(lead({ tags: [] }));
    expect(waits).to.have.length(2);
    for (const wait of waits) expect(wait).to.be.within(0, 500);
  });

  it('keeps limits of its own', async () => {
    const wide = { max: 1000, seconds: 60 };
    const world = await createWorld({
      form: { limits: { network: { max: 1, seconds: 60 }, address: wide, form: wide } },
    });
    await world.post(lead());
    expect((await world.post(lead())).status).to.equal(429);
    world.clock.advance(60_000);
    expect((await world.post(lead())).status).to.equal(202);
  });

  it('cannot ask for confirmation, and needs a secret for proof of work', async () => {
    const confirm = await createWorld({ form: { optIn: 'confirm' } }).catch((error: unknown) =>
      String(error),
    );
    expect(confirm).to.match(/frm_website asks for confirmation .* needs store/);
    const work = await createWorld({ form: { challenge: { kind: 'proof-of-work' } } }).catch(
      (error: unknown) => String(error),
    );
    expect(work).to.match(/frm_website asks for proof of work, which needs a secret/);
    const short = await createWorld({ secret: 'short' }).catch((error: unknown) => String(error));
    expect(short).to.match(/at least 32 characters/);
  });
});
