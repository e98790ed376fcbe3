import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { switchStyles } from './switch.styles.js';

/** Chooses the way that a lead takes from the form. */
@customElement('path-switch')
export class PathSwitch extends LitElement {
  static override styles = switchStyles;

  /** What each way is called, and what sets the form up for it. The first one is taken at the start. */
  @property({ attribute: false }) choices: Record<string, () => void> = {};

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('choices')) Object.values(this.choices)[0]?.();
  }

  protected override render(): TemplateResult {
    return html`<fieldset>
      <legend>The form sends</legend>
      ${Object.entries(this.choices).map(
        ([label, choose], index) =>
          html`<label>
            <input type="radio" name="path" ?checked=${index === 0} @change=${choose} />${label}
          </label>`,
      )}
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'path-switch': PathSwitch;
  }
}
