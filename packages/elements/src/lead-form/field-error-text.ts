/**
 * The words for what is wrong with a field, loaded at the first focus.
 *
 * @module
 */
import { fill } from '../fill.js';
import { constraintText } from './constraint-text.js';
import type { Field } from './field.js';
import { fieldLabel } from './field-label.js';
import type { LeadFormLabels } from './labels.js';
import type { FieldError } from './validate.js';

/** The words for the codes of API and form endpoint, whose own words are English, and for developers. */
const texts = {
  TOO_LONG: 'tooLong',
  INVALID_VALUE: 'fieldRefused',
  INVALID_TYPE: 'fieldRefused',
  INVALID_NUMBER: 'numberInvalid',
  DISPOSABLE_EMAIL: 'emailDisposable',
  FREE_EMAIL: 'emailFree',
} as const;

/** A text of others, which may be "This is required." of each of three fields: in the summary nobody could tell which. */
function named(field: Field, text: string): string {
  const label = fieldLabel(field);
  return text.toLowerCase().includes(label.toLowerCase()) ? text : `${label}: ${text}`;
}

/** The text that the visitor reads at the field. What the page has set with `setCustomValidity` goes before ours. */
export function fieldErrorText(field: Field, { code, message }: FieldError, labels: LeadFormLabels): string {
  const { name, type, validity, validationMessage } = field;
  if (validity.customError) return named(field, validationMessage);
  if (name === 'email') {
    if (code === 'REQUIRED') return labels.emailRequired;
    // the SDK, when it checks before it sends, says INVALID_VALUE of every value that breaks a rule
    if (/^INVALID_(EMAIL_FORMAT|VALUE)$/.test(code)) return labels.emailInvalid;
  } else if (type === 'email' && code === 'INVALID_EMAIL_FORMAT') return labels.emailInvalid;
  const constraint = constraintText(field, code === 'REQUIRED', labels);
  if (constraint !== undefined) return constraint;
  const text = Object.hasOwn(texts, code) ? labels[texts[code as keyof typeof texts]] : undefined;
  if (message && text === undefined) return named(field, message);
  return fill(text ?? labels.fieldRefused, { field: fieldLabel(field) });
}
