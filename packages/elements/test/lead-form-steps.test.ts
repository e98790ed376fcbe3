import axe from 'axe-core';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { fixture, html, oneEvent } from '@open-wc/testing';
import type { FluenzrLeadForm } from '@fluenzr/elements';
import '@fluenzr/elements/lead-form';
import { refusal, TestEndpoint } from './lead-form-endpoint.js';
import { part, settled, until } from './lead-form-fixture.js';

describe('<fluenzr-lead-form> in steps', () => {
  let endpoint: TestEndpoint;
  let element: FluenzrLeadForm;

  beforeEach(async () => {
    endpoint = new TestEndpoint();
    element = await fixture(
      html`<fluenzr-lead-form endpoint="https://leads.example.com" form="frm_website">
        <form action="https://leads.example.com/forms/frm_website/submissions" method="post">
          <fieldset data-step>
            <legend>About you</legend>
            <label>Work e-mail <input name="email" type="email" required /></label>
            <label>First name <input name="firstName" /></label>
          </fieldset>
          <fieldset data-step>
            <legend>Your company</legend>
            <label>Company <input name="company" required /></label>
          </fieldset>
          <fieldset data-step>
            <legend>Your wishes</legend>
            <label>Message <textarea name="message"></textarea></label>
          </fieldset>
          <button>Send me the report</button>
        </form>
      </fluenzr-lead-form>`,
    );
    await until(() => element.querySelector('.fluenzr-progress li'));
  });

  afterEach(() => endpoint.remove());

  const input = (name: string): HTMLInputElement => element.querySelector(`[name=${name}]`)!;
  const button = (text: string): HTMLButtonElement =>
    [...element.querySelectorAll('button')].find(({ textContent }) => textContent === text)!;
  const isShown = (each: Element): boolean => each.checkVisibility();
  /** The headings that can be seen, with the number of the step. */
  const headings = (): (string | undefined)[] =>
    [...element.querySelectorAll('legend')].filter(isShown).map(({ textContent }) => textContent.trim());
  const buttons = (): string[] =>
    [...element.querySelectorAll('button')].filter(isShown).map(({ textContent }) => textContent);
  const press = async (key: string): Promise<void> => {
    await sendKeys({ press: key });
    await settled(element);
  };
  const click = async (text: string): Promise<void> => {
    button(text).click();
    await settled(element);
  };

  it('shows one step, with its number, and what leads on', async () => {
    expect(headings()).to.deep.equal(['Step 1 of 3About you']);
    expect(buttons()).to.deep.equal(['Next']);
    input('email').value = 'ada@example.com';
    await click('Next');
    expect(headings()).to.deep.equal(['Step 2 of 3Your company']);
    expect(buttons()).to.deep.equal(['Next', 'Back']);
    input('company').value = 'Northlight';
    await click('Next');
    expect(headings()).to.deep.equal(['Step 3 of 3Your wishes']);
    expect(buttons()).to.deep.equal(['Send me the report', 'Back']);
  });

  it('is filled in and sent with the keyboard, Enter goes on, and the focus leads', async () => {
    input('email').focus();
    await sendKeys({ type: 'ada@example.com' });
    await press('Enter');
    await until(() => document.activeElement?.textContent === 'Step 2 of 3Your company');
    await press('Tab');
    expect(document.activeElement).to.equal(input('company'));
    await sendKeys({ type: 'Northlight' });
    await press('Enter');
    await until(() => document.activeElement?.textContent === 'Step 3 of 3Your wishes');
    await press('Tab');
    await sendKeys({ type: 'Hello' });
    await press('Tab');
    const accepted = oneEvent(element, 'fluenzr-accepted');
    await press('Enter');
    await accepted;
    const { email, fields } = endpoint.requests[0]!.lead;
    expect({ email, fields }).to.deep.equal({
      email: 'ada@example.com',
      fields: { company: 'Northlight', message: 'Hello' },
    });
    expect(endpoint.requests).to.have.length(1);
  });

  it('checks the step that is left, and no other', async () => {
    let invalid: string[] = [];
    element.addEventListener('fluenzr-invalid', ({ errors }) => (invalid = [...errors.keys()]));
    input('email').focus();
    await click('Next');
    expect(invalid).to.deep.equal(['email']);
    expect(headings()).to.deep.equal(['Step 1 of 3About you']);
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'summary'));
    input('email').value = 'ada@example.com';
    await click('Next');
    expect(headings()).to.deep.equal(['Step 2 of 3Your company']);
    expect(part(element, 'summary')).to.equal(null);
  });

  it('goes back without checking, and keeps what was typed', async () => {
    input('email').value = 'ada@example.com';
    await click('Next');
    await click('Back');
    expect(headings()).to.deep.equal(['Step 1 of 3About you']);
    expect(document.activeElement?.textContent).to.equal('Step 1 of 3About you');
    expect(input('email').value).to.equal('ada@example.com');
  });

  /** Fills everything in and sends it. */
  const sendAll = async (): Promise<void> => {
    input('email').value = 'ada@example.com';
    input('company').value = 'Northlight';
    await click('Next');
    await click('Next');
    button('Send me the report').focus();
    await click('Send me the report');
  };

  it('leads to the steps with the fields that the server has refused', async () => {
    endpoint.turns.push(
      refusal(422, {
        errors: [
          { pointer: '/email', code: 'INVALID_EMAIL_FORMAT', message: 'Wrong' },
          { pointer: '/fields/company', code: 'INVALID_VALUE', message: 'Too short' },
        ],
      }),
    );
    const failed = oneEvent(element, 'fluenzr-error');
    await sendAll();
    await failed;
    await settled(element);
    expect(headings()).to.deep.equal(['Step 1 of 3About you']);
    const links = [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part=summary-link]')];
    links[1]!.click();
    expect(headings()).to.deep.equal(['Step 2 of 3Your company']);
    expect(document.activeElement).to.equal(input('company'));
  });

  it('begins anew for the next person', async () => {
    const accepted = oneEvent(element, 'fluenzr-accepted');
    await sendAll();
    await accepted;
    await settled(element);
    part(element, 'again')!.click();
    await settled(element);
    expect(headings()).to.deep.equal(['Step 1 of 3About you']);
    expect(document.activeElement).to.equal(input('email'));
  });

  it('leaves out a step that a condition takes away', async () => {
    const company = element.querySelectorAll('fieldset')[1]!;
    company.hidden = company.disabled = true;
    await until(() => headings()[0] === 'Step 1 of 2About you');
    input('email').value = 'ada@example.com';
    await click('Next');
    expect(headings()).to.deep.equal(['Step 2 of 2Your wishes']);
  });

  it('says where the visitor is, to everyone', async () => {
    input('email').value = 'ada@example.com';
    await click('Next');
    const items = [...element.querySelectorAll('.fluenzr-progress li')];
    expect(items.map(({ textContent, ariaCurrent }) => [textContent, ariaCurrent])).to.deep.equal([
      ['About you', null],
      ['Your company', 'step'],
      ['Your wishes', null],
    ]);
  });

  it('speaks the language of its labels', async () => {
    element.labels = { step: 'Schritt {step} von {steps}', next: 'Weiter', back: 'Zurück', language: 'de' };
    await element.updateComplete;
    expect(headings()).to.deep.equal(['Schritt 1 von 3About you']);
    expect(buttons()).to.deep.equal(['Weiter']);
  });

  for (const theme of ['light', 'dark'])
    it(`has nothing for axe to find, and large targets: ${theme}`, async () => {
      element.setAttribute('theme', theme);
      for (const act of [
        () => undefined,
        () => click('Next'),
        () => ((input('email').value = 'a@example.com'), click('Next')),
      ]) {
        await act();
        const { violations, incomplete } = await axe.run(element);
        expect(
          [...violations, ...incomplete].map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`),
        ).to.deep.equal([]);
        for (const each of element.querySelectorAll('button'))
          if (isShown(each)) expect(each.offsetHeight).to.be.at.least(44);
      }
    });
});
