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

/** The text that the visitor reads at the field. What the page has set with `setCustomValidity` goes before ours. */
export function fieldErrorText(field: Field, { code, message }: FieldError, labels: LeadFormLabels): string {
  const { name, type, validity, validationMessage } = field;
  if (validity.customError) return validationMessage;
  if (name === 'email') {
    if (code === 'REQUIRED') return labels.emailRequired;
    // the SDK, when it checks before it sends, says INVALID_VALUE of every value that breaks a rule
    if (/^INVALID_(EMAIL_FORMAT|VALUE)$/.test(code)) return labels.emailInvalid;
  } else if (type === 'email' && code === 'INVALID_EMAIL_FORMAT') return labels.emailInvalid;
  const constraint = constraintText(field, code === 'REQUIRED', labels);
  if (constraint !== undefined) return constraint;
  if (message && code !== 'TOO_LONG') return message;
  return fill(code === 'TOO_LONG' ? labels.tooLong : labels.fieldRefused, { field: fieldLabel(field) });
}
