import type { ContactCreate, ContactCreated } from '@fluenzr/client';
import {
  type Lead,
  type LeadError,
  type LeadSettledEvent,
  outbox,
  plainForm,
  submissionsUrl,
  submitLead,
} from '@fluenzr/client/leads';
import { languageAround, translation } from '../language.js';
import { adopt } from '../style-sheet.js';
import { tokens } from '../tokens.js';
import { Card } from './card.js';
import { DefaultForm } from './default-form.js';
import type { Feedback } from './feedback.js';
import { type Field, fieldsOf } from './field.js';
import { CONSENT, type LeadFormInput, readInput } from './input.js';
import type { LeadFormLabels } from './labels.js';
import { enForm } from './labels-en-form.js';
import { type AcceptedLead, LeadFormAcceptedEvent } from './lead-form-accepted-event.js';
import type { LeadFormClient } from './lead-form-client.js';
import { LeadFormQueuedEvent } from './lead-form-queued-event.js';
import { LeadFormSubmitEvent } from './lead-form-submit-event.js';
import { formStyles, hostStyles } from './lead-form.styles.js';
import { make, setText } from './make.js';
import { type LeadAddition, parts } from './parts.js';
import { SubmissionKey } from './submission-key.js';
import { tellOwner } from './tell-owner.js';
import { translations } from './translations.js';
import { type FieldError, validate } from './validate.js';

/** Without lit: see make.ts. On a server there is nothing to extend, but importing the class must not fail. */
const Base =
  (globalThis as { HTMLElement?: typeof HTMLElement }).HTMLElement ??
  (Object as unknown as typeof HTMLElement);

/** Marks the `<form>` that the element has rendered, as opposed to one that the page has written. */
const GENERATED = 'data-fluenzr-generated';

/** What can be set in the markup. */
const settings = [
  'endpoint',
  'form',
  'mode',
  'group-id',
  'submit-label',
  'success-message',
  'consent',
  'consent-version',
  'consent-optional',
  'lang',
  'attribution',
  'honeypot',
  'captcha',
];

/** What the page may put in place of the message of each end. */
const slots = { accepted: 'success', queued: 'queued' };

/** The form cannot send at all, because the page has not told it how. */
const misconfigured = (message: string): Error =>
  Object.assign(new Error(message), { name: 'ConfigurationError' });

