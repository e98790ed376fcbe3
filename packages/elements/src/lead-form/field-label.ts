import type { Field } from './field.js';

/** What stands in a label and is not its text. */
const beside = 'input, select, textarea, button, .fluenzr-optional, .fluenzr-error, .fluenzr-hint';

/**
 * What a visitor calls a field: its label, without the options of a select in it and without marks such as `*` or `:` at
 * its end. Radio buttons have the legend around them: their labels are the answers.
 */
export function fieldLabel(field: Field): string {
  const legend =
    field.type === 'radio' && field.closest('fieldset:not([data-step])')?.querySelector('legend');
  const label = (legend || field.labels?.[0])?.cloneNode(true) as Element | undefined;
  for (const element of label?.querySelectorAll(beside) ?? []) element.remove();
  const text = label?.textContent || field.getAttribute('aria-label') || field.name;
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\s.:*]+$/, '');
}
