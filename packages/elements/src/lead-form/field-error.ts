import type { Field } from './field.js';
import type { LeadFormLabels } from './labels.js';

/** One thing wrong with one field: a code of the API, and the backend's words for it. */
export interface FieldError {
  readonly code: string;
  readonly message?: string;
}

/** The longest name that the API takes. No `maxlength` says so to the browser: it would cut a pasted name in silence. */
const LONGEST_NAME = 100;

/**
 * What is wrong with the value of a field, with the code that the API would give it; `undefined` when nothing is.
 * The browser's own constraints decide (`required`, `type=email`), and two rules of the API: the domain of an e-mail
 * address has a dot, and a name has at most 100 characters.
 */
export function validate(field: Field): FieldError | undefined {
  const value = field.value.trim();
  if (field.required && !value) return { code: 'REQUIRED' };
  if (field.validity.typeMismatch || (field.type === 'email' && value && !/@.+\../.test(value)))
    return { code: 'INVALID_EMAIL_FORMAT' };
  if (field.name !== 'email' && value.length > LONGEST_NAME) return { code: 'TOO_LONG' };
  return undefined;
}

/** The text that the visitor reads at the field. */
export function fieldErrorText(field: Field, error: FieldError, labels: LeadFormLabels): string {
  if (field.name === 'email') {
    if (error.code === 'REQUIRED') return labels.emailRequired;
    // the SDK, when it checks before it sends, says INVALID_VALUE of every value that breaks a rule
    if (/^INVALID_(EMAIL_FORMAT|VALUE)$/.test(error.code)) return labels.emailInvalid;
  }
  if (error.code === 'TOO_LONG') return labels.tooLong.replace('{field}', labels[field.name]);
  return error.message ?? labels.fieldRefused.replace('{field}', labels[field.name]);
}

/**
 * Shows a message beside an input and ties it to it (`aria-invalid`, `aria-describedby`), or with `undefined` takes
 * the message away. Both stand in the light DOM: a reference by id cannot cross the edge of a shadow root.
 */
export function showFieldError(field: Field, text: string | undefined): void {
  const id = `${field.id}-error`;
  let message = field.parentElement?.querySelector(`#${id}`);
  if (text === undefined) {
    message?.remove();
    field.setAttribute('aria-invalid', 'false');
    field.removeAttribute('aria-describedby');
    return;
  }
  if (!message) {
    message = document.createElement('p');
    message.id = id;
    message.className = 'fluenzr-error';
    field.after(message);
  }
  if (message.textContent !== text) message.textContent = text;
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', id);
}
