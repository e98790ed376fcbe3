/**
 * A form that opens over the page: as a dialog, or as a panel that slides in. Loaded where a form has `popup`.
 *
 * @module
 */
import { adopt } from '../style-sheet.js';
import { enPopup } from './labels-en-popup.js';
import type { LeadFormLabels } from './labels.js';
import type { FluenzrLeadForm } from './lead-form.js';
import { PopupMemory } from './popup-memory.js';
import { popupStyles } from './popup.styles.js';

/** Puts the card into a dialog, and opens it when it is asked for. */
export function attach(host: FluenzrLeadForm): undefined {
  const { shadowRoot } = host;
  const card = shadowRoot?.querySelector('[part=card]');
  if (shadowRoot && card) new Popup(host, shadowRoot, card);
}

/** What people type into, and frames, of which nothing is known. */
const editable = 'input,select,textarea,iframe,[contenteditable]';

class Popup {
  readonly #host: FluenzrLeadForm;
  readonly #panel: HTMLElement;
  readonly #close = document.createElement('button');
  readonly #status = document.createElement('p');
  readonly #memory: PopupMemory;
  /** Whether something was typed into it. */
  #touched = false;
  /** A form elsewhere on the page that is being filled in. */
  #filling: HTMLFormElement | null = null;
  /** Whether it has opened in this page view: it does so by itself once. */
  #opened = false;

  constructor(host: FluenzrLeadForm, root: ShadowRoot, card: Element) {
    this.#host = host;
    this.#memory = new PopupMemory(host.form || host.groupId);
    const modal = host.getAttribute('popup') !== 'slide-in';
    const panel = (this.#panel = document.createElement(modal ? 'dialog' : 'div'));
    panel.setAttribute('part', 'popup');
    if (modal) panel.tabIndex = -1;
    else {
      // what comes unasked must not take the focus, as dialogs do
      panel.popover = 'manual';
      panel.setAttribute('role', 'dialog');
    }
    this.#close.type = 'button';
    this.#close.setAttribute('part', 'close');
    this.#close.append(cross());
    this.#status.setAttribute('role', 'status');
    adopt(root, popupStyles);
    panel.append(this.#close, card);
    root.append(panel, this.#status);
    this.#name();
    this.#listenToForm();
    this.#listenToPage();
  }

  get #labels(): typeof enPopup & Partial<LeadFormLabels> {
    return { ...enPopup, ...this.#host.texts };
  }

  #name(): void {
    const heading = this.#host.querySelector(':is(h1,h2,h3,h4,h5,h6)')?.textContent.trim();
    this.#panel.ariaLabel = heading || this.#labels.popup;
    this.#close.ariaLabel = this.#labels.close;
  }

  #listenToForm(): void {
    const host = this.#host;
    this.#close.addEventListener('click', () => this.#hide());
    this.#panel.addEventListener('click', ({ target }) => {
      // beside the dialog; a slip must not take away what was typed
      if (target === this.#panel && this.#panel instanceof HTMLDialogElement && !this.#touched) this.#hide();
    });
    host.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#hide();
    });
    host.addEventListener('input', () => (this.#touched = true));
    host.addEventListener('fluenzr-update', () => this.#name());
    for (const type of ['fluenzr-accepted', 'fluenzr-queued'])
      host.addEventListener(type, () => {
        this.#touched = false;
        this.#memory.sent();
      });
  }

  #listenToPage(): void {
    this.#on('click', (popup, event) => popup.#onClick(event));
    this.#on('input', (popup, { target }) => {
      if (target instanceof Element && !popup.#host.contains(target))
        popup.#filling = (target as HTMLInputElement).form ?? null;
    });
    this.#on('submit', (popup) => (popup.#filling = null));
    for (const trigger of (this.#host.getAttribute('opens') ?? '').split(' ').filter(Boolean)) {
      const [, number, unit] = /^(\d+)(s|%)$/.exec(trigger) ?? [];
      if (unit === 's') this.#openIn(Number(number) * 1000);
      else if (unit === '%')
        this.#on('scroll', (popup) => {
          const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
          if (scrollTop >= ((scrollHeight - clientHeight) * Number(number)) / 100) popup.#offer();
        });
      else if (trigger === 'exit')
        this.#on('mouseout', (popup, { relatedTarget, clientY }) => {
          if (!relatedTarget && clientY <= 0) popup.#offer(); // towards tabs and address
        });
      else
        console.error(
          `<fluenzr-lead-form opens="${trigger}"> means nothing: give seconds (20s), a share of the page (50%), or exit.`,
        );
    }
  }

  /** Listens to the page, without holding on to a form that has left it. */
  #on<Type extends keyof DocumentEventMap>(
    type: Type,
    listener: (popup: Popup, event: DocumentEventMap[Type]) => void,
  ): void {
    const reference = new WeakRef(this);
    document.addEventListener(type, (event) => {
      const popup = reference.deref();
      if (popup && popup.#host.isConnected) listener(popup, event);
    });
  }

  #openIn(milliseconds: number): void {
    const reference = new WeakRef(this);
    setTimeout(() => {
      const popup = reference.deref();
      if (popup && !popup.#offer()) popup.#openIn(5000); // not now: soon
    }, milliseconds);
  }

  #onClick(event: MouseEvent): void {
    const opener = event
      .composedPath()
      .find((element) => element instanceof Element && element.matches('[data-fluenzr-open]')) as
      HTMLElement | undefined;
    if (!opener) return;
    const id = opener.dataset.fluenzrOpen;
    const wanted = id ? document.getElementById(id) : document.querySelector('fluenzr-lead-form[popup]');
    if (wanted !== this.#host) return;
    event.preventDefault(); // a link leads to the form where there are no scripts
    this.#show(true);
  }

  /** Opens by itself, unless the visitor has had it already. Tells whether nothing is left to wait for. */
  #offer(): boolean {
    if (this.#opened || !this.#memory.allows(this.#host.getAttribute('opens-again'))) return true;
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    if (
      document.hidden ||
      !this.#host.isConnected ||
      this.#filling?.isConnected ||
      focused?.matches(editable) ||
      document.querySelector(':modal')
    )
      return false;
    this.#memory.opened();
    this.#show(false);
    return true;
  }

  #show(asked: boolean): void {
    this.#opened = true;
    this.#host.toggleAttribute('data-fluenzr-opened', true);
    const panel = this.#panel;
    if (panel instanceof HTMLDialogElement) {
      if (!panel.open) panel.showModal();
      panel.focus(); // a screen reader says its name; left alone it would begin with the button that closes it
      return;
    }
    panel.showPopover();
    if (asked) this.#host.querySelector<HTMLElement>(editable)?.focus();
    else this.#status.textContent = this.#labels.opened.replace('{title}', () => panel.ariaLabel ?? '');
  }

  #hide(): void {
    this.#status.textContent = '';
    if (this.#panel instanceof HTMLDialogElement) this.#panel.close();
    else if (this.#panel.matches(':popover-open')) this.#panel.hidePopover();
  }
}

function cross(): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const icon = document.createElementNS(namespace, 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', 'M6 6l12 12M18 6 6 18');
  icon.append(path);
  return icon;
}