/**
 * A lead-capture form. It sends to a form endpoint (`endpoint`, `form`), which needs no key in the page; or, behind a
 * login, it creates a contact in a group (`group-id`) through a client.
 *
 * It renders e-mail, first and last name, or takes the page's own `<form>` inside it, with any inputs. Either stands in
 * the light DOM, so that autofill, password managers and the page's own CSS work; the shadow root holds the card, the
 * error summary, the status and the panel that replaces the form.
 *
 * What was typed stays until the lead is accepted, or saved on this device, from where it is sent later. A try that the
 * visitor repeats carries the same id, so that a lead is never made twice.
 *
 * @tag fluenzr-lead-form
 *
 * @attr {string} endpoint - Address of the form endpoint, such as `https://leads.example.com`.
 * @attr {string} form - Id of the form there, such as `frm_website`.
 * @attr {'test'} mode - With `test`, nothing leaves the page, and every lead is accepted.
 * @attr {string} group-id - With a client, the id of the group that the contact is put into.
 * @attr {string} consent - The text that the visitor agrees to, the same as in the form record.
 * @attr {string} consent-version - Its version there.
 * @attr {boolean} consent-optional - Whether the form can be sent without it.
 * @attr {'page' | 'stored'} attribution - Sends where the visitor came from: with `page` what this page view tells, with
 * `stored` the first and the last arrival, which are kept in localStorage.
 * @attr {'turnstile' | 'hcaptcha' | 'recaptcha'} captcha - Keeps a place free for the captcha that the form record asks for,
 * which is loaded at the first focus.
 * @attr {string} captcha-key - Its site key; without it the form endpoint is asked.
 * @attr {string} honeypot - Name of the input that only programs fill in, as in the form record; without it the form
 * endpoint is asked.
 * @attr {string} prefill - Names of fields that the page's address may fill in, separated by spaces; one without an input
 * becomes a hidden field.
 * @attr {string} redirect - The page that an accepted lead leads to, of this origin or of one in `redirect-allow`.
 * @attr {string} redirect-allow - Further origins that `redirect` may lead to, separated by spaces.
 * @attr {boolean} data-layer - Tells `window.dataLayer` of view, start, submit, accepted, queued and error, without
 * personal data.
 * @attr {string} submit-label - What the button says.
 * @attr {string} success-message - What the visitor reads when the lead was accepted; it may name the contact, as in
 * `Thank you, @contact.first_name!`.
 * @attr {'dialog' | 'slide-in'} popup - Lets the form open over the page, instead of standing in it.
 * @attr {string} opens - When it does so by itself: after seconds (`20s`), at a share of the page (`50%`), on `exit`.
 * @attr {string} opens-again - After how many days it may do so again (`7d`); without it, it does once.
 * @attr {'light' | 'dark'} theme - Fixes the colours; without it they follow the page's `color-scheme`.
 *
 * @slot - Heading, introduction and the like, shown above the fields; the page's own `<form>`, if there is one.
 * @slot form - The element's own: it puts the form here that it renders.
 * @slot success - Replaces the success message.
 * @slot queued - Replaces the message for a lead that is saved on this device.
 *
 * @fires {LeadFormSubmitEvent} fluenzr-submit - Before sending; `preventDefault()` keeps the lead from being sent.
 * @fires {LeadFormAcceptedEvent} fluenzr-accepted - The endpoint has the lead, or the contact exists.
 * @fires {LeadFormQueuedEvent} fluenzr-queued - The lead is saved on this device and will be sent.
 * @fires {LeadFormInvalidEvent} fluenzr-invalid - Fields have to be corrected.
 * @fires {LeadFormErrorEvent} fluenzr-error - The lead was not accepted.
 *
 * @csspart card - The box around everything.
 * @csspart summary - The list of fields to correct.
 * @csspart summary-title - Its heading.
 * @csspart summary-link - A button in it that moves the focus to a field.
 * @csspart failure - The message below the form when sending failed.
 * @csspart plain - The button below it, or in the panel, that sends the form without the script.
 * @csspart success - The panel that replaces the form.
 * @csspart success-icon - The tick in it, or the clock.
 * @csspart popup - The dialog or panel of a form that opens over the page.
 * @csspart close - The button that closes it.
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
 * @cssstate queued - The lead is saved on this device; the same panel says so.
 * @cssstate error - Fields have to be corrected, or sending failed.
 *
 * @example
 * ```html
 * <fluenzr-lead-form
 *   endpoint="https://leads.example.com"
 *   form="frm_website"
 *   success-message="Thank you! Check your inbox."
 * ></fluenzr-lead-form>
 * ```
 */
export class FluenzrLeadForm extends Base {
  /** @internal */
  static readonly observedAttributes = settings;

  /** What sends the lead where there is no endpoint. At the latest it has to be set before a submit. */
  declare client: LeadFormClient | undefined;

  /** Settled when everything that was set is shown. */
  updateComplete: Promise<void> = Promise.resolve();

