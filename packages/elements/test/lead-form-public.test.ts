import axe from 'axe-core';
import { expect } from 'chai';
import { fixture, html, oneEvent } from '@open-wc/testing';
import { outbox } from '@fluenzr/client/leads';
import type { FluenzrLeadForm } from '@fluenzr/elements';
import { TestEndpoint, refusal } from './lead-form-endpoint.js';
import { field, fill, part, settled, submit, type, typed, until } from './lead-form-fixture.js';
import { plain } from './plain-text.js';

type Events = GlobalEventHandlersEventMap;

describe('<fluenzr-lead-form> with a form endpoint', () => {
  let endpoint: TestEndpoint;
  let element: FluenzrLeadForm;
  let logged: string[];
  const log = console.error;

  beforeEach(async () => {
    endpoint = new TestEndpoint();
    logged = [];
    console.error = (...parts: unknown[]) => void logged.push(parts.map(String).join(' '));
    element = await fixture(
      html`<fluenzr-lead-form endpoint="https://leads.example.com" form="frm_website"></fluenzr-lead-form>`,
    );
  });

  afterEach(() => {
    console.error = log;
    endpoint.remove();
  });

  const send = async <Name extends keyof Events>(name: Name): Promise<Events[Name]> => {
    fill(element);
    const event = oneEvent(element, name) as unknown as Promise<Events[Name]>;
    submit(element);
    const fired = await event;
    await settled(element);
    return fired;
  };

  it('sends the lead there, in the task of the submit, and says that it is accepted', async () => {
    fill(element);
    const event = oneEvent(element, 'fluenzr-accepted') as unknown as Promise<Events['fluenzr-accepted']>;
    submit(element);
    expect(endpoint.requests).to.have.length(1);
    const { url, lead } = endpoint.requests[0]!;
    expect(url).to.equal('https://leads.example.com/forms/frm_website/submissions');
    expect(lead).to.deep.include({ email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' });
    expect(Date.parse(lead.startedAt ?? '')).to.be.at.most(Date.now());
    expect((await event).receiptId).to.equal(`rcp_${lead.id}`);
    await settled(element);
    expect(part(element, 'success')?.textContent).to.contain('Thank you!');
    expect(typed(element).email).to.equal('');
    expect(element.matches(':state(accepted)')).to.be.true;
  });

  it('fills in the success message with what was typed', async () => {
    element.successMessage = 'Thank you, @contact.first_name!';
    await send('fluenzr-accepted');
    expect(part(element, 'success')?.textContent).to.contain('Thank you, Ada!');
  });

  for (const turn of ['no connection', 'answer lost', refusal(429), refusal(503)] as const)
    it(`says that the lead is saved, and later that it is accepted: ${turn instanceof Response ? turn.status : turn}`, async () => {
      endpoint.turns.push(turn);
      const queued = await send('fluenzr-queued');
      expect(queued.id).to.equal(endpoint.requests[0]?.lead.id);
      expect(element.matches(':state(queued)')).to.be.true;
      expect(part(element, 'success')?.textContent).to.contain('Saved on this device');
      expect(element.shadowRoot?.activeElement).to.equal(part(element, 'success'));
      expect((await axe.run(element)).violations).to.deep.equal([]);

      const accepted = oneEvent(element, 'fluenzr-accepted') as unknown as Promise<
        Events['fluenzr-accepted']
      >;
      const now = Date.now;
      Date.now = () => now() + 60_000; // past the back-off
      await outbox.drain(true);
      Date.now = now;
      expect((await accepted).receiptId).to.equal(`rcp_${queued.id}`);
      await settled(element);
      expect(part(element, 'success')?.textContent).to.contain('Thank you!');
      expect(endpoint.leads.size).to.equal(1);
    });

  it('brings the text back when a saved lead is refused in the end', async () => {
    endpoint.turns.push('no connection');
    await send('fluenzr-queued');
    endpoint.turns.push(
      refusal(422, {
        errors: [{ pointer: '/email', code: 'INVALID_EMAIL_FORMAT', message: 'Not an address.' }],
      }),
    );
    await outbox.drain(true);
    await settled(element);
    expect(typed(element).email).to.equal('ada@example.com');
    expect(field(element, 'email').getAttribute('aria-invalid')).to.equal('true');
  });

  it('takes the next person after a saved lead, and tells that one nothing of it', async () => {
    endpoint.turns.push('no connection');
    await send('fluenzr-queued');
    part(element, 'again')?.click();
    await settled(element);
    expect(typed(element)).to.deep.equal({ email: '', firstName: '', lastName: '' });
    await outbox.drain(true);
    await settled(element);
    expect(element.matches(':state(accepted)')).to.be.false;
    await send('fluenzr-accepted');
    expect(endpoint.leads.size).to.equal(2);
  });

  it('does not say "saved" where nothing can be, keeps the text, and sends the same lead again', async () => {
    endpoint.blocked = true;
    endpoint.turns.push('answer lost');
    expect((await send('fluenzr-error')).failure).to.equal('connection');
    expect(part(element, 'failure')?.textContent).to.contain('What you typed is still here');
    expect(typed(element).email).to.equal('ada@example.com');
    const accepted = oneEvent(element, 'fluenzr-accepted');
    submit(element);
    await accepted;
    expect(endpoint.leads.size).to.equal(1);
  });

  it('tells the console once a page that the endpoint cannot be reached, for its owner', async () => {
    for (const event of ['fluenzr-queued', 'fluenzr-queued', 'fluenzr-error'] as const) {
      endpoint.blocked = event === 'fluenzr-error'; // then nothing can be saved
      endpoint.turns.push('no connection');
      element.endpoint = 'https://wrong.example.com';
      await send(event);
      element.reset();
    }
    expect(logged.map(String)).to.deep.equal([
      '<fluenzr-lead-form> could not reach https://wrong.example.com: is that the address of the relay, and is it running? What was typed is kept.',
    ]);
  });

  it('blames nobody as long as the visitor has no network', async () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    try {
      endpoint.turns.push('no connection');
      element.endpoint = 'https://away.example.com';
      await send('fluenzr-queued');
      expect(logged).to.be.empty;
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('shows at its field what the endpoint refuses', async () => {
    endpoint.turns.push(
      refusal(422, {
        errors: [{ pointer: '/firstName', code: 'LOOKS_LIKE_LINK', message: 'This looks like a link.' }],
      }),
    );
    await send('fluenzr-error');
    expect(part(element, 'summary-link')?.textContent.trim()).to.equal('First name: This looks like a link.');
    expect(element.querySelector('.fluenzr-error')?.textContent).to.equal(
      'First name: This looks like a link.',
    );
  });

  const wrong: [string, () => Response][] = [
    [
      'an unknown form',
      () => refusal(404, { code: 'FORM_NOT_FOUND', detail: 'There is no form of this id.' }),
    ],
    ['a page that may not use the form', () => refusal(403, { code: 'ORIGIN_NOT_ALLOWED' })],
    ['a 200 with HTML', () => new Response('<!doctype html><h1>Hello</h1>')],
  ];
  for (const [what, answer] of wrong)
    it(`${what}: neutral to the visitor, precise in the console, the text kept`, async () => {
      endpoint.turns.push(answer());
      await send('fluenzr-error');
      expect(part(element, 'failure')?.textContent).to.match(/What you typed is still here/);
      expect(typed(element).email).to.equal('ada@example.com');
      expect(logged).to.have.length(1);
      expect(logged[0]).to.contain('https://leads.example.com/forms/frm_website/submissions');
    });

  for (const [what, error] of [
    ['does not know a field', { pointer: '/fields/size', code: 'UNKNOWN_MEMBER', message: 'no "size"' }],
    ['requires another field', { pointer: '/fields/size', code: 'REQUIRED', message: 'needs "size"' }],
    ['has another text', { pointer: '/consent/textHash', code: 'INVALID_VALUE', message: 'not its "size"' }],
    ['has other options', { pointer: '/lastName', code: 'NOT_AN_OPTION', message: 'of "size"' }],
    ['lacks an input of the page', { pointer: '/lastName', code: 'UNKNOWN_MEMBER', message: 'no "size"' }],
  ] as const)
    it(`whose record ${what}: neutral in the page’s language, precise in the console, the text kept`, async () => {
      element.lang = 'fr';
      await until(() => element.querySelector('button')?.textContent === 'S’inscrire');
      endpoint.turns.push(refusal(422, { errors: [error] }));
      const event = await send('fluenzr-error');
      expect(event.failure).to.equal('configuration');
      expect(part(element, 'failure')?.textContent).to.match(/^Ce formulaire ne peut pas être envoyé/);
      expect(part(element, 'summary')).to.equal(null);
      expect(typed(element).email).to.equal('ada@example.com');
      expect(logged[0]).to.contain(error.message);
    });

  it('says in the page’s language, by its code, what the endpoint does not take', async () => {
    element.lang = 'de';
    await until(() => element.querySelector('button')?.textContent === 'Anmelden');
    endpoint.turns.push(
      refusal(422, {
        errors: [
          { pointer: '/email', code: 'FREE_EMAIL', message: 'Use another one.' },
          { pointer: '/firstName', code: 'INVALID_VALUE', message: 'This must be text.' },
          { pointer: '/lastName', code: 'INVALID_NUMBER', message: 'This must be a number.' },
        ],
      }),
    );
    await send('fluenzr-error');
    expect(
      [...element.querySelectorAll('.fluenzr-error')].map((error) => plain(error.textContent)),
    ).to.deep.equal([
      'Bitte geben Sie Ihre berufliche E-Mail-Adresse ein.',
      'Vorname: Die Eingabe wurde nicht angenommen. Bitte prüfen Sie sie.',
      'Nachname: Geben Sie eine Zahl ein.',
    ]);
  });

  it('says that a mail may ask for a confirmation, unless the page has words of its own', async () => {
    await send('fluenzr-accepted');
    await settled(element);
    expect(part(element, 'success')?.textContent).to.contain('If an e-mail asks you to confirm');
    for (const set of [
      () => (element.labels = { success: 'Welcome!' }),
      () => (element.successMessage = 'Welcome!'),
    ]) {
      element.reset();
      set();
      await send('fluenzr-accepted');
      await settled(element);
      expect(part(element, 'success')?.textContent).to.contain('Welcome!').and.not.contain('confirm');
    }
  });

  it('wants a form id', async () => {
    element.removeAttribute('form');
    expect((await send('fluenzr-error')).failure).to.equal('configuration');
    expect(endpoint.requests).to.be.empty;
    expect(logged[0]).to.contain('Set form to the id');
  });

  for (const address of ['localhost:8080', 'leads.example.com', 'ftp://leads.example.com'])
    it(`says that ${address} is no address, instead of a lead that would wait for ever`, async () => {
      element.endpoint = address;
      expect((await send('fluenzr-error')).failure).to.equal('configuration');
      expect(logged[0]).to.contain(`endpoint="${address}" is no address`);
      expect(endpoint.requests).to.be.empty;
      expect(typed(element).email).to.equal('ada@example.com');
    });

  it('in test mode sends nothing, and events say so', async () => {
    element.mode = 'test';
    let test = false;
    element.addEventListener('fluenzr-submit', (event) => (test = event.test));
    expect((await send('fluenzr-accepted')).receiptId).to.equal('test');
    expect(test).to.be.true;
    expect(endpoint.requests).to.be.empty;
  });

  for (const [what, value] of [
    ['markup', '<img src=x onerror=alert(1)>'],
    ['10,000 characters of it', 'Ü'.repeat(10_000)],
    ['emoji', '👩🏽‍💻 Ada'],
    ['a character that turns the direction', 'Ada\u202Eecalevol'],
  ] as const)
    it(`bears ${what} in a name`, async () => {
      fill(element);
      type(element, 'firstName', value);
      submit(element);
      await settled(element);
      if (value.length > 100) expect(part(element, 'summary')?.textContent).to.contain('too long');
      else expect([...endpoint.leads.values()][0]?.firstName).to.equal(value);
      expect(element.querySelector('img')).to.equal(null);
    });

  describe('consent', () => {
    const text = 'You may write to me about your products.';
    const hash = '5e5a572a0a1ff2334141078955446226f7d3d9284e3f0b67883aa4b0f734fd30';

    beforeEach(async () => {
      element.setAttribute('consent-version', '2026-01');
      element.consent = text;
      await settled(element);
      await hashed();
    });

    const { digest } = SubtleCrypto.prototype;
    let digests: Promise<unknown>[];
    before(() => {
      digests = [];
      SubtleCrypto.prototype.digest = function (...given) {
        const made = digest.apply(this, given);
        digests.push(made);
        return made;
      };
    });
    after(() => void (SubtleCrypto.prototype.digest = digest));

    /** Until the hash is made of the text, which takes a thread of its own. */
    const hashed = async (): Promise<void> => {
      await import('../src/lead-form/consent.js'); // the form loads it, too
      await settled(element);
      await Promise.all(digests);
      await settled(element);
    };

    const box = (): HTMLInputElement => element.querySelector('[name=consent]')!;

    it('is required, and says so at the checkbox', async () => {
      fill(element);
      submit(element);
      await settled(element);
      expect(endpoint.requests).to.be.empty;
      expect(plain(part(element, 'summary-link')?.textContent ?? '')).to.equal(
        'You may write to me about your products: please tick this box.',
      );
      expect((await axe.run(element)).violations).to.deep.equal([]);
    });

    it('is sent with version, hash and time, and not as a field', async () => {
      box().checked = true;
      await send('fluenzr-accepted');
      const { consent, fields } = endpoint.requests[0]!.lead;
      expect([consent?.version, consent?.textHash, fields]).to.deep.equal(['2026-01', hash, undefined]);
      expect(Date.now() - Date.parse(consent?.at ?? '')).to.be.within(0, 60_000);
    });

    it('can be left out where it is optional', async () => {
      element.setAttribute('consent-optional', '');
      await settled(element);
      await send('fluenzr-accepted');
      expect(endpoint.requests[0]?.lead.consent).to.equal(undefined);
    });

    it('is read from the label of a form of the page', async () => {
      const own = await fixture<FluenzrLeadForm>(
        html`<fluenzr-lead-form endpoint="https://leads.example.com" form="frm_website" consent-version="3"
          ><form>
            <input name="email" aria-label="E-mail" value="ada@example.com" />
            <label><input type="checkbox" name="consent" checked /> ${text} </label>
          </form></fluenzr-lead-form
        >`,
      );
      await settled(own);
      await hashed();
      own.querySelector('form')?.requestSubmit();
      expect(endpoint.requests[0]?.lead.consent?.textHash).to.equal(hash);
      await settled(own);
    });
  });

  it('sends where the visitor came from, and stores that only when told to', async () => {
    for (const kept of ['page', 'stored']) {
      const each = await fixture<FluenzrLeadForm>(
        html`<fluenzr-lead-form
          endpoint="https://leads.example.com"
          form="f"
          attribution=${kept}
        ></fluenzr-lead-form>`,
      );
      await import('../src/lead-form/attribution.js'); // the form loads it, too
      element = each;
      await settled(element);
      expect('fluenzr-attribution' in localStorage).to.equal(kept === 'stored');
      await send('fluenzr-accepted');
      const { attribution } = endpoint.requests.at(-1)!.lead;
      expect(attribution?.last?.landingPage).to.equal(location.origin + location.pathname);
      expect(attribution?.first).to.deep.equal(attribution?.last);
    }
  });
});
