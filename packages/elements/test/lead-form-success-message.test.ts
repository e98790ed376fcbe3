import { expect } from 'chai';
import { oneEvent } from '@open-wc/testing';
import type { FluenzrLeadForm } from '@fluenzr/elements';
import { FakeClient, fill, form, leadForm, part } from './lead-form-fixture.js';

describe('the success message of <fluenzr-lead-form>', () => {
  let client: FakeClient;
  let element: FluenzrLeadForm;

  beforeEach(async () => {
    client = new FakeClient();
    element = await leadForm(client);
  });

  const send = async (message: string): Promise<string> => {
    element.successMessage = message;
    fill(element);
    form(element).requestSubmit();
    const accepted = oneEvent(element, 'fluenzr-accepted');
    client.accept();
    await accepted;
    await element.updateComplete;
    return part(element, 'success')!.querySelector('p')!.textContent;
  };

  it('names the contact and its groups', async () => {
    expect(await send('Thank you, @contact.first_name! You are in @contact.groups.')).to.equal(
      'Thank you, Ada! You are in [DYN] Inbound Leads.',
    );
  });

  it('keeps an address, and prints nothing for a mistake, which the console tells', async () => {
    const told: unknown[] = [];
    const original = console.error;
    console.error = (...parts: unknown[]) => told.push(...parts);
    try {
      expect(await send('Write to help@northlight.test@(contact.frist_name).')).to.equal(
        'Write to help@northlight.test.',
      );
    } finally {
      console.error = original;
    }
    expect(told.join(' ')).to.contain('frist_name');
  });

  it('shows what a visitor typed as text', async () => {
    await send('Thank you, @("<b>" & contact.email & "</b>")!');
    expect(part(element, 'success')!.querySelector('b')).to.equal(null);
    expect(part(element, 'success')!.textContent).to.contain('<b>ada@example.com</b>');
  });
});
