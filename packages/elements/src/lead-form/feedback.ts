/**
 * What the form answers to a visitor. Nobody sees it before the first focus, which loads it; so it is a part of its own,
 * and not of the script that every page view loads.
 *
 * @module
 */
import type { LeadError } from '@fluenzr/client/leads';
import { adopt } from '../style-sheet.js';
import type { Card } from './card.js';
import { ErrorSummary } from './error-summary.js';
import { classify, failureText, fieldErrorsOf } from './failure.js';
import { feedbackStyles } from './feedback.styles.js';
import { showFieldError } from './field-error.js';
import type { fieldErrorText } from './field-error-text.js';
import { type Field, fieldsOf, isField } from './field.js';
import type { LeadFormLabels } from './labels.js';
import { enFeedback } from './labels-en-feedback.js';
import { LeadFormErrorEvent } from './lead-form-error-event.js';
import { LeadFormInvalidEvent } from './lead-form-invalid-event.js';
import type { FluenzrLeadForm } from './lead-form.js';
import { make, setText } from './make.js';
import { Panel } from './panel.js';
import { type FieldError, validate } from './validate.js';

/** Messages at fields and their summary, failures, and the panel that replaces the form. */
export class Feedback {
  /** What is announced to those who cannot see it, where the focus does not lead to it. */
  announcement = '';
  readonly #host: FluenzrLeadForm;
  readonly #form: () => HTMLFormElement;
  readonly #hostTexts: () => Partial<LeadFormLabels>;
  #errors: ReadonlyMap<string, string> = new Map();
  #failure = '';
  /** Whether a plain post may get through where the script did not. */
  #offersPlainPost = false;
  readonly #summary = new ErrorSummary((name) => this.#focusField(name));
  readonly #failureText = make('p', { part: 'failure' });
  /** The button that sends the form without the script. */
  readonly #plainPost = make('button', { type: 'button', part: 'plain' });
  readonly #panel = new Panel(() => {
    this.#host.reset();
    void this.#host.updateComplete.then(() => this.#focusField('email'));
  });
  #fieldErrorText: typeof fieldErrorText | undefined;

  /**
   * @param host the element to give feedback in
   * @param form its form of the moment
   * @param texts its texts; those that it does not have are English
   */
  constructor(host: FluenzrLeadForm, form: () => HTMLFormElement, texts: () => Partial<LeadFormLabels>) {
    this.#host = host;
    this.#form = form;
    this.#hostTexts = texts;
    host.addEventListener('input', this.#onInput);
    this.#plainPost.addEventListener('click', () => host.postPlainly());
    if (host.shadowRoot) adopt(host.shadowRoot, feedbackStyles);
    host.requestUpdate();
  }

  /** Itself, with the words for what is wrong with a field; where they cannot be loaded, the browser's have to do. */
  async ready(): Promise<this> {
    this.#fieldErrorText ??= await import('./field-error-text.js').then(
      ({ fieldErrorText }) => fieldErrorText,
      () => undefined,
    );
    return this;
  }

  get #texts(): LeadFormLabels {
    return { ...enFeedback, ...this.#hostTexts() } as LeadFormLabels;
  }

  #errorText(field: Field, error: FieldError): string {
    return (
      this.#fieldErrorText?.(field, error, this.#texts) ??
      (field.validationMessage || (error.message ?? `${field.name}: ${error.code}`))
    );
  }

  /** Whether there is something that the visitor has to see to. */
  get hasErrors(): boolean {
    return this.#errors.size > 0 || this.#failure !== '';
  }

  /** Takes all messages away. */
  clear(): void {
    this.#errors = new Map();
    this.#failure = this.announcement = '';
    this.#offersPlainPost = false;
    this.#host.requestUpdate();
  }

  /** Shows what is wrong, by the name of the input, and moves the focus to the summary. */
  showErrors(errors: ReadonlyMap<string, FieldError>): void {
    const texts = new Map<string, string>();
    for (const field of fieldsOf(this.#form())) {
      const error = errors.get(field.name);
      if (error) texts.set(field.name, this.#errorText(field, error));
    }
    this.#errors = texts;
    this.#host.requestUpdate();
    if (texts.size === 0) return;
    this.#moveFocus('summary');
    this.#host.dispatchEvent(new LeadFormInvalidEvent(texts));
  }

  /** Shows why a lead was not accepted. Tells whether that is final: the next try is another request. */
  fail(error: unknown): boolean {
    const failure = classify(error, navigator.onLine, fieldsOf(this.#form()));
    this.#failure = failureText(failure, error, this.#texts);
    this.#offersPlainPost =
      this.#host.endpoint !== '' && /^(connection|timeout|server|challenge|unexpected)$/.test(failure);
    if (failure === 'invalid') this.showErrors(new Map(fieldErrorsOf(error)));
    if (/^(configuration|unexpected)$/.test(failure))
      console.error(
        `<fluenzr-lead-form> could not send to ${this.#host.form || this.#host.groupId}:`,
        error,
        ...fieldErrorsOf(error).map(([name, { code, message }]) => `\n${name}: ${message ?? code}`),
      );
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new LeadFormErrorEvent(error, failure));
    return /^(invalid|challenge|configuration)$/.test(failure);
  }

  /** Leads the visitor to the message that has replaced the form, or announces it. */
  settled(message: string, slot: string, error?: LeadError): void {
    // blockers and firewalls stop scripts, and would until the lead expires
    this.#offersPlainPost = error?.status === 0 && navigator.onLine;
    if (this.#moveFocus('success')) return;
    const slotted = this.#host.querySelector(`:scope > [slot=${slot}]`);
    this.announcement = slotted?.textContent.trim() ?? message;
  }

  /**
   * Moves the focus to a part once it is rendered, unless the visitor has gone on to another place of the page:
   * then it stays there, and the answer is `false`.
   */
  #moveFocus(part: 'summary' | 'success'): boolean {
    // in Safari a click does not focus a button: the focus is nowhere then
    // (and :focus-within ends at a dialog)
    const { activeElement } = this.#host.getRootNode() as Document | ShadowRoot;
    if (!this.#host.contains(activeElement) && document.activeElement !== document.body) return false;
    void this.#host.updateComplete.then(() =>
      this.#host.shadowRoot?.querySelector<HTMLElement>(`[part=${part}]`)?.focus(),
    );
    return true;
  }

  #focusField(name: string): void {
    const field = this.#form().querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`);
    field?.dispatchEvent(new Event('fluenzr-reveal', { bubbles: true })); // it may stand in another step
    field?.focus();
  }

  readonly #onInput = ({ target }: Event): void => {
    if (!isField(target) || !this.#errors.has(target.name)) return;
    const error = validate(target);
    const errors = new Map(this.#errors);
    if (error) errors.set(target.name, this.#errorText(target, error));
    else errors.delete(target.name);
    this.#errors = errors;
    this.#host.requestUpdate();
  };

  /**
   * Shows everything in the card and at the fields.
   *
   * @param message what the panel says
   * @param slot where the page may have put something in its place; empty as long as the form is there
   */
  render(card: Card, message: string, slot: string): void {
    const texts = this.#texts;
    this.#summary.update(texts.summary, this.#errors);
    place(this.#summary.element, this.#errors.size > 0 && card.element, (summary) =>
      card.element.prepend(summary),
    );
    setText(this.#failureText, this.#failure);
    if (!this.#failure) card.alert.replaceChildren();
    place(this.#failureText, this.#failure !== '' && card.alert, (failure) =>
      card.alert.replaceChildren(failure),
    );
    this.#panel.update(slot, message, texts.again);
    place(this.#panel.element, slot !== '' && card.element, (panel) => card.status.before(panel));
    setText(this.#plainPost, texts.plainPost);
    place(this.#plainPost, this.#offersPlainPost && (slot ? this.#panel.element : card.element), (plain) =>
      slot ? this.#panel.insert(plain) : card.alert.after(plain),
    );
    for (const field of fieldsOf(this.#form())) showFieldError(field, this.#errors.get(field.name));
  }
}

/** Puts an element into its place, or takes it away; one that is there is not touched, since the focus may be in it. */
function place<Of extends Element>(
  element: Of,
  parent: Element | false,
  put: (element: Of) => unknown,
): void {
  if (!parent) element.remove();
  else if (element.parentNode !== parent) put(element);
}
