import type { MockBackend } from '@fluenzr/mocks';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';

// What the form's request meets. The CRM view beside it reads on undisturbed.
const FORM_REQUEST = 'POST /contacts';

const choices = {
  up: { label: 'up', faults: [] },
  slow: { label: 'slow', faults: [{ match: FORM_REQUEST, kind: 'delay', ms: 4000 }] },
  busy: { label: 'busy (429)', faults: [{ match: FORM_REQUEST, kind: '429', retryAfter: 20 }] },
  down: { label: 'down', faults: [{ match: FORM_REQUEST, kind: 'dropped connection' }] },
} as const;

type Choice = keyof typeof choices;

/** Switches the mock backend between up, slow, busy and down, to show what the form does then. */
@customElement('fault-switch')
export class FaultSwitch extends LitElement {
  static override styles = css`
    fieldset {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.25rem;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      float: inline-start;
      padding: 0;
      margin-inline-end: 0.5rem;
      color: var(--muted);
    }
    label {
      display: inline-flex;
      align-items: center;
      gap: 0.4rem;
      min-block-size: 2.25rem;
      padding: 0 0.75rem;
      border: 1px solid var(--line);
      border-radius: 0.5rem;
      background: var(--card);
      cursor: pointer;
    }
    label:has(:checked) {
      border-color: var(--accent);
      background: var(--accent-soft);
      font-weight: 600;
    }
    label:has(:focus-visible) {
      outline: 2px solid var(--accent);
      outline-offset: 2px;
    }
    input {
      accent-color: var(--accent);
    }
  `;

  @property({ attribute: false }) backend?: MockBackend;

  #choose(choice: Choice): void {
    this.backend?.faults.clear();
    for (const fault of choices[choice].faults) this.backend?.faults.add(fault);
  }

  protected override render(): TemplateResult {
    return html`<fieldset>
      <legend>The backend is</legend>
      ${Object.entries(choices).map(
        ([value, { label }]) =>
          html`<label>
            <input
              type="radio"
              name="fault"
              value=${value}
              ?checked=${value === 'up'}
              @change=${() => this.#choose(value as Choice)}
            />${label}
          </label>`,
      )}
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fault-switch': FaultSwitch;
  }
}
