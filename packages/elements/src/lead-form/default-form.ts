import { html, nothing, type TemplateResult } from 'lit';
import type { FieldName } from './field.js';
import type { LeadFormLabels } from './labels.js';

/**
 * The content of the `<form>` that is rendered into the light DOM. The inputs are static: what the visitor typed,
 * and the errors tied to them, survive every new rendering.
 *
 * @param labels the texts
 * @param id what the ids of the inputs begin with, unique on the page
 * @param busy whether the form is being sent
 */
export function defaultForm(labels: LeadFormLabels, id: string, busy: boolean): TemplateResult {
  const label = (name: FieldName): TemplateResult =>
    html`<label for=${`${id}-${name}`}>${labels[name]} ${name === 'email' ? nothing : optional}</label>`;
  const optional = html`<span class="fluenzr-optional">${labels.optional}</span>`;

  // aria-invalid stands there from the start: some screen readers call an empty required field invalid otherwise
  return html`
    <div class="fluenzr-wide">
      ${label('email')}
      <input
        id=${`${id}-email`}
        name="email"
        type="email"
        inputmode="email"
        autocomplete="email"
        autocapitalize="none"
        spellcheck="false"
        required
        aria-invalid="false"
      />
    </div>
    <div>
      ${label('firstName')}
      <input
        id=${`${id}-firstName`}
        name="firstName"
        type="text"
        autocomplete="given-name"
        aria-invalid="false"
      />
    </div>
    <div>
      ${label('lastName')}
      <input
        id=${`${id}-lastName`}
        name="lastName"
        type="text"
        autocomplete="family-name"
        aria-invalid="false"
      />
    </div>
    <button class="fluenzr-wide" type="submit" aria-disabled=${busy ? 'true' : 'false'}>
      ${busy ? labels.submitting : labels.submit}
    </button>
  `;
}
