import axe from 'axe-core';
import { expect } from 'chai';
import { fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FluenzrLeadForm } from '@fluenzr/elements';
import { TestEndpoint } from './lead-form-endpoint.js';
import { field, fill, form, submit, until } from './lead-form-fixture.js';

describe('the honeypot of <fluenzr-lead-form>', () => {
  let endpoint: TestEndpoint;
  let element: FluenzrLeadForm;

  beforeEach(() => void (endpoint = new TestEndpoint()));
  afterEach(() => endpoint.remove());

  const trap = (): HTMLInputElement | null => element.querySelector('[name=k7_qvw][form]');

  const ready = async (markup: ReturnType<typeof html>): Promise<void> => {
    element = await fixture(markup);
    await until(trap);
  };

  const send = async (): Promise<Record<string, unknown>> => {
    fill(element);
    const accepted = oneEvent(element, 'fluenzr-accepted');
    submit(element);
    await accepted;
    return endpoint.requests[0]!.lead as unknown as Record<string, unknown>;
  };

  describe('of the attribute', () => {
    beforeEach(() =>
      ready(
        html`<fluenzr-lead-form
          endpoint="https://leads.example.com"
          form="frm_website"
          honeypot="k7_qvw"
        ></fluenzr-lead-form>`,
      ),
    );

    it('is not there for people: nothing to see, to read out, or to reach with the keyboard', async () => {
      const { width, height } = trap()!.parentElement!.getBoundingClientRect();
      expect(Math.max(width, height)).to.be.at.most(1);
      expect(trap()!.matches('[inert] *'), 'left out of the accessibility tree').to.be.true;
      field(element, 'lastName').focus();
      await sendKeys({ press: 'Tab' });
      expect(document.activeElement?.tagName).to.equal('BUTTON');
      expect((await axe.run(element)).violations).to.deep.equal([]);
    });

    it('is no input of the form, so that browsers do not fill it in', () => {
      expect([...form(element).elements]).to.not.include(trap());
      expect(trap()!.autocomplete).to.equal('off');
    });

    it('is sent when it is filled in, and not when it is empty', async () => {
      trap()!.value = 'https://spam.example';
      const lead = await send();
      expect(lead.k7_qvw).to.equal('https://spam.example');
      expect(lead.fields).to.equal(undefined);
    });

    it('is not sent empty', async () => {
      expect(await send()).to.not.have.property('k7_qvw');
    });
  });

  it('of the form record is there from the first focus on', async () => {
    endpoint.challenge = { kind: 'none', honeypot: 'k7_qvw' };
    element = await fixture(
      html`<fluenzr-lead-form endpoint="https://leads.example.com" form="frm_website"></fluenzr-lead-form>`,
    );
    expect(trap()).to.equal(null);
    field(element, 'email').focus();
    await until(trap);
    expect(endpoint.asked).to.equal(1);
  });

  it("may stand in the page's own form, and is then no field of it", async () => {
    await ready(
      html`<fluenzr-lead-form endpoint="https://leads.example.com" form="frm_website" honeypot="k7_qvw">
        <form>
          <input name="email" aria-label="E-mail" />
          <input name="firstName" aria-label="First name" />
          <input name="lastName" aria-label="Last name" />
          <input name="k7_qvw" hidden />
          <button type="submit">Send</button>
        </form>
      </fluenzr-lead-form>`,
    );
    expect(element.querySelectorAll('[name=k7_qvw]')).to.have.length(1);
    trap()!.value = 'x';
    const lead = await send();
    expect([lead.k7_qvw, lead.fields]).to.deep.equal(['x', undefined]);
  });
});
