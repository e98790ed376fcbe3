const presence = ['off', 'optional', 'required'] as const;
const yesOrNo = ['', 'on'] as const;

/** The choices that have only these values; all others are free text, checked by their inputs. */
const allowed = {
  language: ['en', 'fr', 'de', 'es'],
  firstName: presence,
  lastName: presence,
  company: presence,
  phone: presence,
  message: presence,
  topic: presence,
  consent: ['none', 'optional', 'required'],
  shape: ['inline', 'dialog', 'slide-in', 'exit'],
  opens: ['', '20s', '50%'],
  steps: yesOrNo,
  after: ['message', 'redirect'],
  theme: ['page', 'light', 'dark'],
  readyTheme: ['', 'leaf', 'paper', 'ink'],
  corners: ['round', 'soft', 'square'],
  test: yesOrNo,
  partsIntegrity: yesOrNo,
} as const;

/** What someone starts with. A text that is empty here has a wording of its own in each language, or is left out. */
const freeText = {
  endpoint: 'https://leads.example.com',
  form: 'frm_website',
  scripts: '/fluenzr/',
  heading: '',
  submit: '',
  opener: '',
  emailLabel: '',
  firstNameLabel: '',
  lastNameLabel: '',
  companyLabel: '',
  phoneLabel: '',
  messageLabel: '',
  topicLabel: '',
  topicOptions: '',
  consentText: '',
  consentVersion: '2026-01',
  success: '',
  redirect: '/thank-you',
  accent: '#2450d3',
};

/** What was chosen for a form. A checkbox is `on` or empty. */
export type Choices = typeof freeText & {
  -readonly [Name in keyof typeof allowed]: (typeof allowed)[Name][number];
};

/** The form that needs no choice: e-mail and both names. */
export const defaults: Readonly<Choices> = {
  ...freeText,
  language: 'en',
  firstName: 'optional',
  lastName: 'optional',
  company: 'off',
  phone: 'off',
  message: 'off',
  topic: 'off',
  consent: 'none',
  shape: 'inline',
  opens: '',
  steps: '',
  after: 'message',
  theme: 'page',
  readyTheme: '',
  corners: 'round',
  test: '',
  partsIntegrity: '',
};

/** The names of all choices. */
export const names = Object.keys(defaults) as (keyof Choices)[];

/** Reads choices by their names. What is missing, or cannot be, is as in the defaults. */
export function readChoices(valueOf: (name: string) => string | null): Choices {
  const read = names.map((name) => {
    const value = valueOf(name);
    const values: readonly string[] | undefined = Object.entries(allowed).find(([key]) => key === name)?.[1];
    const possible = values ? values.includes(value ?? '') : name !== 'accent' || isColour(value ?? '');
    return [name, value !== null && possible ? value : defaults[name]];
  });
  return Object.fromEntries(read) as Choices;
}

/** Writes choices for an address, without those that are as in the defaults. */
export const writeChoices = (choices: Choices): string =>
  new URLSearchParams(
    names.filter((name) => choices[name] !== defaults[name]).map((name) => [name, choices[name]]),
  ).toString();

const isColour = (value: string): boolean => /^#[0-9a-f]{6}$/i.test(value);
