import { expect } from 'chai';
import { createElement as h } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { flushSync } from 'react-dom';
import type { LeadFormAcceptedEvent } from '../src/index.js';
import { LeadForm, Provider } from '../src/react/index.js';
import type { ProvidedClient } from '../src/index.js';

describe('@fluenzr/elements/react', () => {
  let root: Root;
  let place: HTMLElement;
  const show = (element: Parameters<Root['render']>[0]) => flushSync(() => root.render(element));
  beforeEach(() => {
    place = document.body.appendChild(document.createElement('main'));
    root = createRoot(place);
  });
  afterEach(() => {
    root.unmount();
    place.remove();
  });

  it('sets properties, hears events, and passes a form of the page on', async () => {
    const accepted = new Promise<LeadFormAcceptedEvent>((resolve) =>
      show(
        h(
          LeadForm,
          { mode: 'test', submitLabel: 'Join', labels: { success: 'Welcome' }, onFluenzrAccepted: resolve },
          h(
            'form',
            null,
            h('input', { name: 'email', defaultValue: 'ada@example.com' }),
            h('button', null, 'Go'),
          ),
        ),
      ),
    );
    const element = place.querySelector('fluenzr-lead-form')!;
    expect(element).to.include({ mode: 'test', submitLabel: 'Join' });
    expect(element.labels).to.deep.equal({ success: 'Welcome' });
    place.querySelector('button')!.click();
    expect((await accepted).receiptId).to.equal('test');
  });

  it('hands a client down', () => {
    const client = {} as ProvidedClient;
    show(h(Provider, { client }, h('p', null, 'inside')));
    expect(place.querySelector('fluenzr-provider')!.client).to.equal(client);
    expect(place.textContent).to.equal('inside');
  });
});
