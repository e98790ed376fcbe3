import { expect } from 'chai';
import { type FormInput, openStore, type Store } from '../src/index.js';
import { createWorld, day, lead, memoryStore, publicUrl, refusalOf } from './world.js';

describe('confirmation', () => {
  let store: Store;
  let empty: () => Promise<void>;
  before(async () => ({ store, empty } = await memoryStore()));
  beforeEach(() => empty());
  after(() => store.close());

  const form: Partial<FormInput> = { optIn: 'confirm' };

  it('creates the contact only after the click and the button', async () => {
    const world = await createWorld({ store, form });
    const submission = lead();
    expect((await world.post(submission)).status).to.equal(202);
    await world.relay.work();
    expect(world.mails).to.have.length(1);
    expect(await world.contacts()).to.deep.equal([]);

    // a mail scanner follows the link, as often as it likes
    for (let visit = 0; visit < 3; visit += 1) {
      const page = await world.request(`/confirm/${world.token()}`);
      expect(page.status).to.equal(200);
      expect(await page.text()).to.include(
        `<form method="post" action="${publicUrl}/confirm/${world.token()}">`,
      );
    }
    await world.relay.work();
    expect(await world.contacts()).to.deep.equal([]);

    const confirmed = await world.request(`/confirm/${world.token()}`, { method: 'POST' });
    expect(confirmed.status).to.equal(200);
    expect(await confirmed.text()).to.include('Confirmed');
    await world.relay.work();
    expect(await world.contacts()).to.deep.equal([submission.email]);
  });

  it('writes one plain mail without any text of the form', async () => {
    const world = await createWorld({ store, form: { ...form, fields: { note: {} } } });
    await world.post(
      lead({ email: 'ada@fintech.example', firstName: 'Buy', lastName: 'Pills', fields: { note: 'cheap' } }),
    );
    await world.relay.work();
    const [mail] = world.mails;
    expect(mail?.to).to.equal('ada@fintech.example');
    expect(mail?.subject).to.equal('Please confirm your e-mail address (Example Ltd)');
    expect(mail?.text).to.not.match(/buy|pills|cheap|ada|inbound|grp_/i);
    expect(mail?.text).to.match(new RegExp(`${publicUrl}/confirm/[\\w-]{43}\n`));
  });

  it('never names the group', async () => {
    const world = await createWorld({ store, form });
    const first = await world.postForm({ email: 'ada@fintech.example' });
    await world.relay.work();
    const pages = [
      first,
      await world.request(`/confirm/${world.token()}`),
      await world.request(`/confirm/${world.token()}`, { method: 'POST' }),
    ];
    for (const page of pages) expect(await page.text()).to.not.match(/inbound|grp_/i);
  });

  it('sends an address one mail a day over all forms', async () => {
    const { website } = await createWorld({ store });
    const forms: FormInput[] = ['frm_a', 'frm_b'].map((id) => ({ ...website, id, optIn: 'confirm' }));
    const world = await createWorld({ store, forms });
    await world.post(lead({ email: 'ada@fintech.example' }), { form: 'frm_a' });
    await world.post(lead({ email: 'ADA@fintech.example' }), { form: 'frm_a' });
    await world.post(lead({ email: 'ada@fintech.example' }), { form: 'frm_b' });
    await world.relay.work();
    world.clock.advance(day - 1);
    await world.relay.work();
    expect(world.mails).to.have.length(1);
    world.clock.advance(1);
    await world.relay.work();
    expect(world.mails, 'the next one waited for its day').to.have.length(2);
  });

  it('cannot be made to fill a mailbox through its tagged addresses', async () => {
    const world = await createWorld({ store, form });
    for (const tag of ['', '+1', '+news', '+a+b']) {
      await world.post(lead({ email: `ada${tag}@fintech.example` }));
    }
    await world.post(lead({ email: '+tag@fintech.example' })); // an address without a name before the +
    await world.relay.work();
    expect(world.mails.map(({ to }) => to.replace(/^ada.*@/, 'ada@')).sort()).to.deep.equal([
      '+tag@fintech.example',
      'ada@fintech.example',
    ]);
    // and a click confirms the address that the mail went to, not its neighbours
    const confirmed = world.mails.find(({ to }) => to.startsWith('ada'));
    const token = /\/confirm\/([\w-]+)/.exec(confirmed?.text ?? '')?.[1] ?? '';
    await world.request(`/confirm/${token}`, { method: 'POST' });
    await world.relay.work();
    expect(await world.contacts()).to.deep.equal([confirmed?.to]);
  });

  it('confirms for a form all that the address sent to it, so that no second mail is needed', async () => {
    const world = await createWorld({ store, form });
    await world.post(lead({ email: 'ada@fintech.example' }));
    await world.post(lead({ email: 'ada@fintech.example', lastName: 'King' }));
    await world.relay.work();
    await world.request(`/confirm/${world.token()}`, { method: 'POST' });
    await world.relay.work();
    world.clock.advance(day);
    await world.relay.work();
    expect(world.mails).to.have.length(1);
    expect(await store.leads.count()).to.deep.equal([]);
  });

  it('refuses a token that was used, guessed or is too old', async () => {
    const world = await createWorld({ store, form });
    await world.post(lead());
    await world.relay.work();
    const token = world.token();
    const guessed = token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    for (const wrong of [guessed, 'x', '../healthz', `${token}%00`, token.toLowerCase(), token.slice(1)]) {
      const answer = await refusalOf(
        await world.request(`/confirm/${encodeURIComponent(wrong)}`, { method: 'POST' }),
      );
      expect(answer, wrong).to.include({ status: 404, code: 'CONFIRM_LINK_DEAD' });
    }
    expect((await world.request(`/confirm/${token}`, { method: 'POST' })).status).to.equal(200);
    for (const method of ['GET', 'POST']) {
      const used = await world.request(`/confirm/${token}`, { method, headers: { accept: 'text/html' } });
      expect(used.status).to.equal(410);
      expect(await used.text()).to.include('Already confirmed');
    }

    await world.post(lead());
    await world.relay.work();
    const old = world.token();
    world.clock.advance(7 * day);
    expect(await refusalOf(await world.request(`/confirm/${old}`, { method: 'POST' }))).to.include({
      status: 410,
      code: 'CONFIRM_LINK_DEAD',
    });
    await world.relay.work();
    expect(await store.leads.count(), 'an address that nobody confirmed is forgotten').to.deep.equal([]);
  });

  it('keeps only the hash of a token', async () => {
    const world = await createWorld({ store, form });
    await world.post(lead());
    await world.relay.work();
    expect(await store.confirmations.look(world.token(), world.clock.now())).to.deep.equal({
      outcome: 'UNKNOWN',
    });
  });

  it('goes on to the page of the form', async () => {
    const thanks = 'https://www.example.com/welcome';
    const world = await createWorld({ store, form: { ...form, confirmedRedirect: thanks } });
    await world.post(lead());
    await world.relay.work();
    const page = await world.request(`/confirm/${world.token()}`);
    expect(page.headers.get('content-security-policy')).to.include(
      "form-action 'self' https://www.example.com;",
    );
    const confirmed = await world.request(`/confirm/${world.token()}`, { method: 'POST' });
    expect(confirmed.status).to.equal(303);
    expect(confirmed.headers.get('location')).to.equal(thanks);
  });

  for (const [outcome, waits] of [
    ['not-sent', 'soon'],
    ['perhaps-sent', 'a day'],
  ] as const) {
    it(`sends a mail again ${waits} later when it was ${outcome}`, async () => {
      const world = await createWorld({ store, form });
      world.failMails(outcome);
      await world.post(lead());
      await world.relay.work();
      world.clock.advance(day / 2);
      await world.relay.work();
      expect(world.mails).to.have.length(outcome === 'not-sent' ? 1 : 0);
      world.clock.advance(day / 2);
      await world.relay.work();
      expect(world.mails).to.have.length(1);
    });
  }

  it('sends no other mail on the day on which one was perhaps sent', async () => {
    const world = await createWorld({ store, form });
    world.failMails('perhaps-sent');
    await world.post(lead({ email: 'ada@fintech.example' }));
    await world.relay.work();
    await world.post(lead({ email: 'ada@fintech.example' }));
    world.clock.advance(day - 1);
    await world.relay.work();
    expect(world.mails).to.have.length(0);
  });

  it('gives up on an address that the mail server refuses, and keeps the lead for a person', async () => {
    const world = await createWorld({ store, form });
    world.failMails('refused');
    await world.post(lead());
    await world.relay.work();
    expect((await store.leads.list('DEAD', 1))[0]?.reasons).to.deep.equal(['MAIL_REFUSED']);
  });

  it('logs, as advice, a domain that takes no mail', async () => {
    const world = await createWorld({
      store,
      form,
      takesMail: (domain) => Promise.resolve(domain !== 'fintech.example'),
    });
    await world.post(lead());
    await world.relay.work();
    expect(world.logged().map(({ event }) => event)).to.include('mail_domain_takes_no_mail');
    expect(world.mails).to.have.length(1);
  });

  it('needs a store, a mail sender and its own address, and says so at the start', async () => {
    for (const missing of ['store', 'mail', 'publicUrl'] as const) {
      const error = await createWorld({ store, form, [missing]: undefined }).catch(
        (error: unknown) => error as Error,
      );
      expect(error)
        .to.be.instanceOf(Error)
        .and.have.property('message')
        .that.matches(new RegExp(`needs ${missing}\\.`));
    }
  });

  it('can be opened twice: the tables that are there stay', async () => {
    expect(openStore).to.be.a('function');
    const secret = await store.secret();
    expect(secret).to.match(/^[0-9a-f]{64}$/);
    expect(await store.secret()).to.equal(secret);
  });
});
