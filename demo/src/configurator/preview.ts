import type { Choices } from './choices.js';
import { formMarkup } from './form-markup.js';
import { lookCss } from './look.js';
import { toElement } from './markup.js';

const page = `
  html { background: light-dark(#f4f5fb, #0d0f17); }
  body {
    box-sizing: border-box;
    margin: 0;
    padding: 1rem;
    color: light-dark(#14172b, #eef0fb);
    font-family: ui-sans-serif, system-ui, 'Segoe UI', Roboto, 'Open Sans', sans-serif;
    line-height: 1.5;
  }
  body > a {
    display: inline-block;
    padding: 0.75rem 1.25rem;
    border-radius: 0.5rem;
    background: light-dark(#14172b, #eef0fb);
    color: light-dark(#fff, #14172b);
    font-weight: 600;
    text-decoration: none;
  }
  h2 { margin-block: 0 1rem; }
  fluenzr-lead-form { margin-inline: auto; }
`;

/** What the page around the form is like. */
export interface Surroundings {
  readonly dark: boolean;
  readonly rightToLeft: boolean;
}

/** Shows the form in a page of its own, so that width, colours, direction and popups are those of that page. */
export class Preview {
  readonly #frame: HTMLIFrameElement;
  readonly #document: Document;
  readonly #look: CSSStyleSheet;
  readonly #theme: HTMLLinkElement;
  readonly #size = new ResizeObserver(() => this.#fit());

  /** @param frame an `<iframe>` without an address */
  constructor(frame: HTMLIFrameElement) {
    const { contentDocument, contentWindow } = frame;
    if (!contentDocument || !contentWindow) throw new Error('The preview needs an <iframe> in the page.');
    this.#frame = frame;
    this.#document = contentDocument;
    const { CSSStyleSheet } = contentWindow as Window & typeof globalThis;
    const base = new CSSStyleSheet();
    base.replaceSync(page);
    this.#look = new CSSStyleSheet();
    contentDocument.adoptedStyleSheets = [base, this.#look];
    contentDocument.title = 'Preview';
    const script = contentDocument.createElement('script');
    script.type = 'module';
    script.src = new URL('./lead-form.js', document.baseURI).href;
    this.#theme = contentDocument.createElement('link');
    this.#theme.rel = 'stylesheet';
    contentDocument.head.append(script, this.#theme);
  }

  /** Shows the form of some choices. It sends nothing, and leads nowhere. */
  show(choices: Choices): void {
    // an earlier try must not keep the popup from opening: the form remembers by its id that it has been open
    localStorage.removeItem(`fluenzr-popup:${choices.form}`);
    this.#look.replaceSync(lookCss(choices));
    const theme = choices.readyTheme && new URL(`./themes/${choices.readyTheme}.css`, document.baseURI).href;
    if (!theme) this.#theme.removeAttribute('href');
    else if (this.#theme.href !== theme) this.#theme.href = theme;
    this.#document.documentElement.lang = choices.language;
    const nodes = formMarkup({ ...choices, test: 'on', after: 'message' });
    const elements = nodes.map((node) => toElement(node, this.#document));
    this.#document.body.replaceChildren(...elements);
    this.#size.disconnect();
    for (const element of elements) this.#size.observe(element);
  }

  surround({ dark, rightToLeft }: Surroundings): void {
    const root = this.#document.documentElement;
    root.style.colorScheme = dark ? 'dark' : 'light';
    root.dir = rightToLeft ? 'rtl' : 'ltr';
  }

  /** A form in the page shows whole; one over the page has room to open. */
  #fit(): void {
    const form = this.#document.querySelector('fluenzr-lead-form:not([popup])');
    this.#frame.style.blockSize = `${form ? Math.ceil(form.getBoundingClientRect().height) + 32 : 680}px`;
  }
}
