import { appendFile, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { backendWithCall, newContact, newGroup, runningCampaign } from './caller.js';

describe('persist in Node', () => {
  let folder = '';
  let file = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'fluenzr-mocks-'));
    file = path.join(folder, 'backend.jsonl');
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** A backend that takes up the file, and the addresses of its contacts. */
  async function reopened() {
    const { backend, call } = backendWithCall();
    expect(await backend.persist(file)).to.be.true;
    const emails = async () =>
      (await call('GET /contacts?sort=email')).body.data.map((contact) => contact.email);
    return { backend, call, emails };
  }

  it('takes up after a restart what was kept, waiting workflows and all', async () => {
    const { backend, call } = backendWithCall();
    const early = await newGroup(call, 'Made before persist', 'STATIC');
    expect(await backend.persist(file)).to.be.false;
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    const steps = [
      { type: 'WAIT', duration: 'P1D' },
      { type: 'SEND_EMAIL', subject: 'A day later', body: 'Hello' },
    ];
    await runningCampaign(call, 'Nurture', [groupId], { steps });
    await newContact(call, 'ada@example.com', { groupId });
    const gone = await newContact(call, 'gone@example.com', { groupId: early });
    await call(`DELETE /contacts/${gone}`);
    const other = await reopened();
    expect(other.backend.snapshot()).to.deep.equal(backend.snapshot());
    other.backend.clock.advance(24 * 3_600_000);
    expect(other.backend.inbox.map((mail) => mail.subject)).to.deep.equal(['A day later']);
    await newContact(other.call, 'grace@example.com');
    expect(await (await reopened()).emails()).to.deep.equal(['ada@example.com', 'grace@example.com']);
    expect(await readdir(folder)).to.deep.equal(['backend.jsonl']); // nothing is left lying about
  });

  it('has every request in the file by the time it is answered', async () => {
    const { backend, call } = backendWithCall();
    await backend.persist(file);
    for (const name of ['ada', 'grace', 'alan']) {
      await newContact(call, `${name}@example.com`);
      expect(await readFile(file, 'utf8')).to.contain(`${name}@example.com`);
    }
    await Promise.all(['edsger', 'barbara'].map((name) => newContact(call, `${name}@example.com`)));
    expect(await (await reopened()).emails()).to.have.length(5);
  });

  it('passes over a last line that a crash cut short, as if that request had never been', async () => {
    const { backend, call } = backendWithCall();
    await backend.persist(file);
    await newContact(call, 'ada@example.com');
    const { length } = await readFile(file);
    const groupId = await newGroup(call, 'Active Customers', 'STATIC');
    await newContact(call, 'grace@example.com', { groupId });
    const whole = await readFile(file);
    for (const cut of [length, length + 1, length + 20, whole.length - 2]) {
      await writeFile(file, whole);
      await truncate(file, cut);
      const { backend: other, emails } = await reopened();
      expect(await emails()).to.deep.equal(['ada@example.com']);
      expect(other.snapshot().tables.memberships).to.be.empty;
    }
  });

  it('writes the file anew when it has grown, and loses nothing', async () => {
    const { backend, call } = backendWithCall({ rateLimit: Infinity });
    await backend.persist(file);
    const id = await newContact(call, 'ada@example.com');
    let longest = 0;
    for (let round = 0; round < 120; round += 1) {
      const tags = Array.from({ length: 50 }, (_, index) => `${round} ${index} ${'x'.repeat(50)}`);
      await Promise.all([
        call(`PATCH /contacts/${id}`, { tags }),
        newContact(call, `${round}@example.com`, { tags }),
        newContact(call, `other-${round}@example.com`, { tags }),
      ]);
      longest = Math.max(longest, (await readFile(file)).length);
    }
    const text = await readFile(file, 'utf8');
    expect(text.length).to.be.below(longest); // it was longer once
    expect((await reopened()).backend.snapshot()).to.deep.equal(backend.snapshot());
  });

  it('keeps a restored snapshot, and forgets on reset', async () => {
    const { backend, call } = backendWithCall();
    await newContact(call, 'ada@example.com');
    const snapshot = backend.snapshot();
    await backend.persist(file);
    await newContact(call, 'grace@example.com');
    backend.restore(snapshot);
    await call('GET /contacts'); // answered when all is kept
    expect(await (await reopened()).emails()).to.deep.equal(['ada@example.com']);
    await backend.reset();
    expect(await (await reopened()).emails()).to.be.empty;
  });

  it('takes up a virtual clock where it stood; a real one has gone on meanwhile', async () => {
    const first = backendWithCall();
    await first.backend.persist(file);
    first.backend.clock.advance(60_000);
    await newContact(first.call, 'ada@example.com');
    expect((await reopened()).backend.clock.now()).to.equal(first.backend.clock.now());
    const later = backendWithCall({ clock: 'real', now: '2026-02-01' });
    await later.backend.persist(file);
    expect(later.backend.clock.now()).to.be.at.least(Date.UTC(2026, 1, 1));
    const earlier = backendWithCall({ clock: 'real', now: '2025-12-01' });
    await earlier.backend.persist(file);
    expect(earlier.backend.clock.now()).to.be.at.least(first.backend.clock.now()); // it was skipped ahead
  });

  it('refuses a file that is something else, and leaves it alone', async () => {
    await writeFile(file, '{"name":"notes"}\n');
    const error = await backendWithCall()
      .backend.persist(file)
      .catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(Error).with.property('message').that.contains('Choose another name');
    expect(await readFile(file, 'utf8')).to.equal('{"name":"notes"}\n');
  });

  it('refuses a file that is damaged before its end', async () => {
    const { backend, call } = backendWithCall();
    await backend.persist(file);
    await newContact(call, 'ada@example.com');
    await appendFile(file, 'damage\n');
    await newContact(call, 'grace@example.com');
    const error = await backendWithCall()
      .backend.persist(file)
      .catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(Error).with.property('message').that.contains('damaged');
  });

  it('says why where it cannot write', async () => {
    const { backend } = backendWithCall();
    const error = await backend
      .persist(path.join(folder, 'none', 'backend.jsonl'))
      .catch((reason: unknown) => reason);
    expect(error).to.have.property('code', 'ENOENT');
  });
});
