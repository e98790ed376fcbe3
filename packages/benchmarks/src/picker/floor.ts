// The least that a virtual picker on Lit can be: no form, no keyboard, no screen reader, no styling to speak of.
import { css, html, LitElement } from 'lit';
import { expose, type Item } from './subject.js';

const ROW = 40;

class FloorPicker extends LitElement {
  static override readonly properties = {
    items: {},
    shown: { state: true },
    top: { state: true },
    found: { state: true },
  };
  static override readonly styles = css`
    .list {
      block-size: 320px;
      overflow: auto;
    }
    .row {
      block-size: 40px;
    }
  `;
  declare items: readonly Item[];
  declare found: readonly Item[] | undefined;
  declare shown: boolean;
  declare top: number | undefined;
  #folded: string[] | undefined;

  #search(query: string) {
    this.#folded ??= this.items.map(({ name }) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
    const words = query.split(' ');
    this.found = this.items.filter((_, index) =>
      words.every((word) => this.#folded?.[index]?.includes(word)),
    );
    this.top = 0;
  }

  override render() {
    const found = this.found ?? this.items;
    const from = Math.max(0, Math.floor((this.top ?? 0) / ROW) - 4);
    return html`<input
        @click=${() => (this.shown = true)}
        @input=${(event: InputEvent) => this.#search((event.target as HTMLInputElement).value)}
      />
      ${
        this.shown
          ? html`<div
              class="list"
              @scroll=${(event: Event) => (this.top = (event.target as Element).scrollTop)}
            >
              <div .style=${`padding-top:${from * ROW}px;height:${(found.length - from) * ROW}px`}>
                ${found.slice(from, from + 16).map(({ name }, index) => html`<div class="row" id="r${from + index}">${name}</div>`)}
              </div>
            </div>`
          : ''
      }`;
  }
}
customElements.define('floor-picker', FloorPicker);

let picker = new FloorPicker();
const find = (selector: string) => picker.shadowRoot?.querySelector<HTMLElement>(selector);

expose({
  remove: () => picker.remove(),
  render: (items) => {
    picker = new FloorPicker();
    picker.items = items;
    document.body.append(picker);
  },
  rendered: () => find('input') != null,
  open: () => find('input')?.click(),
  type: (text) => {
    const input = find('input') as HTMLInputElement;
    input.value = text;
    input.dispatchEvent(new InputEvent('input'));
  },
  row: (index) => find(`#r${String(index)}`)?.textContent,
  scrollToEnd: () => {
    const list = find('.list');
    if (!list) return;
    list.scrollTop = list.scrollHeight;
    list.dispatchEvent(new Event('scroll')); // the browser's own comes with the next frame: that wait is nobody's
  },
  element: () => picker,
});
