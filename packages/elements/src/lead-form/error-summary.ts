import { make, setText } from './make.js';

/** The list of fields to correct: each entry leads to its field. */
export class ErrorSummary {
  readonly #title = make('p', { part: 'summary-title' });
  readonly #list = make('ul');
  readonly element = make(
    'div',
    { part: 'summary', tabindex: '-1' },
    make('div', { role: 'alert' }, this.#title, this.#list),
  );
  /** The entries by the name of their field. They stay, so that only what is new is announced. */
  readonly #entries = new Map<string, HTMLButtonElement>();
  readonly #onEntry: (name: string) => void;

  /** @param onEntry called with the name of the field that the visitor wants to correct */
  constructor(onEntry: (name: string) => void) {
    this.#onEntry = onEntry;
  }

  /** @param errors what is wrong, by the name of the field */
  update(title: string, errors: ReadonlyMap<string, string>): void {
    setText(this.#title, title);
    for (const [name, entry] of this.#entries) {
      if (errors.has(name)) continue;
      entry.parentElement?.remove();
      this.#entries.delete(name);
    }
    for (const [name, text] of errors) {
      let entry = this.#entries.get(name);
      if (!entry) {
        entry = make('button', { type: 'button', part: 'summary-link' });
        entry.addEventListener('click', () => this.#onEntry(name));
        this.#entries.set(name, entry);
        this.#list.append(make('li', {}, entry));
      }
      setText(entry, text);
    }
  }
}
