import { expect } from 'chai';
import { fixture, html, oneEvent } from '@open-wc/testing';
import type { FluenzrLeadForm } from '@fluenzr/elements';
import { TestEndpoint, refusal } from './lead-form-endpoint.js';
import { field, fill, settled, submit, type, until } from './lead-form-fixture.js';

describe('<fluenzr-lead-form> and the address of the page', () => {
  let endpoint: TestEndpoint;
  let element: FluenzrLeadForm;
  const { href } = location;

  beforeEach(() => void (endpoint = new TestEndpoint()));
  afterEach(() => {
    endpoint.remove();
    history.replaceState(null, '', href);
  });

  const visit = (parameters: Record<string, string>): void => {
    const url = new URL(href);
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    history.replaceState(null, '', url);
  };

  const send = async (): Promise<void> => {
    const accepted = oneEvent(element, 'fluenzr-accepted');
    submit(element);
    await accepted;
  };

  describe('prefill', () => {
    it('takes the names that are listed and no other; one without an input is a hidden field', async () => {
      visit({
        email: ' ada@example.com ',
        firstName: 'Ada',
        lastName: 'Lovelace',
        plan: 'team',
        role: 'admin',
      });
      element = await fixture(
        html`<fluenzr-lead-form
          endpoint="https://l.example"
          form="f"
          prefill="email  firstName plan missing"
        ></fluenzr-lead-form>`,
      );
      await until(() => field(element, 'plan'));
      expect(field(element, 'email').value).to.equal('ada@example.com');
      expect(field(element, 'lastName').value).to.equal('');
      await send();
      const { firstName, lastName, fields } = endpoint.requests[0]!.lead;
      expect([firstName, lastName, fields]).to.deep.equal(['Ada', undefined, { plan: 'team' }]);
    });

    it('chooses only what can be chosen, gives no consent, and leaves what is filled in', async () => {
      visit({
        size: '51+',
        team: 'none',
        news: 'weekly',
        consent: 'on',
        email: 'eve@example.com',
        last: '1',
      });
      element = await fixture(
        html`<fluenzr-lead-form
          endpoint="https://l.example"
          form="f"
          prefill="size team news consent email last"
        >
          <form>
            <input name="email" value="ada@example.com" />
            <input type="radio" name="size" value="1-50" /><input type="radio" name="size" value="51+" />
            <select name="team">
              <option>sales</option>
            </select>
            <input type="checkbox" name="news" value="weekly" />
            <input type="checkbox" name="consent" />
            <button type="submit">Send</button>
          </form>
        </fluenzr-lead-form>`,
      );
      await until(() => field(element, 'last'));
      await send();
      const { email, consent, fields } = endpoint.requests[0]!.lead;
      expect([email, consent]).to.deep.equal(['ada@example.com', undefined]);
      expect(fields).to.deep.equal({ size: '51+', team: 'sales', news: 'weekly', last: '1' });
    });

    for (const value of ['<img src=x onerror=alert(1)>', 'x'.repeat(10_000), 'a\u202Eb', '👩🏽‍💻'])
      it(`takes ${value.slice(0, 12)} as text`, async () => {
        visit({ firstName: value, ['__proto__']: 'x' });
        element = await fixture(
          html`<fluenzr-lead-form
            endpoint="https://l.example"
            form="f"
            prefill="firstName __proto__"
          ></fluenzr-lead-form>`,
        );
        await until(() => field(element, 'firstName').value);
        expect(field(element, 'firstName').value).to.equal(value.slice(0, 500));
        expect(element.querySelector('img')).to.equal(null);
        expect(Object.prototype).to.not.have.property('x');
      });
  });

  describe('redirect', () => {
    for (const redirect of [
      'javascript:alert(1)',
      'https://elsewhere.example/',
      '//elsewhere.example',
      'http://[',
    ])
      it(`does not lead to ${redirect}: the message shows, and the console says why`, async () => {
        const log = console.error;
        const logged: string[] = [];
        console.error = (text: string) => void logged.push(text);
        element = await fixture(
          html`<fluenzr-lead-form
            endpoint="https://l.example"
            form="f"
            redirect=${redirect}
          ></fluenzr-lead-form>`,
        );
        await import('../src/lead-form/redirect.js'); // the form loads it, too
        await settled(element);
        fill(element);
        await send();
        await settled(element);
        console.error = log;
        expect(logged.join()).to.contain(redirect).and.to.contain('redirect-allow');
        expect(element.matches(':state(accepted)')).to.be.true;
      });

    it('leads on', async () => {
      element = await fixture(
        html`<fluenzr-lead-form
          endpoint="https://l.example"
          form="f"
          redirect="#thanks"
        ></fluenzr-lead-form>`,
      );
      await import('../src/lead-form/redirect.js'); // the form loads it, too
      await settled(element);
      fill(element);
      await send();
      await until(() => location.hash === '#thanks');
    });
  });

  it('tells the data layer each step, without a word of the person', async () => {
    const page = window as { dataLayer?: Record<string, unknown>[] };
    delete page.dataLayer;
    element = await fixture(
      html`<fluenzr-lead-form
        endpoint="https://l.example"
        form="frm_website"
        data-layer
      ></fluenzr-lead-form>`,
    );
    const events = (): unknown[] => page.dataLayer?.map(({ event }) => event) ?? [];
    await until(() => events().includes('fluenzr_view'));
    type(element, 'email', 'ada@example.com');
    fill(element);
    endpoint.blocked = true;
    endpoint.turns.push(refusal(503));
    const error = oneEvent(element, 'fluenzr-error');
    submit(element);
    await error;
    await settled(element);
    await send();
    expect(events()).to.deep.equal(
      ['view', 'start', 'submit', 'error', 'submit', 'accepted'].map((step) => `fluenzr_${step}`),
    );
    expect(page.dataLayer?.[3]).to.deep.equal({
      event: 'fluenzr_error',
      fluenzr_form: 'frm_website',
      fluenzr_failure: 'server',
    });
    expect(JSON.stringify(page.dataLayer)).to.not.match(/ada|lovelace|@|rcp_/i);
    delete page.dataLayer;
  });
});
