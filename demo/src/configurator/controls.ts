import { type Choices, names, readChoices } from './choices.js';
import { wording } from './wording.js';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** When the parts of the page with `data-only` are asked for. */
const asked: Record<string, (choices: Choices) => boolean> = {
  topicOptions: ({ topic }) => topic !== 'off',
  consent: ({ consent }) => consent !== 'none',
  opens: ({ shape }) => shape === 'dialog' || shape === 'slide-in',
  opener: ({ shape }) => shape !== 'inline',
  success: ({ after }) => after === 'message',
  redirect: ({ after }) => after === 'redirect',
  steps: ({ steps, company, phone, topic, message, consent }) =>
    steps === 'on' &&
    consent === 'none' &&
    [company, phone, topic, message].every((field) => field === 'off'),
};

/** The inputs that the choices are made with: each has the name of its choice. */
export class Controls {
  readonly #form: HTMLFormElement;

  constructor(form: HTMLFormElement) {
    this.#form = form;
  }

  get #inputs(): Control[] {
    return [...this.#form.querySelectorAll<Control>('input, select, textarea')];
  }

  get choices(): Choices {
    return readChoices((name) => {
      const control = this.#form.elements.namedItem(name);
      if (control instanceof HTMLInputElement && control.type === 'checkbox')
        return control.checked ? 'on' : '';
      return control && 'value' in control ? control.value : null;
    });
  }

  set choices(choices: Choices) {
    for (const name of names) {
      const control = this.#form.elements.namedItem(name);
      if (control instanceof HTMLInputElement && control.type === 'checkbox')
        control.checked = choices[name] === 'on';
      else if (control && 'value' in control) control.value = choices[name];
    }
  }

  /** Shows what there is to choose now, the wording of the language, and what has to be corrected. */
  update(choices: Choices): void {
    for (const part of this.#form.querySelectorAll<HTMLElement>('[data-only]')) {
      const gone = !asked[part.dataset.only ?? '']?.(choices);
      part.hidden = gone;
      if (part instanceof HTMLFieldSetElement) part.disabled = gone;
    }
    const words = Object.entries({ ...wording[choices.language] });
    for (const input of this.#inputs) {
      const own = input.dataset.wording;
      const text = own === undefined ? undefined : words.find(([name]) => name === (own || input.name))?.[1];
      if (typeof text === 'string' && 'placeholder' in input) input.placeholder = text;
      const wrong = this.#errorOf(input) !== '';
      if (input.dataset.error) input.setAttribute('aria-invalid', String(wrong));
      if (wrong) input.setAttribute('aria-describedby', 'problem');
      else input.removeAttribute('aria-describedby');
    }
  }

  /** What has to be corrected first; empty where nothing has. */
  get error(): string {
    return this.#inputs.map((input) => this.#errorOf(input)).find(Boolean) ?? '';
  }

  #errorOf(input: Control): string {
    return input.willValidate && !input.validity.valid
      ? (input.dataset.error ?? input.validationMessage)
      : '';
  }
}
