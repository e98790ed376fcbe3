import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import type { FluenzrLeadForm } from '@fluenzr/elements';
import { TestEndpoint } from './lead-form-endpoint.js';
import { part, submit, until } from './lead-form-fixture.js';
import { plain } from './plain-text.js';

describe("the browser's constraints in <fluenzr-lead-form>", () => {
  let endpoint: TestEndpoint;
  let element: FluenzrLeadForm;

  beforeEach(async () => {
    endpoint = new TestEndpoint();
    element = await fixture(
      html`<fluenzr-lead-form endpoint="https://leads.example.com" form="frm_website">
        <form>
          <label>E-mail <input name="email" type="email" value="ada@example.com" /></label>
          <button type="submit">Send</button>
        </form>
      </fluenzr-lead-form>`,
    );
  });

  afterEach(() => endpoint.remove());

  /** Adds a field to the form. */
  const add = (template: ReturnType<typeof html>): HTMLElement => {
    const place = document.createElement('div');
    render(template, place);
    element.querySelector('form')!.prepend(place);
    return place;
  };

  /** Submits, and gives what the summary says. */
  const said = async (): Promise<string[]> => {
    submit(element);
    await until(() => part(element, 'summary'));
    expect(endpoint.requests).to.be.empty;
    return [...element.shadowRoot!.querySelectorAll('[part=summary-link]')].map(({ textContent }) =>
      plain(textContent),
    );
  };

  const faults: readonly [what: string, text: string, template: ReturnType<typeof html>][] = [
    [
      'a text that is missing',
      'Company: please fill this in.',
      html`<label>Company: * <input name="company" required /></label>`,
    ],
    [
      'blanks where text is required',
      'Message: please fill this in.',
      html`<label>Message <textarea name="message" required> </textarea></label>`,
    ],
    [
      'a box that must be ticked',
      'I have read the terms: please tick this box.',
      html`<label><input type="checkbox" name="terms" required /> I have read the terms.</label>`,
    ],
    [
      'a select, whose label is not its options',
      'Team: please choose.',
      html`<label
        >Team
        <select name="team" required>
          <option value="">Choose</option>
          <option>1-10</option>
        </select></label
      >`,
    ],
    [
      'radio buttons, by their legend',
      'Your role: please choose.',
      html`<fieldset>
        <legend>Your role</legend>
        <label><input type="radio" name="role" value="sales" required /> Sales</label>
      </fieldset>`,
    ],
    [
      'another e-mail address',
      'Enter a full e-mail address, such as name@example.com.',
      html`<label>Your colleague <input type="email" name="colleague" value="bob" /></label>`,
    ],
    [
      'an address of a page',
      'Website: enter a full address, such as https://example.com.',
      html`<label>Website <input type="url" name="website" value="example" /></label>`,
    ],
    [
      'a number that is too low',
      'Seats: enter 5 or more.',
      html`<label>Seats <input type="number" name="seats" min="5" value="2" /></label>`,
    ],
    [
      'a number that is too high',
      'Seats: enter 10,000 or less.',
      html`<label>Seats <input type="number" name="seats" max="10000" value="20000" /></label>`,
    ],
    [
      'a number between two steps',
      'Budget: the nearest possible value is 0.3.',
      html`<label>Budget <input type="number" name="budget" step="0.1" min="0" value="0.27" /></label>`,
    ],
    [
      'a number between the last step and the end',
      'Seats: the nearest possible value is 8.',
      html`<label>Seats <input type="number" name="seats" step="4" min="0" max="11" value="11" /></label>`,
    ],
    [
      'a date that is too early',
      'Start: January 5, 2026 is the earliest.',
      html`<label>Start <input type="date" name="start" min="2026-01-05" value="2025-12-31" /></label>`,
    ],
    [
      'a time that is too late',
      'Call me at: 17:00 is the latest.',
      html`<label>Call me at <input type="time" name="at" max="17:00" value="18:30" /></label>`,
    ],
    [
      "a pattern, with the page's words for it",
      'Code: Two letters and two digits.',
      html`<label
        >Code <input name="code" pattern="[A-Z]{2}\\d{2}" title="Two letters and two digits." value="x"
      /></label>`,
    ],
    [
      'a pattern without',
      'Code was not accepted. Please check it.',
      html`<input aria-label="Code" name="code" pattern="[A-Z]{2}" value="x" />`,
    ],
  ];
  for (const [what, text, template] of faults)
    it(`are told in words of ours: ${what}`, async () => {
      add(template);
      expect(await said()).to.deep.equal([text]);
    });

  it('are told in words of ours: a text that is too short, once it was typed', async () => {
    const label = add(html`<label>Company <input name="company" minlength="3" /></label>`);
    label.querySelector('input')!.focus();
    await sendKeys({ type: 'No' });
    expect(await said()).to.deep.equal(['Company: enter at least 3 characters.']);
  });

  it('are told in words of ours: a number that is none', async () => {
    const label = add(html`<label>Seats <input type="number" name="seats" required /></label>`);
    label.querySelector('input')!.focus();
    await sendKeys({ type: '1e' });
    const { badInput } = label.querySelector('input')!.validity;
    // WebKitGTK lets nothing be typed that is no number
    expect(await said()).to.deep.equal([badInput ? 'Seats: enter a number.' : 'Seats: please fill this in.']);
  });

  for (const [lang, ...texts] of [
    ['fr', 'Sièges : saisissez 5 ou plus.', 'Début : 5 janvier 2026 au plus tôt.'],
    ['de', 'Sièges: Geben Sie 5 oder mehr ein.', 'Début: Frühestens 5. Januar 2026.'],
    ['es', 'Sièges: escriba 5 o más.', 'Début: 5 de enero de 2026 como muy pronto.'],
  ] as const)
    it(`are told in the language of the page, whatever the browser's is: ${lang}`, async () => {
      element.lang = lang;
      await until(() => element.texts.language === lang);
      add(
        html`<label>Sièges <input type="number" name="seats" min="5" value="2" /></label>
          <label>Début <input type="date" name="start" min="2026-01-05" value="2025-12-31" /></label>`,
      );
      expect(await said()).to.deep.equal(texts);
    });

  it('come after what the page itself has to say', async () => {
    const label = add(html`<label>Company <input name="company" required /></label>`);
    label.querySelector('input')!.setCustomValidity('Northlight is closed.');
    element.querySelector<HTMLInputElement>('[name=email]')!.setCustomValidity('Not from this e-mail.');
    expect(await said(), 'named, unless they name the field themselves').to.deep.equal([
      'Company: Northlight is closed.',
      'Not from this e-mail.',
    ]);
  });

  it('stay told while the visitor types, until they hold', async () => {
    const label = add(html`<label>Website <input type="url" name="website" value="northlight" /></label>`);
    await said();
    const message = (): string => plain(element.querySelector('.fluenzr-error')?.textContent ?? '');
    expect(message()).to.match(/^Website: enter a full address/);
    const input = label.querySelector('input')!;
    input.required = true;
    input.value = '';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await until(() => message() === 'Website: please fill this in.');
    input.value = 'https://northlight.example.com';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await until(() => message() === '');
  });

  it('keep a label from turning the words around it', async () => {
    add(html`<label>${'\u202eCompany'} <input name="company" required /></label>`);
    submit(element);
    await until(() => part(element, 'summary'));
    expect(part(element, 'summary-link')?.textContent).to.contain('\u2068\u202eCompany\u2069: please');
  });
});
