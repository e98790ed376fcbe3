import { fixture, html, oneEvent } from '@open-wc/testing';
import { createClient, type FluenzR } from '@fluenzr/client';
import type { FluenzrGroupStats } from '@fluenzr/elements';
import '@fluenzr/elements/group-stats';
import { createMockBackend, type MockBackend } from '@fluenzr/mocks';
import { plain } from './plain-text.js';

export { livelyGroup, until } from './group-stats-data.js';

/** A backend whose clock stands at the present, as the card's does, and a client that does not try again by itself. */
export function connect(): {
  backend: MockBackend;
  fluenzr: FluenzR;
  /** Keeps back every further request, until the function that it gives is called. */
  hold: () => () => void;
} {
  const backend = createMockBackend({ now: Date.now(), rateLimit: Infinity });
  let open = Promise.resolve();
  const fluenzr = createClient({
    baseUrl: 'https://crm.example.com',
    apiKey: () => Promise.resolve(backend.apiKey),
    fetch: async (...request) => {
      await open;
      return backend.fetch(...request);
    },
    maxRetries: 0,
  });
  const hold = (): (() => void) => {
    let release = (): void => undefined;
    open = new Promise((resolve) => (release = resolve));
    return release;
  };
  return { backend, fluenzr, hold };
}

/** A card in the page, loaded or failed. */
export async function card(
  client: FluenzrGroupStats['client'],
  groupId: string,
  attributes: Record<string, string> = {},
): Promise<FluenzrGroupStats> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  const element = document.createElement('fluenzr-group-stats');
  element.client = client;
  element.groupId = groupId;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const settled = Promise.race([
    oneEvent(element, 'fluenzr-stats-load'),
    oneEvent(element, 'fluenzr-stats-error'),
  ]);
  box.append(element);
  await settled;
  await element.updateComplete;
  return element;
}

/** A part of the card; the tests that expect none compare it with null. */
export const part = (element: HTMLElement, name: string): HTMLElement =>
  element.shadowRoot!.querySelector<HTMLElement>(`[part=${name}]`)!;

/** The text of an element, with its white space folded and without the marks that isolate names. */
export const text = (element: Element | null | undefined): string =>
  plain(element?.textContent.replace(/\s+/g, ' ') ?? '');

/** What the figures say, by label. */
export const figuresOf = (element: FluenzrGroupStats): Record<string, string> =>
  Object.fromEntries(
    [...element.shadowRoot!.querySelectorAll('.figure')].map((figure) => [
      text(figure.querySelector('dt')),
      text(figure.querySelector('dd')),
    ]),
  );
