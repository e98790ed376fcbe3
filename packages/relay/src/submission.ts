import { emailPattern } from '@fluenzr/client/schemas';
import { attribution, isTouchName } from './attribution.js';
import type { Posted } from './body.js';
import { readField } from './field.js';
import type { Form } from './forms.js';
import { type Mistake, unknownMember } from './mistake.js';
import { line, name } from './plain-text.js';
import { invalid } from './refusal.js';
import { challengeInputs, plainInputs } from './reserved-name.js';
import { members, optional, type OutputOf, type Shape, text } from './shape.js';

const instant = text({
  is: (text) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/.test(text) &&
    !isNaN(Date.parse(text)),
  otherwise: 'This must be a time such as 2026-01-05T09:00:00Z.',
});

/** The form of a submission id, in lower case. */
export const uuidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The fields are read against the form afterwards; here they need only be an object. */
const anyMembers: Shape<Readonly<Record<string, unknown>>> = {
  absent: false,
  check(value, at, mistakes) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
    return members({}).check(value, at, mistakes);
  },
};

const envelope = members({
  id: text({
    trim: true,
    is: (text) => uuidPattern.test(text.toLowerCase()),
    otherwise: 'This must be a UUID.',
  }),
  email: text({
    trim: true,
    is: emailPattern,
    otherwise: 'This is not an e-mail address, such as ada@example.com.',
    code: 'INVALID_EMAIL_FORMAT',
  }),
  firstName: optional(name),
  lastName: optional(name),
  fields: optional(anyMembers),
  consent: optional(
    members({
      // empty where the page does not say which: its text then has to be today's
      version: line(40),
      textHash: text({
        is: /^[0-9a-f]{64}$/,
        otherwise: 'This must be the SHA-256 of the text in hexadecimal.',
      }),
      at: instant,
    }),
  ),
  attribution: optional(attribution),
  challenge: optional(text({ most: 6000 })),
  startedAt: optional(instant),
});

/** What a visitor sent, checked against the form. Id and e-mail are in lower case. */
export interface Submission extends Omit<OutputOf<typeof envelope>, 'fields'> {
  fields: Record<string, string | number>;
}

/** What was posted, sorted into members, before any check of what they hold. */
export interface Draft {
  members: Record<string, unknown>;
  /** What the trap holds, if the form has one. */
  honeypot: string;
  /** Where a plain form asks to be sent to. */
  redirect: string | undefined;
  /** Members of a plain form that have no place. */
  mistakes: Mistake[];
}

/**
 * Sorts what was posted into the members of a submission. A script sends them as they are; a plain HTML form has names
 * of inputs: those of the form's fields go to `fields`, `utm_source` and the like to `attribution`, a ticked `consent` to
 * the consent of today, and the provider's own input to `challenge`.
 */
export function draftOf(posted: Posted, form: Form, consentNow: () => object): Draft {
  if (posted.by === 'script') {
    // entries, because copying by assignment would lose a member called `__proto__`
    const entries = Object.entries(posted.members);
    const trap = entries.find(([name]) => name === form.honeypot)?.[1];
    return {
      members: Object.fromEntries(entries.filter(([name]) => name !== form.honeypot)),
      honeypot: typeof trap === 'string' ? trap.trim() : '',
      redirect: undefined,
      mistakes: [],
    };
  }
  const members: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const last: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const mistakes: Mistake[] = [];
  let honeypot = '';
  let redirect: string | undefined;
  const once = (target: Record<string, unknown>, name: string, value: string) => {
    if (name in target)
      mistakes.push({ pointer: `/${name}`, code: 'INVALID_VALUE', message: 'This is given twice.' });
    target[name] = value;
  };
  for (const [name, typed] of posted.pairs) {
    const value = typed.trim();
    const definition = Object.hasOwn(form.fields, name) ? form.fields[name] : undefined;
    if (name === form.honeypot) honeypot = value;
    else if (value === '')
      continue; // an input that was left empty
    else if (definition?.multiple) fields[name] = [...((fields[name] as string[] | undefined) ?? []), value];
    else if (definition) once(fields, name, value);
    else if (name === 'redirect') redirect = value;
    else if (name === 'consent' && form.consent) members.consent = consentNow();
    else if (challengeInputs.includes(name)) once(members, 'challenge', value);
    else if (plainInputs.includes(name)) once(members, name, value);
    else if (isTouchName(name)) once(last, name, value);
    else mistakes.push(unknownMember([name]));
  }
  if (Object.keys(fields).length > 0) members.fields = fields;
  if (Object.keys(last).length > 0) members.attribution = { last };
  return { members, honeypot, redirect, mistakes };
}

/**
 * Checks a draft strictly: every mistake at once, unknown members refused.
 *
 * @throws Refusal 422 with a pointer to each mistake.
 */
export function checkSubmission(draft: Draft, form: Form, consentHash: string | undefined): Submission {
  const mistakes = [...draft.mistakes];
  const sent = envelope.check(withoutBlanks(draft.members), [], mistakes);
  const fields = readFields(form, sent.fields ?? {}, mistakes);
  const { consent } = sent;
  if (form.consent?.required && consent === undefined) {
    mistakes.push({
      pointer: '/consent',
      code: 'REQUIRED',
      message: "The form's record requires a consent, and a page without TLS can send none.",
    });
  }
  if (consent && !form.consent) mistakes.push(unknownMember(['consent'], "the form's record"));
  // an older version may come from a page that was cached, or from a lead that waited for a connection: it is kept as it is
  const isToday = consent?.version === '' || consent?.version === form.consent?.version;
  if (consent && form.consent && isToday && consent.textHash !== consentHash) {
    mistakes.push({
      pointer: '/consent/textHash',
      code: 'INVALID_VALUE',
      message: `This is not the SHA-256 of "consent.text" in the form's record, version ${form.consent.version}.`,
    });
  }
  if (mistakes.length > 0) throw invalid(mistakes);
  // the hash proves that today's text was read, whatever the page calls it
  const version = consent?.textHash === consentHash ? form.consent?.version : undefined;
  return {
    ...sent,
    ...(consent && version !== undefined && { consent: { ...consent, version } }),
    id: sent.id.toLowerCase(),
    email: sent.email.toLowerCase(),
    fields,
  };
}

/** An optional name that holds only blanks was not given. */
function withoutBlanks(members: Record<string, unknown>): Record<string, unknown> {
  const isBlank = (name: string) => {
    const value = members[name];
    return (name === 'firstName' || name === 'lastName') && typeof value === 'string' && value.trim() === '';
  };
  return Object.fromEntries(Object.entries(members).filter(([name]) => !isBlank(name)));
}

function readFields(
  form: Form,
  given: Readonly<Record<string, unknown>>,
  mistakes: Mistake[],
): Record<string, string | number> {
  const fields: Record<string, string | number> = {};
  for (const key of Object.keys(given)) {
    if (!Object.hasOwn(form.fields, key))
      mistakes.push(unknownMember(['fields', key], '"fields" of the form\'s record'));
  }
  for (const [key, definition] of Object.entries(form.fields)) {
    const result = readField(definition, Object.hasOwn(given, key) ? given[key] : undefined);
    if (typeof result === 'object') mistakes.push({ pointer: `/fields/${key}`, ...result });
    else if (result !== undefined) fields[key] = result;
  }
  return fields;
}