  #labels: Partial<LeadFormLabels> = {};
  #language = '';
  /** The texts in the page's language, unless that is English or they are not there yet. */
  #translation: LeadFormLabels | undefined;
  #phase: 'editing' | 'busy' | 'accepted' | 'queued' = 'editing';
  /** What replaces the form, or without feedback the plain words for it. */
  #message = '';
  /** What the visitor is answered with, once it is loaded. */
  #feedback: Feedback | undefined;
  #stale = false;
  /** The browser itself has to post the form: too little of the script is there. */
  #plain = false;
  readonly #internals = this.attachInternals();
  readonly #key = new SubmissionKey();
  readonly #card: Card;
  #form: HTMLFormElement | undefined;
  #defaultForm: DefaultForm | undefined;
  /** The parts that are asked for, by their selector; once loaded, with what they add to a lead. */
  readonly #parts = new Map<string, LeadAddition | undefined>();
  #startedAt: string | undefined;
  /** The lead that the panel calls saved. */
  #queued: { id: string; input: LeadFormInput } | undefined;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    adopt(root, tokens + hostStyles);
    this.#card = new Card(this.#takeForm);
    root.append(this.#card.element);
    this.addEventListener('submit', this.#onSubmit);
    this.addEventListener('focusin', () => {
      this.#startedAt ??= new Date().toISOString();
      if (this.endpoint) outbox.warmUp();
      this.#loadParts();
      void this.#loadFeedback();
    });
  }

  /** Address of the form endpoint, such as `https://leads.example.com`. Without it, leads go through `client`. */
  get endpoint(): string {
    return this.getAttribute('endpoint') ?? '';
  }
  set endpoint(value: string) {
    this.setAttribute('endpoint', value);
  }

  /** Id of the form at the endpoint, such as `frm_website`. */
  get form(): string {
    return this.getAttribute('form') ?? '';
  }
  set form(value: string) {
    this.setAttribute('form', value);
  }

  /** With `test`, nothing leaves the page, and every lead is accepted. */
  get mode(): string {
    return this.getAttribute('mode') ?? '';
  }
  set mode(value: string) {
    this.setAttribute('mode', value);
  }

  /** The id of the group that the contact is put into. A dynamic group starts its running campaigns at once. */
  get groupId(): string {
    return this.getAttribute('group-id') ?? '';
  }
  set groupId(value: string) {
    this.setAttribute('group-id', value);
  }

  /** What the button says. By default the label `submit`. */
  get submitLabel(): string {
    return this.getAttribute('submit-label') ?? '';
  }
  set submitLabel(value: string) {
    this.setAttribute('submit-label', value);
  }

  /**
   * What the visitor reads when the lead was accepted. By default the label `success`. Expressions such as
   * `@contact.first_name` and `@contact.groups` are filled in; only then is their code loaded.
   */
  get successMessage(): string {
    return this.getAttribute('success-message') ?? '';
  }
  set successMessage(value: string) {
    this.setAttribute('success-message', value);
  }

  /** The text that the visitor agrees to, the same as in the form record. In a form of yours, the label has it. */
  get consent(): string {
    return this.getAttribute('consent') ?? '';
  }
  set consent(value: string) {
    this.setAttribute('consent', value);
  }

  /** Texts to replace; the others are in the page's language, if there is a translation, or English. */
  get labels(): Partial<LeadFormLabels> {
    return this.#labels;
  }
  set labels(labels: Partial<LeadFormLabels>) {
    this.#labels = labels;
    this.requestUpdate();
  }

  /** Where leads are posted to. @internal */
  get submissionsUrl(): string {
    return submissionsUrl(this.endpoint, this.form);
  }

  /** Empties the form and shows it again. While a lead is being sent it does nothing. */
  reset(): void {
    if (this.#phase === 'busy') return;
    this.#empty();
    this.#feedback?.clear();
    this.#message = '';
    this.#phase = 'editing';
    this.requestUpdate();
  }

  connectedCallback(): void {
    // set before the element was defined, these stand in the way of the accessors
    for (const name of [
      'endpoint',
      'form',
      'mode',
      'groupId',
      'submitLabel',
      'successMessage',
      'consent',
      'labels',
    ] as const) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      Reflect.deleteProperty(this, name);
      Object.assign(this, { [name]: value });
    }
    this.#takeForm();
    void this.#translate();
    addEventListener('fluenzr-lead-settled', this.#onSettled);
    adopt(this.getRootNode() as Document | ShadowRoot, formStyles);
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    removeEventListener('fluenzr-lead-settled', this.#onSettled);
  }

  /** Follows the language around the element. Where its file does not arrive, the texts stay as they are. */
  async #translate(): Promise<void> {
    const language = languageAround(this);
    if (language === this.#language) return;
    this.#language = language;
    const texts = await translation(translations, language).catch(() => undefined);
    if (language !== this.#language) return;
    this.#translation = texts;
    this.requestUpdate();
  }

  /** Takes the form that the page has written, now or later, or else makes one. */
  readonly #takeForm = (): void => {
    const forms = [...this.querySelectorAll<HTMLFormElement>(':scope > form')];
    const own = forms.find((form) => !form.hasAttribute(GENERATED));
    if (this.#form && (!own || own === this.#form)) return;
    this.#form?.remove();
    this.#form = own ?? this.#createForm(forms[0]);
    this.#form.noValidate = true;
  };

  #createForm(copy: HTMLFormElement | undefined): HTMLFormElement {
    const form = document.createElement('form');
    form.setAttribute(GENERATED, '');
    form.slot = 'form'; // below the page's heading even if that is parsed later than this form is rendered
    this.#defaultForm = new DefaultForm(form, `fluenzr-${Math.random().toString(36).slice(2, 10)}`);
    this.#updateForm();
    if (copy) {
      // made by cloneNode(), as page caches do: the markup is there, and what was typed, but not its behaviour
      const typed = new Map(fieldsOf(copy).map((field) => [field.name, field.value]));
      for (const field of fieldsOf(form)) field.value = typed.get(field.name) ?? '';
      copy.replaceWith(form);
    } else {
      this.append(form);
    }
    return form;
  }

  #updateForm(): void {
    const consent = { text: this.consent, required: !this.hasAttribute('consent-optional') };
    this.#defaultForm?.update(this.texts, this.#phase === 'busy', consent, this.hasAttribute('captcha'));
  }

  /** Loads the parts that the form needs by now. One that cannot be loaded is asked for again at the next update. */
  #loadParts(): void {
    for (const [selector, load] of Object.entries(parts)) {
      if (this.#parts.has(selector) || !this.matches(selector)) continue;
      this.#parts.set(selector, undefined);
      load().then(
        ({ attach }) => this.#parts.set(selector, attach(this)),
        () => {
          this.#parts.delete(selector);
          if (selector === '[popup]') this.removeAttribute('popup'); // it stands in the page then
        },
      );
    }
  }

  /** Without it, the browser's own messages and a line of text have to do; the next focus tries again to load it. */
  async #loadFeedback(): Promise<Feedback | undefined> {
    try {
      const { Feedback } = await import('./feedback.js');
      this.#feedback ??= new Feedback(
        this,
        () => this.#form as HTMLFormElement,
        () => this.texts,
      );
      return await this.#feedback.ready();
    } catch (error) {
      tellOwner(
        'could not load one of its files. With a script tag: host the folder parts beside the script.',
        error,
      );
      return undefined;
    }
  }

