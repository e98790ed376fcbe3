import axe from 'axe-core';
import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FluenzrLeadForm } from '@fluenzr/elements';
import {
  FakeClient,
  field,
  leadForm,
  narrowColumn,
  settled,
  submit,
  submitButton,
  until,
} from './lead-form-fixture.js';

describe('the question about a slip in the e-mail address of <fluenzr-lead-form>', () => {
  let client: FakeClient;
  let element: FluenzrLeadForm;

  const hint = (): HTMLButtonElement | null => element.querySelector('.fluenzr-hint button');

  const type = async (address: string): Promise<void> => {
    field(element, 'email').focus();
    await import('../src/lead-form/mail-hint.js'); // the form loads it, too
    await settled(element);
    await sendKeys({ type: address });
  };

  beforeEach(async () => {
    client = new FakeClient();
    element = await leadForm(client);
  });

  it('comes when the visitor goes on, moves nothing, and corrects the address with the keyboard', async () => {
    const { top } = submitButton(element).getBoundingClientRect();
    await type('ada@gmial.com');
    expect(hint()).to.equal(null);
    await sendKeys({ press: 'Tab' });
    await until(hint);
    expect(hint()?.textContent).to.equal('Did you mean gmail.com?');
    expect(hint()?.parentElement?.getAttribute('role')).to.equal('status');
    expect(submitButton(element).getBoundingClientRect().top).to.equal(top);
    expect(hint()!.getBoundingClientRect().height).to.be.at.least(24);
    expect((await axe.run(element)).violations).to.deep.equal([]);
    hint()!.focus();
    await sendKeys({ press: 'Enter' });
    expect(field(element, 'email').value).to.equal('ada@gmail.com');
    expect(document.activeElement).to.equal(field(element, 'email'));
    expect(hint()).to.equal(null);
  });

  it('comes when the address was there before the code for it: filled in by the browser at the first focus', async () => {
    field(element, 'firstName').focus(); // asks for the code
    field(element, 'email').value = 'ada@gmial.com';
    field(element, 'email').dispatchEvent(new Event('change', { bubbles: true }));
    await until(hint);
    expect(hint()?.textContent).to.equal('Did you mean gmail.com?');
    element.reset();
    expect(hint(), 'and goes with the address').to.equal(null);
  });

  it('holds nobody up: the address is sent as it is', async () => {
    await type('ada@gmial.com');
    await sendKeys({ press: 'Tab' });
    await until(hint);
    submit(element);
    expect(client.calls[0]?.input.email).to.equal('ada@gmial.com');
  });

  it('goes when the address is changed', async () => {
    await type('ada@gmial.com');
    await sendKeys({ press: 'Tab' });
    await until(hint);
    field(element, 'email').focus();
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'Backspace' });
    expect(hint()).to.equal(null);
  });

  it('is not asked about an address that may well be right', async () => {
    await type('ada@northlight.co');
    await sendKeys({ press: 'Tab' });
    expect(hint()).to.equal(null);
  });

  it("stands below the input of the page's own form, inside 320 pixels, whatever is typed", async () => {
    element = await fixture(
      html`<fluenzr-lead-form group-id="g">
        <form>
          <label>Work e-mail <input name="email" type="email" /></label>
          <label>Company <input name="company" /></label>
          <button type="submit">Send</button>
        </form>
      </fluenzr-lead-form>`,
    );
    const column = narrowColumn(element);
    const { top } = submitButton(element).getBoundingClientRect();
    await type('a.very.long.name.with.everything.in.it@gmial.com');
    await sendKeys({ press: 'Tab' });
    await until(hint);
    const below = field(element, 'email').getBoundingClientRect();
    const place = hint()!.getBoundingClientRect();
    expect(place.top).to.be.closeTo(below.bottom, 1);
    expect(place.right).to.be.at.most(below.right + 1);
    expect(submitButton(element).getBoundingClientRect().top).to.equal(top);
    expect(column.scrollWidth).to.equal(320);
  });
});
