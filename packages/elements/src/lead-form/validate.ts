import type { Field } from './field.js';

/** One thing wrong with one field: a code of the API, and the backend's words for it where it gave some. */
export interface FieldError {
  readonly code: string;
  readonly message?: string;
}

/** The longest name that the API takes. No `maxlength` says so to the browser: it would cut a pasted name in silence. */
const LONGEST_NAME = 100;

/**
 * What is wrong with the value of a field, with the code that the API would give it; `undefined` when nothing is.
 * The browser's own constraints decide (`required`, `type=email`, `pattern`, `min` …), and rules of the API: there must
 * be an e-mail address, its domain has a dot, and a name has at most 100 characters.
 */
export function validate(field: Field): FieldError | undefined {
  const { name, required, type, validity } = field;
  const value = field.value.trim();
  if (validity.valueMissing || ((required || name === 'email') && !value)) return { code: 'REQUIRED' };
  if (name === 'email' || type === 'email')
    if (validity.typeMismatch || (value && !/@.+\../.test(value))) return { code: 'INVALID_EMAIL_FORMAT' };
  if (/^(first|last)Name$/.test(name) && value.length > LONGEST_NAME) return { code: 'TOO_LONG' };
  return validity.valid ? undefined : { code: 'INVALID_VALUE' };
}
