import axe from 'axe-core';
import { expect } from 'chai';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { FluenzrLeadForm } from '@fluenzr/elements';
import {
  FakeClient,
  failure,
  field,
  fill,
  leadForm,
  part,
  settled,
  submit,
  submitButton,
} from './lead-form-fixture.js';

type State = (element: FluenzrLeadForm, client: FakeClient) => void;

const states: Record<string, State> = {
  empty: () => undefined,
  'with errors': (element) => submit(element),
  busy: (element) => {
    fill(element);
    submit(element);
  },
  failed: (element, client) => {
    fill(element);
    submit(element);
    client.refuse(failure({ name: 'ConnectionError' }));
  },
  accepted: (element, client) => {
    fill(element);
    submit(element);
    client.accept();
  },
};

describe('<fluenzr-lead-form> accessibility', () => {
  let client: FakeClient;
  let element: FluenzrLeadForm;

  beforeEach(async () => {
    client = new FakeClient();
    element = await leadForm(client);
  });

  for (const theme of ['light', 'dark'])
    for (const [name, reach] of Object.entries(states))
      it(`has nothing for axe to find: ${name}, ${theme}`, async () => {
        element.setAttribute('theme', theme);
        reach(element, client);
        await settled(element);
        const { violations, incomplete } = await axe.run(element);
        const found = [...violations, ...incomplete].map(
          ({ id, nodes }) =>
            `${id}: ${nodes.map((node) => node.html + (node.failureSummary ?? '')).join(' | ')}`,
        );
        expect(found).to.deep.equal([]);
      });

  it('is filled in, corrected, sent and started again with the keyboard alone', async () => {
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await sendKeys({ press: key });
      await settled(element);
    };
    field(element, 'email').focus();
    await sendKeys({ type: 'ada@example' });
    await press('Enter');
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'summary'));
    await press('Tab');
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'summary-link'));
    await press('Enter');
    expect(document.activeElement).to.equal(field(element, 'email'));
    await press('End');
    await sendKeys({ type: '.com' });
    await press('Tab');
    expect(document.activeElement).to.equal(field(element, 'firstName'));
    await sendKeys({ type: 'Ada' });
    await press('Tab');
    expect(document.activeElement).to.equal(field(element, 'lastName'));
    await sendKeys({ type: 'Lovelace' });
    await press('Tab');
    expect(document.activeElement).to.equal(submitButton(element));
    await press('Enter', 'Enter');
    expect(client.calls.map(({ input }) => input)).to.deep.equal([
      { email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace', groupId: 'grp_inbound' },
    ]);
    expect(document.activeElement, 'the busy button keeps the focus').to.equal(submitButton(element));
    client.accept();
    await settled(element);
    await press('Tab');
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'again'));
    await press('Enter');
    expect(document.activeElement).to.equal(field(element, 'email'));
  });

  it('can be sent again from the button after a failure, which takes no focus', async () => {
    fill(element);
    submitButton(element).focus();
    await sendKeys({ press: 'Enter' });
    client.refuse(failure({ status: 503 }));
    await settled(element);
    expect(document.activeElement).to.equal(submitButton(element));
    await sendKeys({ press: 'Enter' });
    expect(client.calls).to.have.length(2);
  });

  it('has targets of at least 44 pixels, and shows where the focus is', async () => {
    await setViewport({ width: 320, height: 640 });
    const heights = (...elements: (Element | null)[]): number[] =>
      elements.map((each) => each?.getBoundingClientRect().height ?? 0);
    const small = (height: number): boolean => height < 44;
    submit(element);
    await settled(element);
    expect(
      heights(field(element, 'email'), submitButton(element), part(element, 'summary-link')).filter(small),
    ).to.be.empty;
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement).to.equal(field(element, 'email'));
    expect(getComputedStyle(field(element, 'email')).outlineStyle).to.equal('solid');

    fill(element);
    submit(element);
    client.accept();
    await settled(element);
    expect(heights(part(element, 'again')).filter(small)).to.be.empty;
    await setViewport({ width: 800, height: 800 });
  });
});