  /** Shows what is wrong with some fields. Tells whether nothing is. @internal */
  check(fields: readonly Field[]): boolean {
    this.#feedback?.clear();
    this.#message = '';
    const errors = new Map<string, FieldError>();
    for (const field of fields) {
      const error = field.willValidate && validate(field);
      if (error) errors.set(field.name, error);
    }
    if (errors.size === 0) return true;
    void this.#loadFeedback().then((feedback) =>
      feedback ? feedback.showErrors(errors) : fields.every((field) => field.reportValidity()),
    );
    return false;
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    const form = this.#form;
    if (!form || event.target !== form) return;
    event.preventDefault();
    if (this.#phase !== 'editing') return;
    if (!this.check(fieldsOf(form))) return;
    if (this.#plain) {
      this.postPlainly();
      return;
    }
    const input = readInput(form, this.endpoint !== '');
    if (!this.endpoint && this.groupId) input.groupId = this.groupId;
    if (this.dispatchEvent(new LeadFormSubmitEvent(input, this.mode === 'test'))) void this.#send(input);
  };

  /**
   * Lets the browser itself post the lead, and go to the endpoint's page: that gets through where scripts do not. The id is
   * the same, so that a lead which had arrived after all is not doubled. @internal
   */
  postPlainly(): void {
    if (!this.#form) return;
    const { id, input } = this.#queued ?? { id: '', input: readInput(this.#form, true) };
    // not the form itself: it has not all of the lead, and may have inputs that are called like members of a form
    const form = make('form', { method: 'post', action: this.submissionsUrl, 'accept-charset': 'utf-8' });
    const pairs = plainForm(this.#lead(id || this.#key.for(input), input));
    if (new FormData(this.#form).has(CONSENT)) pairs.set(CONSENT, 'on'); // a page without TLS has no proof of it
    for (const [name, value] of pairs) form.append(make('input', { type: 'hidden', name, value }));
    document.body.append(form);
    HTMLFormElement.prototype.submit.call(form);
    form.remove();
  }

  /** A lead with all that is known of it. */
  #lead(id: string, input: LeadFormInput): Lead & { id: string } {
    const lead = { ...input, id, ...(this.#startedAt && { startedAt: this.#startedAt }) };
    for (const addition of this.#parts.values()) Object.assign(lead, addition?.());
    return lead;
  }

  async #send(input: LeadFormInput): Promise<void> {
    this.#phase = 'busy';
    this.requestUpdate();
    try {
      const accepted = await this.#deliver(input);
      if (accepted) await this.#accept(input, accepted);
    } catch (error) {
      await this.#fail(error);
    }
  }

  /**
   * Sends the lead; nothing comes back when it is saved and will be sent later. Up to the first `await` this runs in the
   * task of the submit: a page that dies the moment after has sent the lead.
   */
  async #deliver(input: LeadFormInput): Promise<AcceptedLead | undefined> {
    const { endpoint, form, groupId, client } = this;
    if (!input.email) throw misconfigured('The form needs an input with the name email.');
    if (this.mode === 'test') return { receiptId: 'test' };
    const id = this.#key.for(input);
    if (endpoint) {
      // such as "localhost:8080": it would count as unreachable, and the lead as saved and to be sent
      if (!/^(https?:\/)?\//.test(endpoint))
        throw misconfigured(`endpoint="${endpoint}" is no address: give it with https://.`);
      if (!form) throw misconfigured('Set form to the id of the form at the endpoint.');
      const outcome = await submitLead({ endpoint, form, lead: this.#lead(id, input) });
      if (outcome.state === 'accepted') return outcome;
      if (!outcome.error.status)
        tellOwner(
          `could not reach ${endpoint}: is that the address of the relay, and is it running? What was typed is kept.`,
        );
      if (outcome.state === 'failed') throw outcome.error;
      this.#queued = { id, input };
      await this.#loadFeedback();
      this.#settle('queued', this.texts.queued, outcome.error);
      this.dispatchEvent(new LeadFormQueuedEvent(id, outcome.error));
      return undefined;
    }
    if (!groupId) throw misconfigured('Set group-id and the property client, or endpoint and form.');
    if (!client) throw misconfigured('Set the property client, for example to createClient({ … }).');
    return {
      contact: await client.contacts.create(input as ContactCreate, {
        idempotencyKey: id,
        maxRetryAfter: 5000,
      }),
    };
  }

  readonly #onSettled = ({ settled: { outcome, lead, receiptId = '', error } }: LeadSettledEvent): void => {
    if (!this.#queued || lead.id !== this.#queued.id) return;
    if (outcome === 'accepted') void this.#accept(this.#queued.input, { receiptId });
    else void this.#fail(error);
  };

  async #accept(input: LeadFormInput, accepted: AcceptedLead): Promise<void> {
    const contact = accepted.contact ?? (input as Partial<ContactCreated>);
    await this.#loadFeedback();
    const message = await this.#successText(contact);
    this.#empty(); // the next person at this computer must not find these details
    this.#settle('accepted', message);
    this.dispatchEvent(new LeadFormAcceptedEvent(accepted));
  }

  /** The message for an accepted lead. What it says of the contact is filled in. */
  async #successText(contact: Partial<ContactCreated>): Promise<string> {
    const { successMessage, labels } = this;
    const name = this.endpoint ? 'successConfirm' : 'success';
    const success = successMessage || labels.success || this.texts[name];
    if (!success.includes('@')) return success;
    try {
      return (await import('./success-message.js')).successMessage(success, contact);
    } catch {
      return (this.#translation ?? enForm)[name]; // the part could not be loaded; the lead is in all the same
    }
  }

  /** Replaces the form by a message. The next submit is another lead. */
  #settle(phase: keyof typeof slots, message: string, error?: LeadError): void {
    this.#key.settle();
    this.#phase = phase;
    this.#message = message;
    this.requestUpdate();
    this.#feedback?.settled(message, slots[phase], error);
  }

  async #fail(error: unknown): Promise<void> {
    const feedback = await this.#loadFeedback();
    this.#phase = 'editing';
    this.#message = this.texts.unexpected;
    this.requestUpdate();
    if (!feedback) this.#plain = this.endpoint !== '';
    else if (feedback.fail(error)) this.#key.settle();
  }

  #empty(): void {
    this.#queued = this.#startedAt = undefined;
    // not form.reset(): that is an input if the page has called one "reset"
    if (this.#form) HTMLFormElement.prototype.reset.call(this.#form);
  }

  /** Those that show without the feedback, and those that the page has set. @internal */
  get texts(): typeof enForm & Partial<LeadFormLabels> {
    const texts = { ...enForm, ...this.#translation, ...this.labels };
    if (this.submitLabel) texts.submit = this.submitLabel;
    return texts;
  }

  attributeChangedCallback(): void {
    if (this.isConnected) void this.#translate();
    this.requestUpdate();
  }

  /** Shows what has changed, once for all that changes in one task. @internal */
  requestUpdate(): void {
    if (this.#stale) return;
    this.#stale = true;
    this.updateComplete = Promise.resolve().then(() => {
      this.#stale = false;
      this.#update();
    });
  }

  #update(): void {
    this.#loadParts();
    const phase = this.#phase;
    const feedback = this.#feedback;
    const message = this.#message;
    const busy = phase === 'busy';
    const slot = phase === 'accepted' || phase === 'queued' ? slots[phase] : '';
    this.#card.update(slot !== '', busy ? this.texts.submitting : (feedback?.announcement ?? ''));
    if (feedback) feedback.render(this.#card, message, slot);
    else setText(this.#card.alert, message);
    const { states } = this.#internals;
    states.clear();
    states.add(phase);
    if (feedback?.hasErrors) states.add('error');
    const form = this.#form;
    if (!form) return;
    this.#updateForm();
    form.ariaBusy = String(busy);
    for (const field of fieldsOf(form)) if ('readOnly' in field) field.readOnly = busy; // what is typed now would not be sent, and then be lost
    for (const button of form.querySelectorAll('button')) button.ariaDisabled = String(busy);
    this.dispatchEvent(new Event('fluenzr-update')); // for the parts
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fluenzr-lead-form': FluenzrLeadForm;
  }
}
