import type { Snapshot } from '@fluenzr/mocks';
import { expect } from 'chai';
import { backendWithCall, newContact, newGroup, runningCampaign } from './caller.js';

/** What a test keeps, under a name of its own. */
const freshName = () => `fluenzr-mocks-test-${crypto.randomUUID()}`;

/** A snapshot with the rows of each table by id: what is kept comes back in an order of its own. */
const inOrder = ({ tables, ...progress }: Snapshot) => ({
  ...progress,
  tables: Object.entries(tables).map(([name, rows]) => [
    name,
    [...rows].sort((a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)),
  ]),
});

describe('persist', () => {
  it('takes up after a reload what was kept: contacts, mails, waiting workflows and all', async () => {
    const name = freshName();
    const { backend, call } = backendWithCall();
    const early = await newGroup(call, 'Made before persist', 'STATIC');
    expect(await backend.persist(name)).to.be.false;
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    const steps = [
      { type: 'WAIT', duration: 'P1D' },
      { type: 'SEND_EMAIL', subject: 'A day later', body: 'Hello' },
    ];
    await runningCampaign(call, 'Nurture', [groupId], { steps });
    const contactId = await newContact(call, 'ada@example.com', { groupId });
    const gone = await newContact(call, 'gone@example.com', { groupId: early });
    await call(`DELETE /groups/${early}/contacts/${gone}`);

    const reloaded = backendWithCall();
    expect(await reloaded.backend.persist(name)).to.be.true;
    expect(inOrder(reloaded.backend.snapshot())).to.deep.equal(inOrder(backend.snapshot()));
    expect((await reloaded.call(`GET /contacts/${contactId}`)).status).to.equal(200);
    reloaded.backend.clock.advance(24 * 3_600_000);
    expect(reloaded.backend.inbox.map((mail) => mail.subject)).to.deep.equal(['A day later']);
    expect(await newContact(reloaded.call, 'grace@example.com')).to.not.equal(gone);
  });

  it('is called once', async () => {
    const { backend } = backendWithCall();
    await backend.persist(freshName());
    const error = await backend.persist(freshName()).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(Error).with.property('message').that.contains('call it once');
  });

  it('forgets everything on reset', async () => {
    const name = freshName();
    const { backend, call } = backendWithCall();
    await backend.persist(name);
    await newContact(call, 'ada@example.com');
    await backend.reset();
    expect((await call('GET /contacts')).body.data).to.be.empty;
    const reloaded = backendWithCall();
    await reloaded.backend.persist(name);
    expect((await reloaded.call('GET /contacts')).body.data).to.be.empty;
  });

  it('keeps a restored snapshot', async () => {
    const name = freshName();
    const { backend, call } = backendWithCall();
    await newContact(call, 'ada@example.com');
    const snapshot = backend.snapshot();
    await backend.persist(name);
    await newContact(call, 'grace@example.com');
    backend.restore(snapshot);
    await call('GET /contacts'); // answered when all is kept
    const reloaded = backendWithCall();
    await reloaded.backend.persist(name);
    expect((await reloaded.call('GET /contacts')).body.data.map((contact) => contact.email)).to.deep.equal([
      'ada@example.com',
    ]);
  });
});

describe('In a browser, listen', () => {
  it('says that it needs Node', async () => {
    const { backend } = backendWithCall();
    const error = await backend.listen().catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(Error).with.property('message').that.contains('needs Node');
  });
});
