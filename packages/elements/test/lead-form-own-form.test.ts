import axe from 'axe-core';
import { expect } from 'chai';
import { fixture, html, oneEvent } from '@open-wc/testing';
import type { FluenzrLeadForm } from '@fluenzr/elements';
import { TestEndpoint, refusal } from './lead-form-endpoint.js';
import { FakeClient, form, part, settled, until } from './lead-form-fixture.js';
import { plain } from './plain-text.js';

const action = 'https://leads.example.com/forms/frm_website/submissions';

describe("<fluenzr-lead-form> with the page's own form", () => {
  let endpoint: TestEndpoint;
  let element: FluenzrLeadForm;

  beforeEach(async () => {
    endpoint = new TestEndpoint();
    element = await fixture(
      html`<fluenzr-lead-form endpoint="https://leads.example.com" form="frm_website">
        <form method="post" action=${action}>
          <label>Work e-mail <input name="email" type="email" value="ada@example.com" /></label>
          <label>First name <input name="firstName" value=" Ada " /></label>
          <label
            >Company size
            <select name="size">
              <option>1-10</option>
              <option selected>11-50</option>
            </select></label
          >
          <fieldset>
            <legend>Interests</legend>
            <label><input type="checkbox" name="interests" value="crm" checked /> CRM</label>
            <label><input type="checkbox" name="interests" value="mail" checked /> Mail</label>
            <label><input type="checkbox" name="interests" value="ads" /> Ads</label>
          </fieldset>
          <fieldset>
            <legend>When</legend>
            <label><input type="radio" name="when" value="now" checked /> Now</label>
            <label><input type="radio" name="when" value="later" /> Later</label>
          </fieldset>
          <label>Message <textarea name="message">Hello</textarea></label>
          <label>Code <input name="code" pattern="[A-Z]{3}" value="ABC" required /></label>
          <label><input type="checkbox" name="terms" required checked /> I agree</label>
          <input type="hidden" name="page" value="prices" />
          <label>File <input type="file" name="file" /></label>
          <button name="reset" value="x">Send</button>
        </form>
      </fluenzr-lead-form>`,
    );
  });

  afterEach(() => endpoint.remove());

  const input = (name: string): HTMLInputElement => element.querySelector(`[name=${name}]`)!;
  const send = async (): Promise<void> => {
    form(element).requestSubmit();
    await settled(element);
  };

  it('renders none of its own, and moves nothing', () => {
    expect(element.querySelectorAll('form')).to.have.length(1);
    expect(form(element).action).to.equal(action);
    expect(element.querySelectorAll('input')).to.have.length(11);
  });

  it('sends names as they are, and everything else as fields', async () => {
    const accepted = oneEvent(element, 'fluenzr-accepted');
    await send();
    await accepted;
    const { id, startedAt, ...lead } = endpoint.requests[0]!.lead;
    expect([typeof id, startedAt]).to.deep.equal(['string', undefined]);
    expect(lead).to.deep.equal({
      email: 'ada@example.com',
      firstName: 'Ada',
      fields: {
        size: '11-50',
        interests: ['crm', 'mail'],
        when: 'now',
        message: 'Hello',
        code: 'ABC',
        terms: 'on',
        page: 'prices',
      },
    });
    await settled(element);
    expect(part(element, 'success')?.checkVisibility()).to.be.true;
    expect(form(element).checkVisibility()).to.be.false;
  });

  /** Puts hidden inputs into the form, as a page does for its campaigns. */
  const hide = (inputs: Record<string, string>): void => {
    for (const [name, value] of Object.entries(inputs))
      form(element).append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  };

  it('takes inputs such as utm_source for where the visitor came from: the endpoint knows no such fields', async () => {
    hide({ utm_source: ' newsletter ', gclid: 'x'.repeat(600), utm_term: '', landingPage: '/tour' });
    await send();
    const { attribution, fields } = endpoint.requests[0]!.lead;
    expect(attribution).to.deep.equal({
      last: { utm_source: 'newsletter', gclid: 'x'.repeat(500), landingPage: '/tour' },
    });
    expect(fields).to.not.have.any.keys('utm_source', 'gclid', 'landingPage');
  });

  it('puts them over what the attribute attribution has noted itself', async () => {
    element.setAttribute('attribution', 'page');
    await import('../src/lead-form/attribution.js'); // the form loads it, too
    await settled(element);
    hide({ utm_source: 'newsletter' });
    await send();
    const { first, last } = endpoint.requests[0]!.lead.attribution!;
    expect(last?.utm_source).to.equal('newsletter');
    expect(last?.landingPage).to.equal(location.origin + location.pathname);
    expect(first?.utm_source).to.equal(undefined);
  });

  it('leaves them fields for a client', async () => {
    const client = new FakeClient();
    element.removeAttribute('endpoint');
    Object.assign(element, { client, groupId: 'grp_inbound' });
    hide({ utm_source: 'newsletter' });
    await send();
    expect(client.calls[0]?.input.fields?.utm_source).to.equal('newsletter');
  });

  it('joins several values for a client, whose fields hold one', async () => {
    const client = new FakeClient();
    element.removeAttribute('endpoint');
    Object.assign(element, { client, groupId: 'grp_inbound' });
    await send();
    expect(client.calls[0]?.input.fields?.interests).to.equal('crm, mail');
  });

  it('holds the browser to its own constraints, and says at each field what is wrong', async () => {
    input('email').value = '';
    input('code').value = 'abc';
    input('terms').checked = false;
    await send();
    expect(endpoint.requests).to.be.empty;
    const links = [...element.shadowRoot!.querySelectorAll('[part=summary-link]')];
    expect(links.map((link) => plain(link.textContent))).to.deep.equal([
      'Enter your e-mail address.',
      'Code was not accepted. Please check it.',
      'I agree: please tick this box.',
    ]);
    for (const name of ['email', 'code', 'terms']) {
      const message = document.getElementById(input(name).getAttribute('aria-describedby') ?? '');
      expect(message?.textContent, name).to.not.equal('');
      expect(input(name).getAttribute('aria-invalid'), name).to.equal('true');
      expect(message?.closest('label'), 'a message is no part of the label').to.equal(null);
      const { bottom } = input(name).closest('label')!.getBoundingClientRect();
      const { top } = message!.getBoundingClientRect();
      expect(top, 'and stands below it, not beside').to.be.within(bottom, bottom + 12);
    }
    const { violations } = await axe.run(element);
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
  });

  it('looks like a form: typed text is not bold, and the button as high as a field beside it', async () => {
    element.style.inlineSize = '32rem';
    await settled(element);
    expect(getComputedStyle(input('email')).fontWeight).to.equal('400');
    const button = input('reset').getBoundingClientRect();
    expect(button.height).to.equal(input('email').getBoundingClientRect().height);
    for (const one of [...form(element).children]) if (one.tagName !== 'BUTTON') one.remove();
    const label = Object.assign(document.createElement('label'), { textContent: 'E-mail ' });
    label.append(Object.assign(document.createElement('input'), { name: 'email' }));
    form(element).prepend(label);
    const beside = input('email').getBoundingClientRect();
    expect(input('reset').getBoundingClientRect().top).to.equal(beside.top);
  });

  it('says what is wrong below the field itself, also where that is the right one of two', async () => {
    element.style.inlineSize = '32rem';
    input('firstName').required = true;
    input('firstName').value = '';
    await send();
    const message = document.getElementById(input('firstName').getAttribute('aria-describedby') ?? '')!;
    expect(message.getBoundingClientRect().left).to.equal(input('firstName').getBoundingClientRect().left);
    expect(message.getBoundingClientRect().top).to.be.at.least(
      input('firstName').getBoundingClientRect().bottom,
    );
    expect(input('email').getBoundingClientRect().bottom).to.be.at.most(
      input('firstName').getBoundingClientRect().top,
    );
  });

  it('says once what is wrong with radio buttons', async () => {
    for (const radio of element.querySelectorAll<HTMLInputElement>('[name=when]'))
      Object.assign(radio, { checked: false, required: true });
    await send();
    const messages = [...input('when').closest('fieldset')!.querySelectorAll('.fluenzr-error')];
    expect(messages.filter((message) => message.checkVisibility())).to.deep.equal([messages.at(-1)]);
  });

  it('keeps a description that the page has given', async () => {
    input('email').setAttribute('aria-describedby', 'hint');
    input('email').value = '';
    await send();
    expect(input('email').getAttribute('aria-describedby')).to.match(/^hint fluenzr-/);
    input('email').value = 'ada@example.com';
    input('email').dispatchEvent(new InputEvent('input', { bubbles: true }));
    await settled(element);
    expect(input('email').getAttribute('aria-describedby')).to.equal('hint');
  });

  it('shows what the endpoint refuses at the field that it names', async () => {
    endpoint.turns.push(
      refusal(422, { errors: [{ pointer: '/fields/message', code: 'TOO_LONG', message: 'Too long.' }] }),
    );
    await send();
    await until(() => input('message').getAttribute('aria-invalid') === 'true');
    expect(part(element, 'summary-link')?.textContent).to.contain('Message');
  });

  it('tells the developer when there is no input for the e-mail address', async () => {
    const log = console.error;
    const logged: unknown[] = [];
    console.error = (...parts: unknown[]) => void logged.push(...parts);
    input('email').closest('label')?.remove();
    await send();
    console.error = log;
    expect(logged.map(String).join(' ')).to.contain('needs an input with the name email');
    expect(part(element, 'failure')?.textContent).to.contain('cannot be sent right now');
  });

  it('takes a form that comes later in place of the one that it has made', async () => {
    const late = await fixture<FluenzrLeadForm>(
      html`<fluenzr-lead-form endpoint="https://leads.example.com" form="frm_website"></fluenzr-lead-form>`,
    );
    const own = document.createElement('form');
    own.innerHTML = '<input name="email" value="bob@example.com">';
    late.append(own);
    await settled(late);
    expect([...late.querySelectorAll('form')]).to.deep.equal([own]);
    own.requestSubmit();
    expect(endpoint.requests[0]?.lead.email).to.equal('bob@example.com');
    await settled(late);
  });
});
