// The plain Lit prototype: what somebody would write in a day with LitElement and the SDK's outbox. Three fields, messages,
// consent and events.
import { outbox, submitLead } from '@fluenzr/client/leads';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';

const names = ['email', 'firstName', 'lastName'] as const;
const labels = { email: 'E-mail', firstName: 'First name', lastName: 'Last name' };
const autocomplete = { email: 'email', firstName: 'given-name', lastName: 'family-name' };

class PlainLitForm extends LitElement {
  static override properties = {
    endpoint: {},
    form: {},
    consent: {},
    state: { state: true },
    errors: { state: true },
  };
  static override styles = css`
    :host {
      display: block;
      max-inline-size: 34rem;
      font-family: system-ui;
    }
    form {
      display: grid;
      gap: 1rem;
      padding: 2rem;
      border: 1px solid light-dark(#e2e5ec, #2c3140);
      border-radius: 1rem;
    }
    input,
    button {
      box-sizing: border-box;
      inline-size: 100%;
      min-block-size: 3rem;
      font: inherit;
    }
    .error {
      color: light-dark(#b3241c, #ff9c92);
    }
  `;
  declare endpoint: string;
  declare form: string;
  declare consent: string;
  declare state: 'editing' | 'busy' | 'accepted' | 'queued' | 'failed';
  declare errors: Record<string, string>;

  constructor() {
    super();
    this.consent = '';
    this.state = 'editing';
    this.errors = {};
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const errors: Record<string, string> = {};
    for (const field of form.elements)
      if (field instanceof HTMLInputElement && !field.validity.valid)
        errors[field.name] = field.validationMessage;
    this.errors = errors;
    if (Object.keys(errors).length > 0) {
      form.querySelector<HTMLInputElement>(`[name=${Object.keys(errors)[0] ?? ''}]`)?.focus();
      return;
    }
    void this.#send(Object.fromEntries(new FormData(form)) as { email: string });
  };

  async #send(lead: { email: string }): Promise<void> {
    this.state = 'busy';
    const outcome = await submitLead({ endpoint: this.endpoint, form: this.form, lead });
    this.state = outcome.state;
    this.dispatchEvent(new CustomEvent(`lead-${this.state}`, { bubbles: true, composed: true }));
  }

  override render(): TemplateResult {
    if (this.state === 'accepted') return html`<p role="status">Thank you! We will be in touch.</p>`;
    if (this.state === 'queued') return html`<p role="status">Saved on this device. We will send it.</p>`;
    const field = (name: (typeof names)[number]): TemplateResult => html`
      <div>
        <label for=${name}>${labels[name]}</label>
        <input
          id=${name}
          name=${name}
          type=${name === 'email' ? 'email' : 'text'}
          autocomplete=${autocomplete[name]}
          ?required=${name === 'email'}
          aria-invalid=${name in this.errors}
          aria-describedby=${name in this.errors ? `${name}-error` : nothing}
        />
        ${name in this.errors ? html`<p id=${`${name}-error`} class="error">${this.errors[name]}</p>` : nothing}
      </div>
    `;
    return html`
      <form novalidate @submit=${this.#submit} aria-busy=${this.state === 'busy'}>
        ${names.map(field)}
        ${
          this.consent
            ? html`<label><input type="checkbox" name="consent" required />${this.consent}</label>`
            : nothing
        }
        ${this.state === 'failed' ? html`<p class="error" role="alert">This was not accepted.</p>` : nothing}
        <button>${this.state === 'busy' ? 'Sending…' : 'Sign up'}</button>
      </form>
    `;
  }
}
customElements.define('plain-lit-form', PlainLitForm);
outbox.start();
