import { make, setText } from './make.js';

const icon = (name: string, attributes: Readonly<Record<string, string>>): SVGElement => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
};

/** What replaces the form: a tick, or for a lead that is only saved, a clock; the message; and how to go on. */
export class Panel {
  readonly #hands = icon('path', {});
  readonly #message = make('p');
  readonly #slot = make('slot', {}, this.#message);
  readonly #again = make('button', { type: 'button', part: 'again' });
  readonly element: HTMLElement;

  /** @param onAgain called when the visitor wants the empty form back */
  constructor(onAgain: () => void) {
    const image = icon('svg', { part: 'success-icon', viewBox: '0 0 48 48', 'aria-hidden': 'true' });
    image.append(icon('circle', { cx: '24', cy: '24', r: '22' }), this.#hands);
    this.#again.addEventListener('click', onAgain);
    this.element = make('div', { part: 'success', tabindex: '-1' }, image, this.#slot, this.#again);
  }

  /** @param slot what the page may have put in place of the message */
  update(slot: string, message: string, again: string): void {
    this.#hands.setAttribute('d', slot === 'queued' ? 'M24 13v11l7 5' : 'm15 24.5 6.5 6.5L33.5 18');
    this.#slot.name = slot;
    setText(this.#message, message);
    setText(this.#again, again);
  }

  /** Puts a button before the last one. */
  insert(button: HTMLElement): void {
    this.#again.before(button);
  }
}
