import { combine, type QueryCondition, type QueryNode, type QueryOperator } from './ast.js';
import type { ContactStatus } from './contact.js';

/** Conditions on equality. Text is compared without regard to case and outer spaces. */
export interface EqualityConditions<Value> {
  /** `= value` */
  eq(value: Value): QueryCondition;
  /** `!= value`, which also holds for a contact without any value. */
  ne(value: Value): QueryCondition;
}

/** Conditions on having a value. */
export interface PresenceConditions {
  /** `!= ""` */
  isSet(): QueryCondition;
  /** `= ""` */
  isEmpty(): QueryCondition;
}

/** The condition on a part of a text. */
export interface PartConditions {
  /** `~ part`: a name with a word that begins so, any other text that contains it. */
  has(part: string): QueryCondition;
}

/** Conditions on order. For dates the whole day counts: `gt` after it, `gte` from its start, `lte` to its end. */
export interface OrderConditions<Value> {
  /** `> value` */
  gt(value: Value): QueryCondition;
  /** `>= value` */
  gte(value: Value): QueryCondition;
  /** `< value` */
  lt(value: Value): QueryCondition;
  /** `<= value` */
  lte(value: Value): QueryCondition;
}

type Conditions<Value> = EqualityConditions<Value> &
  PresenceConditions &
  PartConditions &
  OrderConditions<Value>;

function conditions(property: string): Conditions<string | number> {
  const compare =
    (operator: QueryOperator) =>
    (value: string | number): QueryCondition => ({
      type: 'condition',
      property,
      operator,
      value: typeof value === 'number' ? plainDecimal(value) : value,
    });
  const eq = compare('=');
  const ne = compare('!=');
  return {
    eq,
    ne,
    isSet: () => ne(''),
    isEmpty: () => eq(''),
    has: compare('~'),
    gt: compare('>'),
    gte: compare('>='),
    lt: compare('<'),
    lte: compare('<='),
  };
}

/** Writes a number as queries have it, without an exponent. */
function plainDecimal(value: number): string {
  if (!Number.isFinite(value))
    throw new TypeError(`${value} is no number that a value can be compared with.`);
  const text = String(value);
  if (!text.includes('e')) return text;
  return value.toLocaleString('en', { useGrouping: false, maximumSignificantDigits: 21 });
}

/**
 * A custom field, by its key in any case. Which conditions and values it can have depends on its type, which is checked
 * when the query is compiled or its text parsed.
 *
 * ```ts
 * field('company').has('acme'); // fields.company ~ "acme"
 * ```
 * @throws TypeError where the key has anything but letters, digits and _, or a condition is given NaN or Infinity
 */
export function field(key: string): Conditions<string | number> {
  if (!/^[\p{L}\p{M}\p{N}_]+$/u.test(key)) {
    throw new TypeError(`${JSON.stringify(key)} is no key of a field: use letters, digits and _ only.`);
  }
  return conditions(`fields.${key.toLowerCase()}`);
}

/** The contact's id. Not for smart groups. */
export const id: EqualityConditions<string> = conditions('id');

/** First and last name with a space between. */
export const name: EqualityConditions<string> & PresenceConditions & PartConditions = conditions('name');

/** The first name. */
export const firstName: EqualityConditions<string> & PresenceConditions & PartConditions =
  conditions('first_name');

/** The last name. */
export const lastName: EqualityConditions<string> & PresenceConditions & PartConditions =
  conditions('last_name');

/** The e-mail address. */
export const email: EqualityConditions<string> & PresenceConditions & PartConditions = conditions('email');

/** The contact's status. Not for smart groups. */
export const status: EqualityConditions<ContactStatus> = conditions('status');

/** The language, as an ISO 639 code of two or three letters. */
export const language: EqualityConditions<string> & PresenceConditions = conditions('language');

/** The tags: `eq` if any tag is the value, `ne` if none is. */
export const tag: EqualityConditions<string> & PresenceConditions = conditions('tag');

/** The groups, by name: `eq` if the contact is in the group, `ne` if it is not. Not for smart groups. */
export const group: EqualityConditions<string> & PresenceConditions = conditions('group');

/** The campaigns, by name: `eq` if the contact is in the campaign, `ne` if it is not. Not for smart groups. */
export const campaign: EqualityConditions<string> & PresenceConditions = conditions('campaign');

/** The day of the contact's creation: `2026-03-31`, `today`, `-30d`, `+2w`. */
export const createdOn: EqualityConditions<string> & OrderConditions<string> = conditions('created_on');

/** The day on which the contact last engaged: `2026-03-31`, `today`, `-30d`, `+2w`. */
export const lastSeenOn: EqualityConditions<string> & PresenceConditions & OrderConditions<string> =
  conditions('last_seen_on');

/**
 * All of the parts must hold. The result is the same tree as that of the written query.
 *
 * ```ts
 * formatQuery(and(field('age').gt(18), name.has('zoé'))); // 'fields.age > 18 AND name ~ "zoé"'
 * ```
 */
export function and(first: QueryNode, ...others: QueryNode[]): QueryNode {
  return combine('and', [first, ...others]);
}

/**
 * At least one of the parts must hold.
 *
 * ```ts
 * formatQuery(or(tag.eq('vip'), email.has('@acme.test'))); // 'tag = "vip" OR email ~ "@acme.test"'
 * ```
 */
export function or(first: QueryNode, ...others: QueryNode[]): QueryNode {
  return combine('or', [first, ...others]);
}
