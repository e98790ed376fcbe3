import type { Choices } from './choices.js';
import { type Markup, markup } from './markup.js';
import { type Wording, wording } from './wording.js';

/** The fields in their order, each with the attributes of its input. E-mail and names are the first of two steps. */
const fields = {
  email: { type: 'email', autocomplete: 'email' },
  firstName: { autocomplete: 'given-name' },
  lastName: { autocomplete: 'family-name' },
  company: { autocomplete: 'organization' },
  phone: { type: 'tel', autocomplete: 'tel' },
  topic: {},
  message: { rows: '4' },
} as const;

const firstStep: readonly string[] = ['email', 'firstName', 'lastName'];

/** The chosen form as it stands in a page, and before it the link that opens it, where it opens over the page. */
export function formMarkup(choices: Choices): Markup[] {
  const words = wording[choices.language];
  const popup = choices.shape === 'inline' ? undefined : choices.shape === 'exit' ? 'dialog' : choices.shape;
  const redirect = choices.after === 'redirect' ? choices.redirect : undefined;
  const element = markup(
    'fluenzr-lead-form',
    {
      id: popup && choices.form,
      lang: choices.language,
      endpoint: choices.endpoint,
      form: choices.form,
      mode: choices.test ? 'test' : undefined,
      popup,
      opens: choices.shape === 'exit' ? 'exit' : popup && choices.opens ? choices.opens : undefined,
      theme: choices.theme === 'page' ? undefined : choices.theme,
      'consent-version': choices.consent === 'none' ? undefined : choices.consentVersion,
      redirect,
      'redirect-allow': redirect && URL.canParse(redirect) ? new URL(redirect).origin : undefined,
      'success-message': (choices.after === 'message' && choices.success) || undefined,
    },
    ...(choices.heading ? [markup('h2', {}, choices.heading)] : []),
    form(choices, words),
  );
  if (!popup) return [element];
  const opener = markup(
    'a',
    { href: `#${choices.form}`, 'data-fluenzr-open': choices.form },
    choices.opener || words.opener,
  );
  return [opener, element];
}

/** A form of the page's own, which also works before the script is there, and without it. */
function form(choices: Choices, words: Wording): Markup {
  const chosen = (Object.keys(fields) as (keyof typeof fields)[]).filter(
    (name) => name === 'email' || choices[name] !== 'off',
  );
  const inFirst = chosen.filter((name) => firstStep.includes(name));
  const inSecond = chosen.filter((name) => !firstStep.includes(name));
  const rest = [
    ...inSecond.map((name) => field(name, choices, words)),
    ...(choices.consent === 'none' ? [] : [consent(choices, words)]),
  ];
  const first = inFirst.map((name) => field(name, choices, words));
  const step = (title: string, content: Markup[]): Markup =>
    markup('fieldset', { class: 'fluenzr-wide', 'data-step': true }, markup('legend', {}, title), ...content);
  const content =
    choices.steps && rest.length > 0
      ? [step(words.steps[0], first), step(words.steps[1], rest)]
      : [...first, ...rest];
  return markup(
    'form',
    {
      method: 'post',
      action: `${choices.endpoint.replace(/\/+$/, '')}/forms/${encodeURIComponent(choices.form)}/submissions`,
    },
    ...content,
    markup('button', { class: 'fluenzr-wide' }, choices.submit || words.submit),
  );
}

/** The entries of the select. */
export const topicOptions = (choices: Choices): string[] =>
  (choices.topicOptions || wording[choices.language].topicOptions)
    .split('\n')
    .map((option) => option.trim())
    .filter(Boolean);

function field(name: keyof typeof fields, choices: Choices, words: Wording): Markup {
  const id = `${choices.form}-${name}`;
  const required = name === 'email' || choices[name] === 'required';
  const attributes = { id, name, ...fields[name], required };
  // the names stand side by side where there is room for both
  const half = name === 'firstName' || name === 'lastName';
  const pair = choices.firstName !== 'off' && choices.lastName !== 'off';
  const label = choices[`${name}Label`] || words[name];
  return markup(
    'div',
    { class: half && pair ? undefined : 'fluenzr-wide' },
    required
      ? markup('label', { for: id }, label)
      : markup(
          'label',
          { for: id },
          `${label} `,
          markup('span', { class: 'fluenzr-optional' }, words.optional),
        ),
    name === 'topic'
      ? markup(
          'select',
          attributes,
          markup('option', { value: '' }, words.choose),
          ...topicOptions(choices).map((option) => markup('option', {}, option)),
        )
      : markup(name === 'message' ? 'textarea' : 'input', attributes),
  );
}

/** The lead carries the hash of the label's text as proof: nothing else may stand in it. */
const consent = (choices: Choices, words: Wording): Markup =>
  markup(
    'label',
    { class: 'fluenzr-wide' },
    markup('input', { type: 'checkbox', name: 'consent', required: choices.consent === 'required' }),
    markup('span', {}, choices.consentText || words.consentText),
  );
