import type { FieldDefinition } from './forms.js';
import type { Mistake } from './mistake.js';
import { hasHiddenCharacters, looksLikeFormula } from './plain-text.js';

type Fault = Pick<Mistake, 'code' | 'message'>;

const missing: Fault = { code: 'REQUIRED', message: 'The form\'s record says "required".' };

/**
 * What a visitor answered to one question of the form: the value for the contact's custom field, undefined where nothing
 * was answered, or what is wrong with it.
 */
export function readField(definition: FieldDefinition, answer: unknown): string | number | undefined | Fault {
  if (
    answer === undefined ||
    answer === null ||
    answer === '' ||
    (Array.isArray(answer) && answer.length === 0)
  ) {
    return definition.required ? missing : undefined;
  }
  if (Array.isArray(answer)) {
    if (!definition.multiple) return { code: 'INVALID_TYPE', message: 'This must be one value.' };
    const faults = answer
      .map((item) => readText(definition, item))
      .filter((item) => typeof item === 'object');
    return faults[0] ?? readText({ ...definition, options: undefined }, answer.join(', '));
  }
  if (definition.type === 'number') return readNumber(answer);
  if (definition.type === 'datetime') return readDate(answer);
  return readText(definition, answer);
}

function readText(
  { options, multiline, maxLength = multiline ? 2000 : 200, required }: Partial<FieldDefinition>,
  answer: unknown,
): string | undefined | Fault {
  if (typeof answer !== 'string') return { code: 'INVALID_TYPE', message: 'This must be text.' };
  const text = answer.trim();
  if (text === '') return required ? missing : undefined;
  if (options && !options.includes(text)) {
    return {
      code: 'NOT_AN_OPTION',
      message: `This must be one of "options" in the form's record: ${options.join(', ')}.`,
    };
  }
  if (text.length > maxLength) {
    return { code: 'TOO_LONG', message: `This must be at most ${maxLength} characters long.` };
  }
  if (hasHiddenCharacters(text, multiline)) {
    return { code: 'INVALID_VALUE', message: 'This must be text without control characters.' };
  }
  if (looksLikeFormula(text)) {
    return {
      code: 'INVALID_VALUE',
      message: 'This looks like a formula of a spreadsheet. Begin with another character.',
    };
  }
  return text;
}

function readNumber(answer: unknown): number | Fault {
  const number =
    typeof answer === 'string' && /^\s*[+-]?\d[\d.]*(?:e[+-]?\d{1,3})?\s*$/i.test(answer)
      ? Number(answer)
      : answer;
  return typeof number === 'number' && Number.isFinite(number)
    ? number
    : { code: 'INVALID_NUMBER', message: 'This must be a number.' };
}

function readDate(answer: unknown): string | Fault {
  // what <input type="date"> and <input type="datetime-local"> send, and full ISO 8601
  const isDate =
    typeof answer === 'string' &&
    /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(answer);
  const time = isDate
    ? Date.parse(
        /T.*(?:Z|[+-]\d\d:\d\d)$/.test(answer) ? answer : `${answer}${answer.includes('T') ? 'Z' : ''}`,
      )
    : NaN;
  return Number.isNaN(time)
    ? { code: 'INVALID_TYPE', message: 'This must be a date such as 2026-01-05, or a date and time.' }
    : new Date(time).toISOString();
}
