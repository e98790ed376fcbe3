import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FieldName } from './field.js';
import { CONSENT } from './input.js';
import type { enForm } from './labels-en-form.js';

const autocomplete = { email: 'email', firstName: 'given-name', lastName: 'family-name' };

/**
 * The content of the `<form>` that is rendered into the light DOM. The inputs are static: what the visitor typed,
 * and the errors tied to them, survive every new rendering.
 *
 * @param labels the texts
 * @param id what the ids of the inputs begin with, unique on the page
 * @param busy whether the form is being sent
 * @param consent the text to agree to, if there is one, and whether that is required
 * @param captcha whether there will be one: its place is kept free, so that the button does not jump
 */
export function defaultForm(
  labels: typeof enForm,
  id: string,
  busy: boolean,
  consent: { text: string; required: boolean },
  captcha: boolean,
): TemplateResult {
  // aria-invalid stands there from the start: some screen readers call an empty required field invalid otherwise
  const optional = html`<span class="fluenzr-optional">${` ${labels.optional}`}</span>`;
  const input = (name: FieldName): TemplateResult => {
    const email = name === 'email';
    return html`<div class=${email ? 'fluenzr-wide' : nothing}>
      <label for=${`${id}-${name}`}>${labels[name]}${email ? nothing : optional}</label>
      <input
        id=${`${id}-${name}`}
        name=${name}
        type=${email ? 'email' : 'text'}
        autocomplete=${autocomplete[name]}
        autocapitalize=${email ? 'none' : nothing}
        spellcheck=${email ? 'false' : nothing}
        ?required=${email}
        aria-invalid="false"
      />
    </div>`;
  };
  return html`
    ${input('email')}${input('firstName')}${input('lastName')}
    ${
      consent.text
        ? html`<label class="fluenzr-wide">
            <input type="checkbox" name=${CONSENT} ?required=${consent.required} aria-invalid="false" />
            <span>${consent.text}</span>
          </label>`
        : nothing
    }
    ${captcha ? html`<div class="fluenzr-captcha fluenzr-wide"></div>` : nothing}
    <button class="fluenzr-wide" type="submit">${busy ? labels.submitting : labels.submit}</button>
  `;
}
