import * as z from 'zod/mini';
import { attributionPaths } from './attribution.js';
import { type Mistake, mistakesOf } from './mistake.js';
import { isReservedName } from './reserved-name.js';
import { languages } from './texts/texts.js';

const Id = z.string().check(z.minLength(1), z.maxLength(200));
const Count = z.int().check(z.minimum(1));

const HttpUrl = z
  .string()
  .check(
    z.refine((text) => isHttpUrl(text), 'This must be an address such as https://www.example.com/thanks.'),
  );

const Origin = z
  .string()
  .check(
    z.refine(
      (text) => text === 'null' || (isHttpUrl(text) && new URL(text).origin === text),
      'This must be an origin such as https://www.example.com: no path, no slash at the end, no wildcard.',
    ),
  );

/** At most `max` submissions in `seconds`. */
const Rate = z.strictObject({ max: Count, seconds: Count });

/** A question of the form beside e-mail and names; its key is the key of the contact's custom field. */
export const FieldDefinition = z.strictObject({
  type: z._default(z.enum(['text', 'number', 'datetime']), 'text'),
  required: z._default(z.boolean(), false),
  /** Characters; 200 unless told otherwise, or 2,000 with `multiline`. */
  maxLength: z.optional(Count.check(z.maximum(4000))),
  /** Whether line breaks are allowed, as in a textarea. */
  multiline: z._default(z.boolean(), false),
  /** The only values allowed, as in a select or radio buttons. */
  options: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.minLength(1))),
  /** Whether several options may be chosen, as with checkboxes. They are kept as one text, joined with commas. */
  multiple: z._default(z.boolean(), false),
});
/** A question of the form beside e-mail and names. */
export type FieldDefinition = z.output<typeof FieldDefinition>;

const captcha = {
  /** What the page shows the widget with. */
  siteKey: z.string().check(z.minLength(1)),
  /** What the relay asks the provider with. In a file: `{"env": "TURNSTILE_SECRET"}`. */
  secret: z.string().check(z.minLength(1)),
};

const Challenge = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('proof-of-work'),
    /** PBKDF2 iterations of one guess, of which 256 are needed on average. 2,000 is about half a second on a telephone. */
    cost: z._default(Count.check(z.maximum(100_000)), 2000),
  }),
  z.strictObject({ kind: z.literal('turnstile'), ...captcha }),
  z.strictObject({ kind: z.literal('hcaptcha'), ...captcha }),
  z.strictObject({
    kind: z.literal('recaptcha'),
    ...captcha,
    /** Version 3 only: below it a submission waits for review. */
    minScore: z._default(z.number().check(z.minimum(0), z.maximum(1)), 0.5),
  }),
]);

const Policy = z.enum(['accept', 'quarantine', 'refuse']);

// Browsers fill these in by themselves, so that a trap of that name catches people.
const autofilled =
  /name|mail|phone|tel|address|street|city|zip|post|country|url|web|site|company|organi|title|birth|card|user|pass|login|age|sex|gender/i;

const Honeypot = z.string().check(
  z.regex(/^[a-z][a-z0-9_-]{3,39}$/, 'This must be 4 to 40 small letters, digits, - or _, such as "k7_qvw".'),
  z.refine(
    (name) => !autofilled.test(name),
    'Browsers fill in fields with such a name by themselves: choose letters without meaning, such as "k7_qvw".',
  ),
);

/** What a form is. It lives on the server; the page knows only its id. */
export const FormRecord = z.strictObject({
  /** What the page names the form by. */
  id: z
    .string()
    .check(z.regex(/^frm_[A-Za-z0-9_-]{1,64}$/, 'This must be frm_ and 1 to 64 letters, digits, - or _.')),
  /** What visitors see in pages and in the confirm mail: whom they wrote to, such as "Example Ltd". */
  title: z
    .string()
    .check(z.minLength(1), z.maxLength(100), z.regex(/^[^\p{Cc}]*$/u, 'This must be one line.')),
  /** The group that contacts join. If it is dynamic, that starts every running campaign linked to it. */
  groupId: Id,
  /** Questions beside e-mail, first and last name. */
  fields: z._default(
    z.record(
      z.string().check(z.regex(/^[A-Za-z_][\w-]{0,63}$/, 'A key is a letter, then letters, digits, - or _.')),
      FieldDefinition,
    ),
    {},
  ),
  /** Where the pages with the form are, such as `https://www.example.com`. */
  origins: z.array(Origin).check(z.minLength(1)),
  /** What the visitor agrees to. `field` names the custom field that keeps version, time and hash. */
  consent: z.optional(
    z.strictObject({
      version: z.string().check(z.minLength(1), z.maxLength(40)),
      text: z.string().check(z.minLength(1), z.maxLength(4000)),
      required: z._default(z.boolean(), true),
      field: z.optional(Id),
    }),
  ),
  /**
   * `confirm`: the contact is created after a click in a mail. `single`: at once, whoever typed the address, so that a
   * stranger can start your campaigns for any address.
   */
  optIn: z._default(z.enum(['confirm', 'single']), 'confirm'),
  /** How much is too much. `network` is one IPv4 address or one IPv6 /64. */
  limits: z._default(
    z.strictObject({
      network: z._default(Rate, { max: 10, seconds: 600 }),
      address: z._default(Rate, { max: 5, seconds: 86_400 }),
      form: z._default(Rate, { max: 600, seconds: 60 }),
    }),
    {
      network: { max: 10, seconds: 600 },
      address: { max: 5, seconds: 86_400 },
      form: { max: 600, seconds: 60 },
    },
  ),
  /** What a sender must show before it is believed. */
  challenge: z._default(Challenge, { kind: 'none' }),
  /** The name of an input that people do not see. Whoever fills it in waits for review. */
  honeypot: z.optional(Honeypot),
  /** What becomes of throw-away addresses, and of those of free mail services. */
  mail: z._default(
    z.strictObject({ disposable: z._default(Policy, 'quarantine'), free: z._default(Policy, 'accept') }),
    { disposable: 'quarantine', free: 'accept' },
  ),
  /** Which parts of the attribution go into which custom fields: `{"first.utm_source": "first_source"}`. */
  attribution: z._default(z.partialRecord(z.enum(attributionPaths), Id), {}),
  /** Pages that a plain form may ask to be sent to after it was accepted. */
  redirectAllow: z._default(z.array(HttpUrl), []),
  /** Where a visitor comes after the click in the confirm mail's page. Left out, the relay shows a page of its own. */
  confirmedRedirect: z.optional(HttpUrl),
  /** Language of the relay's pages and mails. */
  locale: z._default(z.enum(languages), 'en'),
});

/** A form, checked, with all defaults filled in. */
export type Form = z.output<typeof FormRecord>;
/** A form as it is written: what has a default may be left out. */
export type FormInput = z.input<typeof FormRecord>;

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

const FormsDocument = z.strictObject({ forms: z.array(FormRecord).check(z.minLength(1)) });

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
  const result = FormsDocument.safeParse(document);
  if (!result.success) throw new FormsError(mistakesOf(result.error.issues, document));
  const { forms } = result.data;
  const mistakes = forms.flatMap((form, index) => contradictions(form, index, forms));
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
  for (const key of Object.keys(form.fields)) {
    if (isReservedName(key))
      wrong(`fields/${key}`, 'This name has a meaning in every form: choose another key.');
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
