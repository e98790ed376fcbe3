import { LitElement, type PropertyDeclarations } from 'lit';

/** What every form control of the platform has, with the same names: the part that does not depend on the value. */
export abstract class FormControl extends LitElement {
  static readonly formAssociated = true;
  /** @internal */
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  static override readonly properties: PropertyDeclarations = {
    name: {},
    required: { type: Boolean },
    disabled: { type: Boolean },
    readOnly: { type: Boolean, attribute: 'readonly' },
  };

  protected readonly internals = this.attachInternals();
  #formDisabled = false;

  // These are read from the attributes: the browser, too, goes by them, and at once.

  /** Name under which the value is submitted. */
  get name(): string {
    return this.getAttribute('name') ?? '';
  }
  set name(name: string) {
    if (name !== this.name) this.setAttribute('name', name);
  }

  /** Whether there has to be a value. */
  get required(): boolean {
    return this.hasAttribute('required');
  }
  set required(required: boolean) {
    this.toggleAttribute('required', required);
  }

  /** Whether the element takes no part in anything. A disabled `<fieldset>` around it does the same and leaves this. */
  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }
  set disabled(disabled: boolean) {
    this.toggleAttribute('disabled', disabled);
  }

  /** Whether the value is shown and submitted, but cannot be changed by the visitor. */
  get readOnly(): boolean {
    return this.hasAttribute('readonly');
  }
  set readOnly(readOnly: boolean) {
    this.toggleAttribute('readonly', readOnly);
  }

  /** The form that the element belongs to. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** What is wrong with the value, for programs. */
  get validity(): ValidityState {
    return this.internals.validity;
  }

  /** What is wrong with the value, for people. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  /** Whether the value is checked at all: not while the element is disabled or read-only. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** Whether the value is valid. Fires `invalid` if it is not. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** Whether the value is valid. If it is not, the visitor is told, and `invalid` is fired. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  /** @internal */
  formDisabledCallback(disabled: boolean): void {
    this.#formDisabled = disabled;
    this.requestUpdate();
  }

  /** Whether the visitor can change the value. */
  protected get changeable(): boolean {
    return !(this.off || this.readOnly);
  }

  /** Whether the element is disabled, by itself or by a fieldset. */
  protected get off(): boolean {
    return this.disabled || this.#formDisabled;
  }

  /** The accessible name that the page gives: by `aria-label`, or by a `<label>`. */
  protected get nameGiven(): string {
    const labels = [...(this.internals.labels as NodeListOf<HTMLElement>)];
    return this.getAttribute('aria-label') ?? labels.map(({ textContent }) => textContent.trim()).join(' ');
  }
}
