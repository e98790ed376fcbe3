import axe from 'axe-core';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { fixture, html, oneEvent } from '@open-wc/testing';
import type { FluenzrLeadForm } from '@fluenzr/elements';
import '@fluenzr/elements/lead-form';
import { refusal, TestEndpoint } from './lead-form-endpoint.js';
import { field, part, until } from './lead-form-fixture.js';
import { proofOfWork, solvedNonce } from './lead-form-proof-of-work.js';

describe("<fluenzr-lead-form popup> with the page's own form in steps and a proof of work", () => {
  let endpoint: TestEndpoint;

  beforeEach(async () => {
    endpoint = new TestEndpoint();
    endpoint.challenge = await proofOfWork();
  });
  afterEach(() => endpoint.remove());

  for (const popup of ['dialog', 'slide-in'])
    it(`is filled in with the keyboard, sent once, solved, and closed: ${popup}`, async () => {
      const page = await fixture<HTMLElement>(
        html`<main>
          <button data-fluenzr-open>Get the report</button>
          <fluenzr-lead-form endpoint="https://leads.example.com" form="frm_website" popup=${popup}>
            <h2>Get the report</h2>
            <form>
              <fieldset data-step>
                <legend>About you</legend>
                <label>Work e-mail <input name="email" type="email" required /></label>
              </fieldset>
              <fieldset data-step>
                <legend>Your company</legend>
                <label>Company <input name="company" required /></label>
              </fieldset>
              <button type="submit">Send me the report</button>
            </form>
          </fluenzr-lead-form>
        </main>`,
      );
      const element = page.querySelector<FluenzrLeadForm>('fluenzr-lead-form')!;
      await until(() => part(element, 'popup') && element.querySelector('.fluenzr-progress li'));
      expect(endpoint.asked, 'nothing is asked of a visitor who has not come to it').to.equal(0);
      page.querySelector('button')!.click();
      await until(() => field(element, 'email').checkVisibility());
      field(element, 'email').focus();
      await sendKeys({ type: 'ada@example.com' });
      await sendKeys({ press: 'Enter' });
      await until(() => document.activeElement?.textContent === 'Step 2 of 2Your company');
      const panel = part(element, 'popup')!;
      await Promise.all(panel.getAnimations().map(({ finished }) => finished)); // half transparent is hard to read
      const { violations } = await axe.run(element);
      expect(violations.map(({ id }) => id)).to.deep.equal([]);
      await sendKeys({ press: 'Tab' });
      expect(document.activeElement).to.equal(field(element, 'company'));
      await sendKeys({ type: 'Northlight' });
      // whether the solution was there in time or not: the endpoint takes the lead once, solved
      endpoint.turns.push(
        refusal(422, {
          errors: [{ pointer: '/challenge', code: 'CHALLENGE_REQUIRED', message: 'Solve one.' }],
        }),
      );
      const accepted = oneEvent(element, 'fluenzr-accepted');
      await sendKeys({ press: 'Enter' });
      await accepted;
      expect(endpoint.leads.size).to.equal(1);
      const [lead] = endpoint.leads.values();
      expect(lead).to.deep.include({ email: 'ada@example.com', fields: { company: 'Northlight' } });
      await solvedNonce(lead?.challenge);
      await until(() => part(element, 'success')?.checkVisibility());
      expect(element.shadowRoot?.activeElement).to.equal(part(element, 'success'));
      await sendKeys({ press: 'Escape' });
      await until(() => !panel.checkVisibility());
    });
});
