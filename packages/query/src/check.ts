import type { QueryOperator } from './ast.js';
import { contactStatuses } from './contact.js';
import { parseDate } from './dates.js';
import type { QueryProblem } from './errors.js';
import { findProperty, type Containment, type Property } from './properties.js';
import type { QuerySchema } from './schema.js';
import { fold, foldsTo, MIN_WORD_LENGTH, namePrefixes } from './text.js';

/** The part of a condition that is wrong; `prefix` is what stands before the dot of a property. */
export type ConditionPart = 'prefix' | 'property' | 'operator' | 'value';

/** What is wrong with a condition, and which part of it. */
export interface ConditionMistake {
  part: ConditionPart;
  problem: QueryProblem;
}

/** Checks a condition; `written` is its property in lower case, with or without `fields.`. */
export type ConditionCheck = (
  written: string,
  operator: QueryOperator,
  value: string,
) => Property | ConditionMistake;

/** Reads a plain decimal such as `18`, `-3` or `2.50`; anything else is NaN. */
export function parseNumber(text: string): number {
  return /^\s*-?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : NaN;
}

/** How many characters `~` needs, where it looks for a part of the text. */
const MIN_PART_LENGTH = { email: 3, text: 2 };

/**
 * Makes the check of single conditions against a schema. A condition has at most one mistake: it is looked for first in
 * the property, then in the operator, then in the value.
 */
export function conditionCheck(schema: QuerySchema): ConditionCheck {
  const isKnown = { group: lookUp(schema.groups), campaign: lookUp(schema.campaigns) };

  function checkValue(
    property: Property,
    written: string,
    operator: QueryOperator,
    value: string,
  ): QueryProblem | undefined {
    if (operator === '~' && property.contains) return checkPart(property.contains, value);
    if (!value && (operator === '=' || operator === '!=')) {
      if (!property.required) return undefined;
      const message = `"${written}" needs a value.`;
      return { kind: 'unsupported_setcheck', message, extra: { property: written, operator } };
    }
    if (property.type === 'number') {
      return Number.isFinite(parseNumber(value)) ? undefined : invalid('number', 'write one such as 12.5.');
    }
    if (property.type === 'datetime') {
      return parseDate(value, schema.dateOrder)
        ? undefined
        : invalid('date', 'write one such as 2026-03-31 or -30d.');
    }
    switch (property.name) {
      case 'status':
        return contactStatuses.some((status) => foldsTo(value, status))
          ? undefined
          : invalid('status', `use ${contactStatuses.join(', ')}.`);
      case 'language':
        return /^[a-z]{2,3}$/i.test(value) ? undefined : invalid('language', 'write a code such as fr.');
      case 'group':
      case 'campaign':
        return isKnown[property.name](value) ? undefined : invalid(property.name, 'check its name.');
      default:
        return undefined;
    }
  }

  return (written, operator, value) => {
    const property = findProperty(written, schema);
    if ('kind' in property) {
      const hasPrefix =
        property.kind === 'unknown_property_type' && written.startsWith(`${property.extra.type}.`);
      return { part: hasPrefix ? 'prefix' : 'property', problem: property };
    }
    const wrongOperator = checkOperator(property, written, operator);
    if (wrongOperator) return { part: 'operator', problem: wrongOperator };
    const wrongValue = checkValue(property, written, operator, value.trim());
    return wrongValue ? { part: 'value', problem: wrongValue } : property;
  };
}

function checkOperator(
  property: Property,
  written: string,
  operator: QueryOperator,
): QueryProblem | undefined {
  const isPart = operator === '~';
  if (operator === '=' || operator === '!=' || (isPart ? property.contains : property.type !== 'text')) {
    return undefined;
  }
  const message = `"${written}" has no ${operator}: use = or !=.`;
  return isPart
    ? { kind: 'unsupported_contains', message, extra: { property: written } }
    : { kind: 'unsupported_comparison', message, extra: { property: written, operator } };
}

function checkPart(contains: Containment, value: string): QueryProblem | undefined {
  if (contains === 'name') {
    if (namePrefixes(value).length > 0) return undefined;
    const message = `~ needs a word of ${MIN_WORD_LENGTH} characters or more.`;
    return { kind: 'invalid_partial_name', message, extra: { min_token_length: MIN_WORD_LENGTH } };
  }
  const length = MIN_PART_LENGTH[contains];
  // in code points, as people count
  if (Array.from(value).length >= length) return undefined;
  const message = `~ needs ${length} characters or more.`;
  return { kind: `invalid_partial_${contains}`, message, extra: { min_value_length: length } };
}

function invalid(
  what: 'number' | 'date' | 'status' | 'language' | 'group' | 'campaign',
  advice: string,
): QueryProblem {
  return { kind: `invalid_${what}`, message: `This is no ${what}: ${advice}`, extra: {} };
}

/** A test whether a name is among others, if there are any to be among. They are folded when it is first used. */
function lookUp(names: readonly string[] | undefined): (name: string) => boolean {
  let known: Set<string> | undefined;
  return (name) => !names || (known ??= new Set(names.map(fold))).has(fold(name));
}
