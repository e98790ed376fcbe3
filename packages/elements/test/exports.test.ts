import { expect } from 'chai';
import { FluenzrLeadForm, LeadFormSubmitEvent, en } from '@fluenzr/elements';

describe('@fluenzr/elements', () => {
  it('registers nothing by itself', () => {
    expect(customElements.get('fluenzr-lead-form')).to.equal(undefined);
    expect(FluenzrLeadForm.prototype).to.be.instanceOf(HTMLElement);
  });

  it('brings the events as classes, and the English texts', () => {
    const event = new LeadFormSubmitEvent({ email: 'ada@example.com' });
    expect([event.type, event.bubbles, event.composed, event.cancelable]).to.deep.equal([
      'fluenzr-submit',
      true,
      true,
      true,
    ]);
    expect(Object.values({ ...en }).filter((text) => text.trim() === '')).to.be.empty;
  });
});
