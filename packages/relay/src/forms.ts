import { fieldKeyPattern } from '@fluenzr/client/schemas';
import { isAttributionPath } from './attribution.js';
import type { Mistake } from './mistake.js';
import { isReservedName } from './reserved-name.js';
import {
  choice,
  type InputOf,
  list,
  members,
  number,
  optional,
  type OutputOf,
  record,
  text,
  variant,
  withDefault,
  yesNo,
} from './shape.js';
import { languages } from './texts/texts.js';

/** Ids are the API's own business; but a blank, or a "…" that was left in from an example, is in none. */
const groupId = text({
  is: /^[\x21-\x7e]{1,200}$/,
  otherwise: 'This must be the id of a group, as FluenzR lists it, such as grp_8k2m.',
});

const notKey =
  'A key is that of a custom field in FluenzR: a small letter, then at most 35 small letters, digits or _, such as ' +
  'company_size.';
const fieldKey = text({ is: fieldKeyPattern, otherwise: notKey });
const count = number(1, 1e9);

const httpUrl = text({
  is: isHttpUrl,
  otherwise: 'This must be an address such as https://www.example.com/thanks.',
});

const origin = text({
  is: (text) => text === 'null' || (isHttpUrl(text) && new URL(text).origin === text),
  otherwise:
    'This must be an origin such as https://www.example.com: no path, no slash at the end, no wildcard.',
});

/** At most `max` submissions in `seconds`. */
const rate = members({ max: count, seconds: count });

const fieldDefinition = members({
  type: withDefault(choice('text', 'number', 'datetime'), 'text'),
  required: withDefault(yesNo, false),
  /** Characters; 200 unless told otherwise, or 2,000 with `multiline`. */
  maxLength: optional(number(1, 4000)),
  /** Whether line breaks are allowed, as in a textarea. */
  multiline: withDefault(yesNo, false),
  /** The only values allowed, as in a select or radio buttons. */
  options: optional(list(text({ least: 1, most: 200 }))),
  /** Whether several options may be chosen, as with checkboxes. They are kept as one text, joined with commas. */
  multiple: withDefault(yesNo, false),
});
/** A question of the form beside e-mail and names; its key is the key of the contact's custom field. */
export type FieldDefinition = OutputOf<typeof fieldDefinition>;

const captcha = {
  /** What the page shows the widget with. */
  siteKey: text({ least: 1 }),
  /** What the relay asks the provider with. In a file: `{"env": "TURNSTILE_SECRET"}`. */
  secret: text({ least: 1 }),
};

const challenge = variant({
  none: {},
  'proof-of-work': {
    /** PBKDF2 iterations of one guess, of which 256 are needed on average. */
    cost: withDefault(number(1, 100_000), 2000),
  },
  turnstile: captcha,
  hcaptcha: captcha,
  recaptcha: {
    ...captcha,
    /** Version 3 only: below it a submission waits for review. */
    minScore: withDefault(number(0, 1, false), 0.5),
  },
});

const policy = choice('accept', 'quarantine', 'refuse');

// Browsers fill these in by themselves, so that a trap of that name catches people.
const autofilled =
  /name|mail|phone|tel|address|street|city|zip|post|country|url|web|site|company|organi|title|birth|card|user|pass|login|age|sex|gender/;

