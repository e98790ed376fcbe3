import { fill } from '../fill.js';
import type { Field } from './field.js';
import { fieldLabel } from './field-label.js';
import type { LeadFormLabels } from './labels.js';

const number = (value: number, language: string): string =>
  value.toLocaleString(language, { maximumFractionDigits: 9 });

/** How `min` and `max` of inputs for times are written for people. Of other inputs they are numbers. */
const times: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date: { dateStyle: 'long' },
  month: { month: 'long', year: 'numeric' },
  'datetime-local': { dateStyle: 'long', timeStyle: 'short' },
};

function bound(value: string, type: string, language: string): string {
  const format = times[type];
  if (format) {
    const time = new Date(value.includes('T') ? `${value}Z` : value);
    return time.toLocaleString(language, { ...format, timeZone: 'UTC' });
  }
  return type === 'number' || type === 'range' ? number(Number(value), language) : value;
}

/** The value that the steps of an input allow and that is nearest to what it holds. */
function nearest({ valueAsNumber, defaultValue, min, max, step }: HTMLInputElement): number {
  const base = Number(min || defaultValue) || 0;
  const size = Number(step) || 1;
  const value = base + Math.round((valueAsNumber - base) / size) * size;
  return max && value > Number(max) ? value - size : value;
}

/**
 * What is wrong with a field, by the browser's constraints (https://html.spec.whatwg.org/#the-constraint-validation-api)
 * and in the language of the form: the browser's own messages are in the language of the browser. Nothing where there are no
 * words for it.
 *
 * @param missing whether the field must be filled in and is not; the browser takes blanks for something
 */
export function constraintText(field: Field, missing: boolean, labels: LeadFormLabels): string | undefined {
  const { type, validity, title } = field;
  const { min, max, minLength } = field as HTMLInputElement; // a select has none, and no fault of them
  const say = (text: string, values: Readonly<Record<string, string>> = {}): string =>
    fill(text, { field: fieldLabel(field), ...values });
  const { language } = labels;
  const isTime = /^(date|month|week|time)/.test(type);

  // what cannot be read counts as missing, too
  if (validity.badInput) return say(type === 'number' ? labels.numberInvalid : labels.incomplete);
  if (missing) {
    if (type === 'checkbox') return say(labels.tickRequired);
    return say(/^(radio|select)/.test(type) ? labels.choiceRequired : labels.required);
  }
  if (validity.typeMismatch) return type === 'url' ? say(labels.urlInvalid) : labels.emailInvalid;
  if (validity.tooShort) return say(labels.tooShort, { min: number(minLength, language) });
  if (validity.tooLong) return say(labels.tooLong);
  if (validity.rangeUnderflow)
    return say(isTime ? labels.tooEarly : labels.tooLow, { min: bound(min, type, language) });
  if (validity.rangeOverflow)
    return say(isTime ? labels.tooLate : labels.tooHigh, { max: bound(max, type, language) });
  if (validity.stepMismatch && !isTime)
    return say(labels.nearest, { value: number(nearest(field as HTMLInputElement), language) });
  if (validity.patternMismatch && title) return say('{field}: {title}', { title });
  return undefined;
}
