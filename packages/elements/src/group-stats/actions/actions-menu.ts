import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { GroupAction } from './group-action.js';
import type { GroupActionLabels } from './labels.js';

/** The menu of a menu button, after the ARIA Authoring Practices: arrow keys, Home, End, first letters, Escape, Tab. */
export class ActionsMenu {
  open = false;

  constructor(
    private readonly host: LitElement,
    private readonly choose: (action: GroupAction) => void,
  ) {}

  /** Opens with the focus on the first or the last item; a click on the button closes it again. */
  async show(how: 'toggle' | 'first' | 'last'): Promise<void> {
    if (this.open && how === 'toggle') {
      this.close();
      return;
    }
    this.open = true;
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.#items.at(how === 'last' ? -1 : 0)?.focus();
  }

  /** Closes, and gives the focus back to the button. */
  close(): void {
    this.open = false;
    this.host.requestUpdate();
    this.focusButton();
  }

  focusButton(): void {
    this.host.shadowRoot?.querySelector<HTMLElement>('[part=menu-button]')?.focus();
  }

  get #items(): HTMLElement[] {
    return [...(this.host.shadowRoot?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const items = this.#items;
    const index = items.indexOf(event.target as HTMLElement);
    const { key } = event;
    if (key === 'Tab') {
      this.open = false; // the focus goes on from the button
      this.focusButton();
      this.host.requestUpdate();
      return;
    }
    const next =
      key === 'ArrowDown'
        ? items[(index + 1) % items.length]
        : key === 'ArrowUp'
          ? items.at(index - 1)
          : key === 'Home'
            ? items[0]
            : key === 'End'
              ? items.at(-1)
              : key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
                ? this.#startingWith(key, [...items.slice(index + 1), ...items.slice(0, index + 1)])
                : undefined;
    if (key === 'Escape') this.close();
    else if (next) next.focus();
    else return;
    event.preventDefault();
    event.stopPropagation(); // an Escape closes the menu, and not the page's dialog around it
  };

  #startingWith(letter: string, items: HTMLElement[]): HTMLElement | undefined {
    const wanted = letter.toLocaleLowerCase();
    return items.find((item) => item.textContent.trim().toLocaleLowerCase().startsWith(wanted));
  }

  readonly #onFocusout = ({ relatedTarget }: FocusEvent): void => {
    const box = this.host.shadowRoot?.querySelector('.menu-box');
    if (relatedTarget instanceof Node && box?.contains(relatedTarget)) return;
    this.open = false;
    this.host.requestUpdate();
  };

  /** @param busy an action is under way: another can be chosen when it has ended */
  render(
    actions: readonly GroupAction[],
    busy: boolean,
    { actionNames }: GroupActionLabels,
  ): TemplateResult | typeof nothing {
    if (!this.open) return nothing;
    return html`
      <div
        part="menu"
        id="menu"
        role="menu"
        aria-labelledby="menu-button"
        @keydown=${this.#onKeydown}
        @focusout=${this.#onFocusout}
      >
        ${actions.map(
          (action) => html`
            <button
              type="button"
              role="menuitem"
              tabindex="-1"
              class=${action === 'delete-contacts' ? 'danger-text' : ''}
              aria-disabled=${busy ? 'true' : 'false'}
              @click=${() => {
                if (busy) return;
                this.close();
                this.choose(action);
              }}
            >
              ${actionNames[action]}
            </button>
          `,
        )}
      </div>
    `;
  }
}
