import { html, type LitElement, type TemplateResult } from 'lit';
import { keepFocus } from '../keep-focus.js';

/**
 * A button that loads again. While it does nothing more comes of it, and it stays, so that it keeps the focus; when it
 * succeeds the focus goes on from `next`.
 */
export const retryButton = (
  host: LitElement,
  load: () => Promise<void>,
  busy: boolean,
  label: string,
  next = '[part=title]',
): TemplateResult => html`
  <button
    type="button"
    class="retry"
    aria-disabled=${busy ? 'true' : 'false'}
    @click=${() => (busy ? undefined : void keepFocus(host, load, next))}
  >
    ${label}
  </button>
`;

/** What stands there when something could not be loaded: why, or that it is being loaded again, and the button for that. */
export const failureBox = (text: string, button: TemplateResult): TemplateResult => html`
  <div part="failure">
    <p role="alert">${text}</p>
    ${button}
  </div>
`;
