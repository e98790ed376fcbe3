import { expect } from 'chai';
import { ContextConsumer } from '@lit/context';
import { LitElement } from 'lit';
import { clientContext, type ProvidedClient } from '../src/provider/client-context.js';
import '../src/provider/define.js';

class Consumer extends LitElement {
  readonly consumer = new ContextConsumer(this, { context: clientContext, subscribe: true });
}
customElements.define('test-consumer', Consumer);

describe('<fluenzr-provider>', () => {
  const first = {} as ProvidedClient;
  const second = {} as ProvidedClient;
  let provider: HTMLElementTagNameMap['fluenzr-provider'];
  let consumer: Consumer;

  beforeEach(() => {
    provider = document.createElement('fluenzr-provider');
    const box = document.createElement('div');
    consumer = new Consumer();
    box.attachShadow({ mode: 'open' }).append(consumer);
    provider.append(box);
    document.body.append(provider);
  });
  afterEach(() => provider.remove());

  it('hands its client down, into shadow roots too, whenever it is set', () => {
    expect(consumer.consumer.value).to.equal(undefined);
    provider.client = first;
    expect(consumer.consumer.value).to.equal(first);
    provider.client = second;
    expect(consumer.consumer.value).to.equal(second);
    expect(provider.client).to.equal(second);
  });

  it('takes no room of its own', () => {
    expect(getComputedStyle(provider).display).to.equal('contents');
  });
});
