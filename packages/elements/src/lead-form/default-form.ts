import type { FieldName } from './field.js';
import { CONSENT } from './input.js';
import type { enForm } from './labels-en-form.js';

const autocomplete = { email: 'email', firstName: 'given-name', lastName: 'family-name' } as const;

// By hand, not by lit's templates: the form is made once, at load, and preparing templates for it took half of the time.
const make = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] => Object.assign(document.createElement(tag), properties);

const wide = 'fluenzr-wide';

/** An input. aria-invalid is set from the start: some screen readers call an empty required field invalid otherwise. */
const makeInput = (properties: Partial<HTMLInputElement>): HTMLInputElement =>
  make('input', { ...properties, ariaInvalid: 'false' });

/**
 * The content of the `<form>` that is rendered into the light DOM. The inputs are made once: what the visitor typed, and
 * the errors tied to them, survive every update.
 */
export class DefaultForm {
  readonly #labels: [name: FieldName, label: HTMLLabelElement][] = [];
  readonly #button = make('button', { className: wide, type: 'submit' });
  readonly #consentText = make('span', {});
  readonly #consent = makeInput({ type: 'checkbox', name: CONSENT });
  readonly #consentLabel = make('label', { className: wide });
  readonly #captcha = make('div', { className: `fluenzr-captcha ${wide}` });

  /**
   * @param form is filled
   * @param prefix what the ids of the inputs begin with, unique on the page
   */
  constructor(form: HTMLFormElement, prefix: string) {
    for (const name of ['email', 'firstName', 'lastName'] as const) {
      const id = `${prefix}-${name}`;
      const label = make('label', { htmlFor: id });
      const field = make('div', {});
      const input = makeInput({ id, name, autocomplete: autocomplete[name] });
      if (name === 'email') {
        field.className = wide;
        Object.assign(input, { type: 'email', autocapitalize: 'none', spellcheck: false, required: true });
      }
      field.append(label, ' ', input);
      form.append(field);
      this.#labels.push([name, label]);
    }
    this.#consentLabel.append(this.#consent, ' ', this.#consentText);
    form.append(this.#button);
  }

  /**
   * @param labels the texts
   * @param busy whether the form is being sent
   * @param consent the text to agree to, if there is one, and whether that is required
   * @param captcha whether there will be one: its place is kept free, so that the button does not jump
   */
  update(
    labels: typeof enForm,
    busy: boolean,
    consent: { text: string; required: boolean },
    captcha: boolean,
  ): void {
    for (const [name, label] of this.#labels) {
      label.textContent = labels[name];
      if (name !== 'email')
        label.append(make('span', { className: 'fluenzr-optional', textContent: ` ${labels.optional}` }));
    }
    this.#consentText.textContent = consent.text;
    this.#consent.required = consent.required;
    this.#button.textContent = busy ? labels.submitting : labels.submit;
    for (const [wanted, part] of [
      [consent.text, this.#consentLabel],
      [captcha, this.#captcha],
    ] as const)
      if (!wanted) part.remove();
      else if (!part.isConnected) this.#button.before(part);
  }
}
