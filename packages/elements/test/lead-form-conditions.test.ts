import axe from 'axe-core';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { fixture, html, oneEvent } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { FluenzrLeadForm } from '@fluenzr/elements';
import '@fluenzr/elements/lead-form';
import { TestEndpoint } from './lead-form-endpoint.js';
import { form, settled, until } from './lead-form-fixture.js';

describe('<fluenzr-lead-form> with conditions', () => {
  let endpoint: TestEndpoint;
  let element: FluenzrLeadForm;
  const errors: unknown[][] = [];
  const { error } = console;

  beforeEach(() => {
    endpoint = new TestEndpoint();
    errors.length = 0;
    console.error = (...values: unknown[]) => void errors.push(values);
  });

  afterEach(() => {
    endpoint.remove();
    console.error = error;
  });

  const make = async (content: TemplateResult): Promise<void> => {
    element = await fixture(
      html`<fluenzr-lead-form endpoint="https://leads.example.com" form="frm_website">
        <form action="https://leads.example.com/forms/frm_website/submissions" method="post">
          <label>Work e-mail <input name="email" type="email" value="ada@example.com" required /></label>
          ${content}
          <button>Send</button>
        </form>
      </fluenzr-lead-form>`,
    );
    await until(() => element.querySelector('[data-show-if][data-fluenzr-ready]'));
  };
  const input = (name: string): HTMLInputElement => element.querySelector(`[name=${name}]`)!;
  const type = (name: string, value: string): void => {
    input(name).value = value;
    input(name).dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const isShown = (name: string): boolean => input(name).checkVisibility();
  const send = async (): Promise<unknown> => {
    const accepted = oneEvent(element, 'fluenzr-accepted');
    form(element).requestSubmit();
    await accepted;
    return endpoint.requests.at(-1)!.lead.fields;
  };

  const size = html`<label>Company size <input name="company-size" inputmode="numeric" /></label>
    <label data-show-if=${'company-size >= 50'}>Department <input name="department" required /></label>`;

  it('shows a field when it is asked for, with the keyboard', async () => {
    await make(size);
    expect(isShown('department')).to.be.false;
    input('company-size').focus();
    await sendKeys({ type: '50' });
    expect(isShown('department')).to.be.true;
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement).to.equal(input('department'));
    const { violations, incomplete } = await axe.run(element);
    expect([...violations, ...incomplete].map(({ id }) => id)).to.deep.equal([]);
  });

  it('neither checks nor sends what is hidden, and has it again with the field', async () => {
    await make(size);
    type('company-size', '50');
    type('department', 'Sales');
    type('company-size', '5');
    expect(await send()).to.deep.equal({ 'company-size': '5' });
    element.reset();
    type('company-size', '50');
    type('department', 'Sales');
    type('company-size', '5');
    type('company-size', '60');
    expect(await send()).to.deep.equal({ 'company-size': '60', department: 'Sales' });
  });

  it('follows a reset', async () => {
    await make(size);
    type('company-size', '50');
    element.reset();
    await until(() => !isShown('department'));
  });

  it('follows from one condition to the next: what is hidden counts as empty', async () => {
    await make(
      html`<label><input type="checkbox" name="team" checked /> A team</label>
        <fieldset data-show-if="team">
          <legend>Team</legend>
          <label><input type="radio" name="plan" value="small" checked /> Small</label>
          <label><input type="radio" name="plan" value="large" /> Large</label>
        </fieldset>
        <label data-show-if='plan = "small"'>How many? <input name="count" /></label>`,
    );
    expect(isShown('count')).to.be.true;
    input('team').click();
    expect([isShown('plan'), isShown('count')]).to.deep.equal([false, false]);
    expect(await send()).to.equal(undefined);
  });

  it("leaves alone what the page has disabled, and wins over the page's CSS", async () => {
    await make(
      html`<label><input type="checkbox" name="team" /> A team</label>
        <div data-show-if="team"><input name="seats" aria-label="Seats" disabled /></div>`,
    );
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('div { display: grid }');
    document.adoptedStyleSheets.push(sheet);
    expect(isShown('seats')).to.be.false;
    input('team').click();
    expect([isShown('seats'), input('seats').disabled]).to.deep.equal([true, true]);
    document.adoptedStyleSheets.pop();
  });

  const mistakes: [string, string][] = [
    [
      'company-size >> 50',
      'A number, or a text in quotes, must stand here.\ncompany-size >> 50\n              ^',
    ],
    ['size > 50', 'There is no input with the name size.\nsize > 50\n^'],
  ];
  for (const [source, message] of mistakes)
    it(`shows the field, and tells the developer: ${source}`, async () => {
      await make(
        html`<label>Company size <input name="company-size" /></label>
          <label data-show-if=${source}>Department <input name="department" /></label>`,
      );
      expect(isShown('department')).to.be.true;
      expect(errors.map(([text]) => text)).to.deep.equal([`<fluenzr-lead-form> data-show-if: ${message}`]);
    });

  it('ends with conditions that contradict each other in a circle, and says so', async () => {
    await make(
      html`<label data-show-if="not b">A <input name="a" value="1" /></label>
        <label data-show-if="a">B <input name="b" value="1" /></label>`,
    );
    expect(String(errors[0]?.[0])).to.contain('contradict each other in a circle');
    await settled(element);
  });
});
