import { LitElement, html, nothing, render, type PropertyValues, type TemplateResult } from 'lit';
import type { ContactCreate, ContactCreated } from '@fluenzr/client';
import { defaultForm } from './default-form.js';
import { ConfigurationError, classify, failureText, fieldErrorsOf } from './failure.js';
import { fieldErrorText, showFieldError, validate, type FieldError } from './field-error.js';
import { fieldsOf, isField, type FieldName } from './field.js';
import { en, type LeadFormLabels } from './labels.js';
import { LeadFormAcceptedEvent } from './lead-form-accepted-event.js';
import type { LeadFormClient } from './lead-form-client.js';
import { LeadFormErrorEvent } from './lead-form-error-event.js';
import { LeadFormInvalidEvent } from './lead-form-invalid-event.js';
import { LeadFormSubmitEvent } from './lead-form-submit-event.js';
import { formStyles, hostStyles } from './lead-form.styles.js';
import { SubmissionKey } from './submission-key.js';
import { uuid } from './uuid.js';

/** Marks the `<form>` that the element has rendered, as opposed to one that the page has written. */
const GENERATED = 'data-fluenzr-generated';

/**
 * A lead-capture form: e-mail, first and last name. It creates a contact in a group through a client.
 *
 * The `<form>` and its inputs are rendered into the light DOM, so that autofill, password managers and the page's own
 * CSS work; the shadow root holds the card, the error summary, the status and the success panel.
 *
 * What was typed stays until the lead is accepted. A try that the visitor repeats carries the same idempotency key,
 * so that a lead is never made twice.
 *
 * @tag fluenzr-lead-form
 *
 * @attr {string} group-id - The id of the group that the contact is put into.
 * @attr {string} submit-label - What the button says.
 * @attr {string} success-message - What the visitor reads when the lead was accepted; it may name the contact, as in
 * `Thank you, @contact.first_name!`.
 * @attr {'light' | 'dark'} theme - Fixes the colours; without it they follow the page's `color-scheme`.
 *
 * @slot - Heading, introduction and the like, shown above the fields.
 * @slot form - The element's own: it puts the form here that it renders.
 * @slot success - Replaces the success message.
 *
 * @fires {LeadFormSubmitEvent} fluenzr-submit - Before sending; `preventDefault()` keeps the lead from being sent.
 * @fires {LeadFormAcceptedEvent} fluenzr-accepted - The contact exists.
 * @fires {LeadFormInvalidEvent} fluenzr-invalid - Fields have to be corrected.
 * @fires {LeadFormErrorEvent} fluenzr-error - The lead was not accepted.
 *
 * @csspart card - The box around everything.
 * @csspart summary - The list of fields to correct.
 * @csspart summary-title - Its heading.
 * @csspart summary-link - A button in it that moves the focus to a field.
 * @csspart failure - The message below the form when sending failed.
 * @csspart success - The panel that replaces the form.
 * @csspart success-icon - The tick in it.
 * @csspart again - The button in it that brings the empty form back.
 *
 * @cssprop --fluenzr-accent - Colour of the button and of the focus ring.
 * @cssprop --fluenzr-on-accent - Colour of text on the accent.
 * @cssprop --fluenzr-surface - Background of the card.
 * @cssprop --fluenzr-text - Colour of text.
 * @cssprop --fluenzr-muted - Colour of secondary text.
 * @cssprop --fluenzr-border - Colour of the card's border.
 * @cssprop --fluenzr-field - Background of the inputs.
 * @cssprop --fluenzr-field-border - Border colour of the inputs.
 * @cssprop --fluenzr-danger - Colour of errors.
 * @cssprop --fluenzr-success - Colour of the success icon.
 * @cssprop --fluenzr-radius - Corner radius of inputs and button (default `0.625rem`); the card's is twice that.
 * @cssprop --fluenzr-space - The unit that all distances are multiples of (default `0.25rem`).
 * @cssprop --fluenzr-font - Font family (default: the page's).
 *
 * @cssstate busy - The lead is being sent.
 * @cssstate accepted - The lead was accepted; the success panel shows.
 * @cssstate error - Fields have to be corrected, or sending failed.
 *
 * @example
 * ```html
 * <fluenzr-lead-form group-id="grp_inbound" success-message="Thank you! Check your inbox."></fluenzr-lead-form>
 * ```
 */
export class FluenzrLeadForm extends LitElement {
  /** What the shadow root looks like. */
  static override styles = hostStyles;

  /** Declared and not decorated: the decorators cost 300 bytes of the script, 3 % of its budget. @internal */
  static override properties = {
    groupId: { attribute: 'group-id' },
    submitLabel: { attribute: 'submit-label' },
    successMessage: { attribute: 'success-message' },
    client: { attribute: false },
    labels: { attribute: false },
    phase: { state: true },
    errors: { state: true },
    failure: { state: true },
    announcement: { state: true },
  };

  /** The id of the group that the contact is put into. A dynamic group starts its running campaigns at once. */
  groupId = '';