const formRecord = members({
  /** What the page names the form by. */
  id: text({
    is: /^frm_[A-Za-z0-9_-]{1,64}$/,
    otherwise: 'This must be frm_ and 1 to 64 letters, digits, - or _.',
  }),
  /** What visitors see in pages and in the confirm mail: whom they wrote to, such as "Example Ltd". */
  title: text({ least: 1, most: 100, is: /^\P{Cc}*$/u, otherwise: 'This must be one line.' }),
  /** The group that contacts join. If it is dynamic, that starts every running campaign linked to it. */
  groupId,
  /** Questions beside e-mail, first and last name. */
  fields: withDefault(
    record(fieldDefinition, (key) =>
      isReservedName(key)
        ? 'This name has a meaning in every form: choose another key.'
        : fieldKeyPattern.test(key)
          ? undefined
          : notKey,
    ),
    {},
  ),
  /** Where the pages with the form are, such as `https://www.example.com`. */
  origins: list(origin),
  /** What the visitor agrees to. `field` names the custom field that keeps version, time and hash. */
  consent: optional(
    members({
      version: text({ least: 1, most: 40 }),
      text: text({ least: 1, most: 4000 }),
      required: withDefault(yesNo, true),
      field: optional(fieldKey),
    }),
  ),
  /**
   * `confirm`: the contact is created after a click in a mail. `single`: at once, whoever typed the address, so that a
   * stranger can start your campaigns for any address.
   */
  optIn: withDefault(choice('confirm', 'single'), 'confirm'),
  /** How much is too much. `network` is one IPv4 address or one IPv6 /64. */
  limits: withDefault(
    members({
      network: withDefault(rate, { max: 10, seconds: 600 }),
      address: withDefault(rate, { max: 5, seconds: 86_400 }),
      form: withDefault(rate, { max: 600, seconds: 60 }),
    }),
    {},
  ),
  /** What a sender must show before it is believed. */
  challenge: withDefault(challenge, { kind: 'none' }),
  /** The name of an input that people do not see. Whoever fills it in waits for review. */
  honeypot: optional(
    text({
      is: (name) => /^[a-z][a-z0-9_-]{3,39}$/.test(name) && !autofilled.test(name) && !isReservedName(name),
      otherwise:
        'This must be 4 to 40 small letters, digits, - or _ without meaning, such as "k7_qvw": what has a meaning is ' +
        'filled in by browsers themselves.',
    }),
  ),
  /** What becomes of throw-away addresses, and of those of free mail services. */
  mail: withDefault(
    members({ disposable: withDefault(policy, 'quarantine'), free: withDefault(policy, 'accept') }),
    {},
  ),
  /** Which parts of the attribution go into which custom fields: `{"first.utm_source": "first_source"}`. */
  attribution: withDefault(
    record(fieldKey, (path) =>
      isAttributionPath(path) ? undefined : 'This must be like first.utm_source or last.referrer.',
    ),
    {},
  ),
  /** Pages that a plain form may ask to be sent to after it was accepted. */
  redirectAllow: withDefault(list(httpUrl, 0), []),
  /** Where a visitor comes after the click in the confirm mail's page. Left out, the relay shows a page of its own. */
  confirmedRedirect: optional(httpUrl),
  /** Language of the relay's pages and mails, English unless told otherwise; where it is told, of the contacts too. */
  locale: optional(choice(...languages)),
});

/** A form, checked, with all defaults filled in. */
export type Form = OutputOf<typeof formRecord>;
/** A form as it is written: what has a default may be left out. */
export type FormInput = InputOf<typeof formRecord>;

/** The forms of a relay by id. */
export type Forms = ReadonlyMap<string, Form>;

/** Form records with mistakes in them; `mistakes` has every one. */
export class FormsError extends Error {
  override readonly name = 'FormsError';
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    const lines = mistakes.map(({ pointer, message }) => `  ${pointer || '/'}: ${message}`);
    super(
      `The forms have ${mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`}:\n${lines.join('\n')}`,
    );
    this.mistakes = mistakes;
  }
}

const formsDocument = members({ forms: list(formRecord) });

/**
 * Checks form records: the content of a forms file.
 *
 * @throws FormsError with every mistake, each with a pointer into the document.
 * @example
 * ```ts
 * const forms = parseForms({
 *   forms: [{ id: 'frm_website', title: 'Example Ltd', groupId: 'grp_1', origins: ['https://www.example.com'] }],
 * });
 * forms.get('frm_website')?.optIn; // 'confirm'
 * ```
 */
export function parseForms(document: unknown): Forms {
  const mistakes: Mistake[] = [];
  const { forms } = formsDocument.check(document, [], mistakes);
  if (mistakes.length === 0)
    mistakes.push(...forms.flatMap((form, index) => contradictions(form, index, forms)));
  if (mistakes.length > 0) throw new FormsError(mistakes);
  return new Map(forms.map((form) => [form.id, form]));
}

/** What each member allows but all together do not. */
function contradictions(form: Form, index: number, forms: readonly Form[]): Mistake[] {
  const mistakes: Mistake[] = [];
  const wrong = (member: string, message: string) =>
    mistakes.push({ pointer: `/forms/${index}/${member}`, code: 'INVALID_VALUE', message });
  if (forms.findIndex(({ id }) => id === form.id) !== index) wrong('id', `Two forms are called ${form.id}.`);
  for (const [key, { type, options, multiple, multiline }] of Object.entries(form.fields)) {
    if (options && type !== 'text')
      wrong(`fields/${key}/options`, 'Only a field of type text can have options.');
    if (multiple && !options)
      wrong(`fields/${key}/multiple`, 'Several values can be chosen only among options.');
    if (multiline && type !== 'text')
      wrong(`fields/${key}/multiline`, 'Only a field of type text has lines.');
  }
  if (form.honeypot && Object.hasOwn(form.fields, form.honeypot)) {
    wrong('honeypot', 'A field of the form has this name.');
  }
  return mistakes;
}

function isHttpUrl(text: string): boolean {
  // URL takes a * in a host name for a letter like any other
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !new URL(text).host.includes('*');
}
