import { expect } from 'chai';
import { oneEvent } from '@open-wc/testing';
import type { FluenzrLeadForm } from '@fluenzr/elements';
import { accepted } from './accepted-contact.js';
import {
  FakeClient,
  failure,
  field,
  fill,
  form,
  leadForm,
  part,
  settled,
  submit,
  submitButton,
  type,
  typed,
} from './lead-form-fixture.js';

describe('<fluenzr-lead-form>', () => {
  let client: FakeClient;
  let element: FluenzrLeadForm;

  beforeEach(async () => {
    client = new FakeClient();
    element = await leadForm(client);
  });

  describe('its fields', () => {
    it('are native inputs in the light DOM, labelled, with the tokens that autofill knows', () => {
      const facts = (name: string): unknown[] => {
        const input = field(element, name);
        return [input.labels?.[0]?.textContent.trim(), input.type, input.autocomplete, input.required];
      };
      expect(form(element).parentElement).to.equal(element);
      expect(facts('email')).to.deep.equal(['E-mail', 'email', 'email', true]);
      expect(facts('firstName')).to.deep.equal(['First name (optional)', 'text', 'given-name', false]);
      expect(facts('lastName')).to.deep.equal(['Last name (optional)', 'text', 'family-name', false]);
    });

    it('take their texts from labels, and keep the English ones that are not overridden', async () => {
      type(element, 'firstName', 'Ada');
      element.labels = {
        email: 'Adresse e-mail',
        submit: 'Envoyer',
        emailRequired: 'Saisissez votre adresse.',
      };
      await element.updateComplete;
      expect(field(element, 'email').labels?.[0]?.textContent.trim()).to.equal('Adresse e-mail');
      expect(field(element, 'firstName').labels?.[0]?.textContent.trim()).to.equal('First name (optional)');
      expect(submitButton(element).textContent.trim()).to.equal('Envoyer');
      expect(field(element, 'firstName').value, 'typed before').to.equal('Ada');
      submit(element);
      await settled(element);
      expect(part(element, 'summary-link')?.textContent.trim()).to.equal('Saisissez votre adresse.');
    });
  });

  it('says on its button what submit-label says', async () => {
    element.setAttribute('submit-label', 'Send me the report');
    await element.updateComplete;
    expect(submitButton(element).textContent.trim()).to.equal('Send me the report');
  });

  describe('sending', () => {
    it('creates the contact in the group, trimmed, without the names that were left empty', () => {
      type(element, 'email', '  ada@example.com ');
      type(element, 'firstName', ' Ada ');
      type(element, 'lastName', '  ');
      submit(element);
      expect(client.calls.map(({ input }) => input)).to.deep.equal([
        { email: 'ada@example.com', firstName: 'Ada', groupId: 'grp_inbound' },
      ]);
    });

    it('tells the page first, which may keep the lead from being sent', () => {
      const inputs: unknown[] = [];
      const hold = (event: Event): void => event.preventDefault();
      element.addEventListener('fluenzr-submit', hold);
      document.addEventListener('fluenzr-submit', ({ input }) => inputs.push(input), { once: true });
      fill(element);
      submit(element);
      expect(inputs).to.deep.equal([
        { email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace', groupId: 'grp_inbound' },
      ]);
      expect(client.calls).to.be.empty;
      expect(element.matches(':state(busy)')).to.be.false;

      element.removeEventListener('fluenzr-submit', hold);
      submit(element);
      expect(client.calls).to.have.length(1);
    });

    it('says so while it lasts: button, aria-busy, announcement and :state(busy)', async () => {
      fill(element);
      submit(element);
      await settled(element);
      expect(submitButton(element).textContent.trim()).to.equal('Sending…');
      expect(submitButton(element).getAttribute('aria-disabled')).to.equal('true');
      expect(submitButton(element).disabled, 'a disabled button would lose the focus').to.be.false;
      expect(form(element).getAttribute('aria-busy')).to.equal('true');
      expect(element.shadowRoot?.querySelector('[role=status]')?.textContent).to.equal('Sending…');
      expect(element.matches(':state(busy)')).to.be.true;
      expect(field(element, 'email').readOnly).to.be.true;

      client.refuse(failure({ name: 'ConnectionError' }));
      await settled(element);
      expect(submitButton(element).textContent.trim()).to.equal('Sign up');
      expect(submitButton(element).getAttribute('aria-disabled')).to.equal('false');
      expect(form(element).getAttribute('aria-busy')).to.equal('false');
      expect(element.shadowRoot?.querySelector('[role=status]')?.textContent).to.equal('');
      expect(element.matches(':state(busy)')).to.be.false;
      expect(field(element, 'email').readOnly).to.be.false;
    });

    it('does nothing on a second submit while the first is under way', async () => {
      let submits = 0;
      element.addEventListener('fluenzr-submit', () => (submits += 1));
      fill(element);
      submitButton(element).click();
      submitButton(element).click();
      await settled(element);
      submitButton(element).click();
      element.reset();
      expect(client.calls).to.have.length(1);
      expect(submits).to.equal(1);
      expect(typed(element).firstName, 'reset() waits, too').to.equal('Ada');
    });
  });

  describe('once accepted', () => {
    const send = async (): Promise<void> => {
      fill(element);
      submit(element);
      client.accept();
      await settled(element);
    };

    it('fires fluenzr-accepted with the contact and what began for it', async () => {
      fill(element);
      submit(element);
      setTimeout(() => client.accept());
      const event = (await oneEvent(
        document,
        'fluenzr-accepted',
      )) as unknown as GlobalEventHandlersEventMap['fluenzr-accepted'];
      expect(event.contact).to.deep.equal(accepted);
      expect(event.contact?.enrollments).to.deep.equal([{ campaignId: 'cmp_1', status: 'ENROLLED' }]);
    });

    it('replaces the form by a message that has the focus', async () => {
      await send();
      expect(element.matches(':state(accepted)')).to.be.true;
      expect(part(element, 'success')?.textContent).to.contain('Thank you! We have your details');
      expect(element.shadowRoot?.activeElement).to.equal(part(element, 'success'));
      expect(form(element).checkVisibility()).to.be.false;
    });

    it('leaves the focus where it is when the visitor has gone on, and announces the message', async () => {
      const elsewhere = document.createElement('button');
      element.after(elsewhere);
      fill(element);
      submit(element);
      elsewhere.focus();
      client.accept();
      await settled(element);
      expect(document.activeElement).to.equal(elsewhere);
      expect(element.shadowRoot?.querySelector('[role=status]')?.textContent).to.contain('Thank you!');
    });

    it('says what success-message says, or what is in the slot', async () => {
      element.setAttribute('success-message', 'Check your inbox.');
      await send();
      expect(part(element, 'success')?.textContent).to.contain('Check your inbox.');
      const slotted = document.createElement('p');
      slotted.slot = 'success';
      slotted.textContent = 'See you on Monday.';
      element.append(slotted);
      expect(slotted.checkVisibility()).to.be.true;
      expect(element.shadowRoot?.querySelector('slot[name=success] p')?.checkVisibility()).to.not.be.true;
    });

    it('keeps nothing of what was typed, and takes the next person', async () => {
      await send();
      expect(typed(element)).to.deep.equal({ email: '', firstName: '', lastName: '' });
      part(element, 'again')?.click();
      await settled(element);
      expect(element.matches(':state(accepted)')).to.be.false;
      expect(document.activeElement).to.equal(field(element, 'email'));
      expect(part(element, 'success')).to.equal(null);
      await send();
      expect(client.calls).to.have.length(2);
    });
  });

  it('reset() empties the form and takes messages away', async () => {
    fill(element);
    type(element, 'email', 'ada');
    submit(element);
    await settled(element);
    expect(element.matches(':state(error)')).to.be.true;
    element.reset();
    await element.updateComplete;
    expect(typed(element)).to.deep.equal({ email: '', firstName: '', lastName: '' });
    expect(element.matches(':state(error)')).to.be.false;
    expect(field(element, 'email').getAttribute('aria-invalid')).to.equal('false');
    expect(part(element, 'summary')).to.equal(null);
  });
});
