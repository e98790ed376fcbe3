import { CONSENT } from './input.js';
import type { enForm } from './labels-en-form.js';
import { make, setText } from './make.js';

const wide = 'fluenzr-wide';

/** The name of each input, which is the member of the contact that it fills, and its further attributes. */
const inputs = [
  [
    'email',
    { type: 'email', autocomplete: 'email', autocapitalize: 'none', spellcheck: 'false', required: '' },
  ],
  ['firstName', { autocomplete: 'given-name' }],
  ['lastName', { autocomplete: 'family-name' }],
] as const;

/** An input. aria-invalid is set from the start: some screen readers call an empty required field invalid otherwise. */
const makeInput = (attributes: Readonly<Record<string, string>>): HTMLInputElement =>
  make('input', { ...attributes, 'aria-invalid': 'false' });

/**
 * The content of the `<form>` that is rendered into the light DOM. The inputs are made once: what the visitor typed, and
 * the errors tied to them, survive every update.
 */
export class DefaultForm {
  /** What stands in each label, and after it. */
  readonly #labels: [name: (typeof inputs)[number][0], label: Text, optional: HTMLElement][] = [];
  readonly #button = make('button', { class: wide, type: 'submit' });
  #consent: { label: HTMLElement; box: HTMLInputElement; text: HTMLElement } | undefined;
  #captcha: HTMLElement | undefined;

  /**
   * @param form is filled
   * @param prefix what the ids of the inputs begin with, unique on the page
   */
  constructor(form: HTMLFormElement, prefix: string) {
    for (const [name, attributes] of inputs) {
      const id = `${prefix}-${name}`;
      const label = new Text();
      const optional = make('span', { class: 'fluenzr-optional' });
      const field = make(
        'div',
        name === 'email' ? { class: wide } : {},
        make('label', { for: id }, label, ...(name === 'email' ? [] : [optional])),
        ' ',
        makeInput({ id, name, ...attributes }),
      );
      this.#labels.push([name, label, optional]);
      form.append(field);
    }
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
    for (const [name, label, optional] of this.#labels) {
      setText(label, labels[name]);
      setText(optional, ` ${labels.optional}`);
    }
    setText(this.#button, busy ? labels.submitting : labels.submit);
    if (consent.text) {
      const { label, box, text } = (this.#consent ??= makeConsent());
      setText(text, consent.text);
      box.required = consent.required;
      if (!label.parentNode) this.#button.before(label);
    } else this.#consent?.label.remove();
    if (captcha) {
      this.#captcha ??= make('div', { class: `fluenzr-captcha ${wide}` });
      if (!this.#captcha.parentNode) this.#button.before(this.#captcha);
    } else this.#captcha?.remove();
  }
}

function makeConsent(): { label: HTMLElement; box: HTMLInputElement; text: HTMLElement } {
  const box = makeInput({ type: 'checkbox', name: CONSENT });
  const text = make('span');
  return { label: make('label', { class: wide }, box, ' ', text), box, text };
}
