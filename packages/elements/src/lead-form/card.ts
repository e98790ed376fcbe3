import { make, setText } from './make.js';

/** What the shadow root holds from the start: the page's content and the form, an alert and a status. */
export class Card {
  readonly element: HTMLElement;
  readonly #content: HTMLElement;
  /** Said at once, and seen. */
  readonly alert = make('div', { role: 'alert' });
  /** Said when there is time for it, and not seen. */
  readonly status = make('p', { role: 'status' });

  /** @param onSlotChange called when the page has put something into the element, or taken it away */
  constructor(onSlotChange: () => void) {
    const slot = make('slot');
    slot.addEventListener('slotchange', onSlotChange);
    this.#content = make('div', {}, slot, make('slot', { name: 'form' }));
    this.element = make('div', { part: 'card' }, this.#content, this.alert, this.status);
  }

  /** @param replaced whether something else stands in the place of the content */
  update(replaced: boolean, status: string): void {
    this.#content.hidden = replaced;
    setText(this.status, status);
  }
}
