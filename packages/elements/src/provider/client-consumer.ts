import { ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import { clientContext, type ProvidedClient } from './client-context.js';

/**
 * Holds the client of the nearest `<fluenzr-provider>` around an element. Unlike the consumer of `@lit/context` it also
 * finds a provider whose code comes after the element's own: the order of a page's imports must not matter.
 */
export class ClientConsumer implements ReactiveController {
  /** The client, once there is one. */
  value: ProvidedClient | undefined;
  readonly #host: ReactiveElement;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  /** @internal */
  hostConnected(): void {
    addEventListener('context-provider', this.#ask);
    this.#ask();
    this.#host.requestUpdate(); // it may have come from where there was a client to where there is none
  }

  /** @internal */
  hostDisconnected(): void {
    removeEventListener('context-provider', this.#ask);
    this.#unsubscribe?.();
    this.#unsubscribe = this.value = undefined;
  }

  /** Of several answers to come, the last is of the nearest provider: each that is defined makes the element ask again. */
  readonly #ask = (): void => {
    this.#host.dispatchEvent(new ContextEvent(clientContext, this.#host, this.#take, true));
  };

  readonly #take = (client: ProvidedClient | undefined, unsubscribe?: () => void): void => {
    if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    this.value = client;
    this.#host.requestUpdate();
  };
}