  /** What the button says. By default the label `submit`. */
  submitLabel = '';

  /**
   * What the visitor reads when the lead was accepted. By default the label `success`. Expressions such as
   * `@contact.first_name` and `@contact.groups` are filled in; only then is their code loaded.
   */
  successMessage = '';

  /** What sends the lead. It may be set before or after the element is in the page, at the latest before a submit. */
  client: LeadFormClient | undefined;

  /** Texts to replace; the others stay English. */
  labels: Partial<LeadFormLabels> = {};

  private phase: 'editing' | 'busy' | 'accepted' = 'editing';
  private errors: ReadonlyMap<FieldName, string> = new Map();
  private failure = '';
  private announcement = '';
  private success = '';

  readonly #internals = this.attachInternals();
  readonly #key = new SubmissionKey();
  readonly #id = `fluenzr-${uuid().slice(0, 8)}`;
  #form: HTMLFormElement | undefined;

  /** Empties the form and shows it again. While a lead is being sent it does nothing. */
  reset(): void {
    if (this.phase === 'busy') return;
    this.#form?.reset();
    this.errors = new Map();
    this.failure = '';
    this.announcement = '';
    this.phase = 'editing';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#form ??= this.#createForm();
    const root = this.getRootNode() as Document | ShadowRoot;
    const sheet = formStyles.styleSheet;
    if (sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  }

  #createForm(): HTMLFormElement | undefined {
    const present = this.querySelector<HTMLFormElement>(':scope > form');
    if (present && !present.hasAttribute(GENERATED)) {
      console.error(
        '<fluenzr-lead-form> leaves the <form> inside it alone, and renders none of its own. Take the <form> out.',
        this,
      );
      return undefined;
    }
    const form = document.createElement('form');
    form.setAttribute(GENERATED, '');
    form.slot = 'form'; // below the page's heading even if that is parsed later than this form is rendered
    form.noValidate = true;
    form.addEventListener('submit', this.#onSubmit);
    form.addEventListener('input', this.#onInput);
    render(defaultForm(this.#texts, this.#id, false), form);
    if (present) {
      // a copy made by cloneNode(), as page caches do: the markup is there, and what was typed, but not its behaviour
      const typed = new Map(fieldsOf(present).map((field) => [field.name, field.value]));
      for (const field of fieldsOf(form)) field.value = typed.get(field.name) ?? '';
      present.replaceWith(form);
    } else {
      this.append(form);
    }
    return form;
  }

  readonly #onInput = ({ target }: Event): void => {
    if (!target || !isField(target) || !this.errors.has(target.name)) return;
    const error = validate(target);
    const errors = new Map(this.errors);
    if (error) errors.set(target.name, fieldErrorText(target, error, this.#texts));
    else errors.delete(target.name);
    this.errors = errors;
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.phase !== 'editing' || !this.#form) return;
    const errors = new Map<FieldName, FieldError>();
    for (const field of fieldsOf(this.#form)) {
      const error = validate(field);
      if (error) errors.set(field.name, error);
    }
    this.failure = '';
    this.#showErrors(this.#form, errors);
    if (errors.size > 0) return;
    const input = this.#input(this.#form);
    if (this.dispatchEvent(new LeadFormSubmitEvent(input))) void this.#send(this.#form, input);
  };

  #input(form: HTMLFormElement): ContactCreate {
    const input: ContactCreate = { email: '' };
    for (const { name, value } of fieldsOf(form)) {
      const text = value.trim();
      if (text) input[name] = text;
    }
    if (this.groupId) input.groupId = this.groupId;
    return input;
  }

  async #send(form: HTMLFormElement, input: ContactCreate): Promise<void> {
    this.phase = 'busy';
    this.announcement = this.#texts.submitting;
    let contact: ContactCreated;
    try {
      if (!this.groupId)
        throw new ConfigurationError('Set group-id to the id of the group that takes the contacts.');
      if (!this.client)
        throw new ConfigurationError('Set the property client, for example to createClient({ … }).');
      contact = await this.client.contacts.create(input, { idempotencyKey: this.#key.for(input) });
    } catch (error) {
      this.#fail(form, error);
      return;
    }
    this.success = await this.#successText(contact);
    this.#accept(form, contact);
  }

  async #successText(contact: ContactCreated): Promise<string> {
    const { success } = this.#texts;
    if (!success.includes('@')) return success;
    try {
      return (await import('./success-message.js')).successMessage(success, contact);
    } catch {
      return en.success; // the part could not be loaded; the lead is in all the same
    }
  }

  #accept(form: HTMLFormElement, contact: ContactCreated): void {
    this.#key.settle();
    form.reset(); // the next person at this computer must not find these details
    this.phase = 'accepted';
    this.announcement = '';
    if (!this.#moveFocus('success'))
      this.announcement = this.querySelector(':scope > [slot=success]')?.textContent.trim() ?? this.success;
    this.dispatchEvent(new LeadFormAcceptedEvent(contact));
  }

  #fail(form: HTMLFormElement, error: unknown): void {
    const failure = classify(error, navigator.onLine);
    this.phase = 'editing';
    this.announcement = '';
    this.failure = failureText(failure, error, this.#texts);
    if (failure === 'invalid' || failure === 'configuration') this.#key.settle();
    if (failure === 'invalid') this.#showRefusal(form, error);
    if (failure === 'configuration' || failure === 'unexpected')
      console.error(`<fluenzr-lead-form group-id="${this.groupId}"> could not send the lead:`, error);
    this.dispatchEvent(new LeadFormErrorEvent(error, failure));
  }

  /** Puts the backend's field errors at their fields, and those of no field of ours into the message of the form. */
  #showRefusal(form: HTMLFormElement, error: unknown): void {
    const names = new Set<string>(fieldsOf(form).map((field) => field.name));
    const errors = new Map<FieldName, FieldError>();
    const others: string[] = [];
    for (const [name, [first]] of fieldErrorsOf(error)) {
      if (!first) continue;
      if (names.has(name)) errors.set(name as FieldName, first);
      else others.push(first.message ?? first.code);
    }
    this.failure = errors.size > 0 && others.length === 0 ? '' : [this.failure, ...others].join(' ');
    this.#showErrors(form, errors);
  }

  #showErrors(form: HTMLFormElement, errors: ReadonlyMap<FieldName, FieldError>): void {
    const texts = new Map<FieldName, string>();
    for (const field of fieldsOf(form)) {
      const error = errors.get(field.name);
      if (error) texts.set(field.name, fieldErrorText(field, error, this.#texts));
    }
    this.errors = texts;
    if (texts.size === 0) return;
    this.#moveFocus('summary');
    this.dispatchEvent(new LeadFormInvalidEvent(texts));
  }

  /**
   * Moves the focus to a part once it is rendered, unless the visitor has gone on to another place of the page:
   * then it stays there, and the answer is `false`.
   */
  #moveFocus(part: 'summary' | 'success'): boolean {
    // in Safari a click does not focus a button: the focus is nowhere then
    if (!this.matches(':focus-within') && document.activeElement !== document.body) return false;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[part=${part}]`)?.focus(),
    );
    return true;
  }

  #focusField(name: FieldName): void {
    this.#form?.querySelector<HTMLElement>(`[name=${name}]`)?.focus();
  }

  readonly #onAgain = async (): Promise<void> => {
    this.reset();
    await this.updateComplete;
    this.#focusField('email');
  };

  get #texts(): LeadFormLabels {
    const texts = { ...en, ...this.labels };
    if (this.submitLabel) texts.submit = this.submitLabel;
    if (this.successMessage) texts.success = this.successMessage;
    return texts;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { states } = this.#internals;
    const show = (name: string, on: boolean): void => {
      if (on) states.add(name);
      else states.delete(name);
    };
    show('busy', this.phase === 'busy');
    show('accepted', this.phase === 'accepted');
    show('error', this.errors.size > 0 || this.failure !== '');
    if (!this.#form) return;
    const busy = this.phase === 'busy';
    render(defaultForm(this.#texts, this.#id, busy), this.#form);
    this.#form.ariaBusy = String(busy);
    for (const field of fieldsOf(this.#form)) {
      field.readOnly = busy; // what is typed now would not be sent, and then be lost
      showFieldError(field, this.errors.get(field.name));
    }
  }

  protected override render(): TemplateResult {
    const accepted = this.phase === 'accepted';
    return html`
      <div part="card">
        ${this.errors.size > 0 ? this.#summary() : nothing}
        <div ?hidden=${accepted}><slot></slot><slot name="form"></slot></div>
        <div role="alert">${this.failure ? html`<p part="failure">${this.failure}</p>` : nothing}</div>
        ${accepted ? this.#success() : nothing}
        <p role="status">${this.announcement}</p>
      </div>
    `;
  }

  #summary(): TemplateResult {
    return html`
      <div part="summary" tabindex="-1">
        <div role="alert">
          <p part="summary-title">${this.#texts.summary}</p>
          <ul>
            ${[...this.errors].map(
              ([name, text]) => html`
                <li>
                  <button type="button" part="summary-link" @click=${() => this.#focusField(name)}>
                    ${text}
                  </button>
                </li>
              `,
            )}
          </ul>
        </div>
      </div>
    `;
  }

  #success(): TemplateResult {
    return html`
      <div part="success" tabindex="-1">
        <svg part="success-icon" viewBox="0 0 48 48" aria-hidden="true">
          <circle cx="24" cy="24" r="22" />
          <path d="m15 24.5 6.5 6.5L33.5 18" />
        </svg>
        <slot name="success"><p>${this.success}</p></slot>
        <button type="button" part="again" @click=${this.#onAgain}>${this.#texts.again}</button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fluenzr-lead-form': FluenzrLeadForm;
  }
}
