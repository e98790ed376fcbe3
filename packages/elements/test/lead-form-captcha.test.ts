import axe from 'axe-core';
import { expect } from 'chai';
import { fixture, html, oneEvent } from '@open-wc/testing';
import type { FluenzrLeadForm } from '@fluenzr/elements';
import { TestEndpoint, refusal } from './lead-form-endpoint.js';
import { field, fill, part, settled, submit, submitButton, until } from './lead-form-fixture.js';

/** What a provider's script is asked for. */
interface Settings {
  sitekey: string;
  theme: string;
  callback(token: string): void;
  'expired-callback'(): void;
}

const names: Record<string, string> = {
  turnstile: 'turnstile',
  hcaptcha: 'hcaptcha',
  recaptcha: 'grecaptcha',
};

describe('the captcha of <fluenzr-lead-form>', () => {
  let endpoint: TestEndpoint;
  let element: FluenzrLeadForm;
  let settings: Settings | undefined;
  let resets: number;

  /** Takes the place of a provider's script. */
  const provide = (kind: string): void => {
    settings = undefined;
    resets = 0;
    Object.assign(window, {
      [names[kind]!]: {
        ready: (then: () => void) => then(),
        render: (place: HTMLElement, given: Settings) => {
          settings = given;
          place.textContent = 'I am human';
          // as they do, for plain forms; hCaptcha both
          for (const name of ['cf-turnstile-response', 'h-captcha-response', 'g-recaptcha-response'])
            place.append(
              Object.assign(document.createElement('textarea'), { name, hidden: true, value: 'x' }),
            );
          return 0;
        },
        reset: () => (resets += 1),
      },
    });
  };

  beforeEach(() => (endpoint = new TestEndpoint()));
  afterEach(() => {
    endpoint.remove();
    for (const name of Object.values(names)) Reflect.deleteProperty(window, name);
  });

  const form = async (kind: string): Promise<void> => {
    element = await fixture(
      html`<fluenzr-lead-form
        endpoint="https://leads.example.com"
        form="frm_website"
        captcha=${kind}
        captcha-key="0x4AAA"
      ></fluenzr-lead-form>`,
    );
  };

  const message = (): string | undefined =>
    element.querySelector('.fluenzr-captcha .fluenzr-error')?.textContent;

  const accepted = async (): Promise<void> => {
    const event = oneEvent(element, 'fluenzr-accepted');
    submit(element);
    await event;
    await settled(element);
  };

  for (const kind of Object.keys(names))
    it(`${kind}: is shown at the first focus, and its token goes with the lead, once`, async () => {
      provide(kind);
      await form(kind);
      await settled(element);
      expect(settings).to.equal(undefined);
      fill(element);
      field(element, 'email').focus();
      await until(() => settings);
      expect(settings?.sitekey).to.equal('0x4AAA');
      settings?.callback('token-1');
      await accepted();
      expect(endpoint.requests[0]?.lead.challenge).to.equal('token-1');
      expect(endpoint.requests[0]?.lead.fields, "the widget's own inputs are no fields").to.equal(undefined);
      expect(resets).to.equal(1);
    });

  it('is asked of the visitor who has not done it, and nothing is sent before', async () => {
    provide('turnstile');
    await form('turnstile');
    fill(element);
    field(element, 'email').focus();
    await until(() => settings);
    submit(element);
    await settled(element);
    expect(endpoint.requests).to.be.empty;
    expect(message()).to.contain('Please do the check above');
    expect((await axe.run(element)).violations).to.deep.equal([]);
    settings?.callback('token-1');
    expect(message()).to.equal('');
    settings?.['expired-callback']();
    submit(element);
    await settled(element);
    expect(endpoint.requests, 'a token that has expired is none').to.be.empty;
    settings?.callback('token-2');
    await accepted();
    expect(endpoint.requests[0]?.lead.challenge).to.equal('token-2');
  });

  it('comes second where fields have to be corrected', async () => {
    provide('turnstile');
    await form('turnstile');
    field(element, 'email').focus();
    await until(() => settings);
    submit(element);
    await settled(element);
    expect(part(element, 'summary')?.textContent).to.contain('Enter your e-mail address');
    expect(message()).to.equal('');
  });

  it('can be done again when it was not passed; the text is kept', async () => {
    provide('turnstile');
    await form('turnstile');
    fill(element);
    field(element, 'email').focus();
    await until(() => settings);
    settings?.callback('bad');
    endpoint.turns.push(
      refusal(422, {
        errors: [{ pointer: '/challenge', code: 'CHALLENGE_INVALID', message: 'Not passed.' }],
      }),
    );
    const error = oneEvent(element, 'fluenzr-error');
    submit(element);
    await error;
    await settled(element);
    expect(part(element, 'failure')?.textContent).to.contain('was not passed');
    expect(field(element, 'email').value).to.equal('ada@example.com');
    expect(resets).to.equal(1);
    settings?.callback('good');
    await accepted();
    expect(endpoint.requests.at(-1)?.lead.challenge).to.equal('good');
  });

  it('of the form record needs no attribute', async () => {
    provide('hcaptcha');
    endpoint.challenge = { kind: 'hcaptcha', siteKey: '10000000-ffff' };
    element = await fixture(
      html`<fluenzr-lead-form endpoint="https://leads.example.com" form="frm_website"></fluenzr-lead-form>`,
    );
    field(element, 'email').focus();
    await until(() => settings);
    expect(settings?.sitekey).to.equal('10000000-ffff');
  });

  it('keeps its place free, so that the button does not jump when it comes', async () => {
    provide('turnstile');
    await form('turnstile');
    const { top } = submitButton(element).getBoundingClientRect();
    field(element, 'email').focus();
    await until(() => settings);
    expect(submitButton(element).getBoundingClientRect().top).to.equal(top);
  });

  it('that cannot be loaded keeps nobody out: the message says so, and the lead is sent', async () => {
    const log = console.error;
    const logged: unknown[] = [];
    console.error = (...parts: unknown[]) => void logged.push(...parts);
    await form('unheard-of'); // as good as a script that is blocked
    fill(element);
    field(element, 'email').focus();
    await until(message);
    console.error = log;
    expect(message()).to.contain('You can send the form all the same');
    expect(logged.map(String).join(' ')).to.contain('is none of turnstile, hcaptcha, recaptcha');
    endpoint.turns.push(
      refusal(422, {
        errors: [{ pointer: '/challenge', code: 'CHALLENGE_REQUIRED', message: 'Do the check.' }],
      }),
    );
    endpoint.challenge = { kind: 'turnstile', siteKey: '0x4AAA' };
    await accepted();
    expect(endpoint.requests).to.have.length(2);
    expect(endpoint.leads.size).to.equal(1);
  });
});
