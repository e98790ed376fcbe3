import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { clientContext, type ProvidedClient } from './client-context.js';

/**
 * Hands one client down to all FluenzR elements inside it. An element's own property `client` comes first. The client may
 * be set later, or be replaced: the elements then load anew.
 *
 * @tag fluenzr-provider
 *
 * @slot - The page's content, with the elements in it.
 *
 * @example
 * ```ts
 * import { createClient } from '@fluenzr/client';
 * import '@fluenzr/elements/provider';
 *
 * const provider = document.createElement('fluenzr-provider');
 * provider.client = createClient({ baseUrl: 'https://crm.example.com', apiKey: () => Promise.resolve('a token') });
 * ```
 */
export class FluenzrProvider extends LitElement {
  /** @internal */
  static override readonly styles = css`
    :host {
      display: contents;
    }
  `;

  readonly #provider = new ContextProvider(this, { context: clientContext });

  /** The client that the elements inside use. */
  @property({ attribute: false })
  set client(client: ProvidedClient | undefined) {
    this.#provider.setValue(client);
  }
  get client(): ProvidedClient | undefined {
    return this.#provider.value;
  }

  /** @internal */
  override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fluenzr-provider': FluenzrProvider;
  }
}
