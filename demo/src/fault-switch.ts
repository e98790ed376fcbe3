import type { MockBackend } from '@fluenzr/mocks';
import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { setNetwork } from './network.js';
import { switchStyles } from './switch.styles.js';

// What the form's request meets. The CRM view beside it reads on undisturbed.
const FORM_REQUEST = 'POST /contacts';

const dropped = [{ match: FORM_REQUEST, kind: 'dropped connection' }] as const;

const choices = {
  up: { label: 'up', faults: [], network: 'up' },
  slow: { label: 'slow', faults: [{ match: FORM_REQUEST, kind: 'delay', ms: 4000 }], network: 'up' },
  busy: {
    label: 'busy (429)',
    faults: [{ match: FORM_REQUEST, kind: '429', retryAfter: 20 }],
    network: 'up',
  },
  down: { label: 'down', faults: dropped, network: 'up' },
  offline: { label: 'offline', faults: dropped, network: 'offline' },
  crash: { label: 'page crash', faults: [], network: 'crash' },
} as const;

type Choice = keyof typeof choices;

/**
 * Switches the mock backend between up, slow, busy and down, takes the page offline, or lets it crash in the middle of a
 * send, to show what the form does then.
 */
@customElement('fault-switch')
export class FaultSwitch extends LitElement {
  static override styles = switchStyles;

  @property({ attribute: false }) backend?: MockBackend;

  #choose(choice: Choice): void {
    this.backend?.faults.clear();
    for (const fault of choices[choice].faults) this.backend?.faults.add(fault);
    setNetwork(choices[choice].network);
  }

  protected override render(): TemplateResult {
    return html`<fieldset>
      <legend>Network and backend</legend>
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
