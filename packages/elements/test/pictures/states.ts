// The states of which there are pictures, in light and dark, and where it matters in other surroundings too.
import type { Page } from 'playwright-core';
import type { Scene } from './stage.js';

/** Surroundings other than a light and a dark page. */
export type Surroundings = 'rtl' | 'narrow' | 'forced-colors';

/** What there is a picture of. */
export interface State extends Scene {
  /** Also in these. */
  readonly also?: readonly Surroundings[];
  /** How the relay answers a lead. By default it does not at all. */
  readonly relay?: 'accepts' | 'refuses the company' | 'is down';
  /** What a visitor does until the state is reached; it ends when it is. */
  readonly act?: (page: Page) => Promise<unknown>;
  /** Width of the page in pixels; 400 by default, 320 where it is narrow. */
  readonly width?: number;
  /** What alone is in the picture, as a selector. By default the whole page. */
  readonly of?: string;
  /** Height of the page: only for what stands over it, which does not make it higher. */
  readonly height?: number;
}

const everywhere = ['rtl', 'narrow', 'forced-colors'] as const;

const form = (attributes = '', content = '') =>
  `<fluenzr-lead-form endpoint="https://leads.example.com" form="frm_website" ${attributes}>
    <h2>Get the product tour</h2>${content}
  </fluenzr-lead-form>`;
const ownForm = (content: string) => `<form>${content}<button>Send me the report</button></form>`;
const steps = ownForm(`
  <fieldset data-step><legend>About you</legend><label>Work e-mail <input name="email" type="email" required></label></fieldset>
  <fieldset data-step><legend>Your company</legend><label>Company <input name="company"></label></fieldset>`);

const button = (page: Page, name: string) => page.getByRole('button', { name });
const shown = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

async function send(page: Page, outcome: string | RegExp): Promise<void> {
  await page.getByLabel('E-mail').fill('ada@example.com');
  await page.getByLabel('First name').fill('Ada');
  await button(page, 'Sign up').click();
  await shown(page, outcome);
}

const leadForm: Record<string, State> = {
  empty: { markup: form(), also: everywhere },
  'own-form': {
    markup: form(
      '',
      ownForm(`
        <label>Work e-mail <input name="email" type="email" required></label>
        <label>Team <select name="team"><option>1-10</option></select></label>
        <label>Message <textarea name="message"></textarea></label>
        <label><input type="checkbox" name="news"> Monthly news</label>`),
    ),
    also: ['narrow', 'forced-colors'],
  },
  consent: {
    markup: form('consent="You may write to me about your products." consent-version="2026-01"'),
    also: ['rtl', 'narrow'],
  },
  errors: {
    markup: form(),
    act: async (page) => {
      await button(page, 'Sign up').click();
      await page.locator('fluenzr-lead-form [part=summary]').waitFor();
    },
    also: everywhere,
  },
  refused: {
    markup: form(
      '',
      ownForm(
        '<label>E-mail <input name="email" type="email"></label><label>Company <input name="company"></label>',
      ),
    ),
    relay: 'refuses the company',
    act: async (page) => {
      await page.getByLabel('E-mail').fill('ada@example.com');
      await page.getByLabel('Company').fill('Northlight');
      await button(page, 'Send me the report').click();
      await page.locator('fluenzr-lead-form [part=summary]').waitFor();
    },
  },
  hint: {
    markup: form(),
    act: async (page) => {
      await page.getByLabel('E-mail').fill('ada@gmial.com');
      await page.getByLabel('First name').focus();
      await button(page, 'Did you mean').waitFor();
    },
    also: ['rtl', 'narrow'],
  },
  busy: { markup: form(), act: (page) => send(page, 'Sending') },
  accepted: { markup: form(), relay: 'accepts', act: (page) => send(page, 'Thank you'), also: everywhere },
  queued: {
    markup: form(),
    relay: 'is down',
    act: (page) => send(page, 'saved'),
    also: ['narrow', 'forced-colors'],
  },
  failed: {
    markup: form(),
    relay: 'is down',
    act: async (page) => {
      await page.evaluate(() => {
        for (const place of ['localStorage', 'indexedDB'])
          Object.defineProperty(window, place, { value: undefined });
      });
      await send(page, 'We could not reach the server');
    },
    also: everywhere,
  },
  steps: {
    markup: form('', steps),
    act: (page) => shown(page, 'Step 1 of 2'),
    also: everywhere,
  },
  popup: {
    markup: `<button data-fluenzr-open>Get the tour</button>${form('popup="dialog"')}`,
    act: async (page) => {
      await page.locator('fluenzr-lead-form [part=popup]').waitFor({ state: 'attached' });
      await button(page, 'Get the tour').click();
      await page.getByLabel('E-mail').waitFor();
    },
    height: 520,
    also: everywhere,
  },
  'slide-in': {
    markup: `<button data-fluenzr-open>Get the tour</button>${form('popup="slide-in"')}`,
    act: async (page) => {
      await page.locator('fluenzr-lead-form [part=popup]').waitFor({ state: 'attached' });
      await button(page, 'Get the tour').click();
      await page.getByLabel('E-mail').waitFor();
    },
    width: 640,
    height: 560,
    also: ['rtl', 'narrow'],
  },
};

/** The page behind a dialog is not in its picture. */
const dialog = { of: 'dialog[open]', height: 720 } as const;

const picker = (attributes = '') =>
  `<fluenzr-group-picker label="Group" ${attributes}></fluenzr-group-picker>`;
/** Wide enough for a list below the field, instead of a sheet over the page. */
const roomy = { width: 720, height: 440 } as const;
const openList = (page: Page) => page.getByRole('combobox').click();
const listed = (page: Page) => page.getByRole('option').first().waitFor();

const groupPicker: Record<string, State> = {
  closed: { markup: picker(), backend: 'answers', also: everywhere },
  disabled: { markup: picker('disabled'), backend: 'answers' },
  chosen: {
    markup: picker('value="{inbound}"'),
    backend: 'answers',
    act: (page) =>
      page.waitForFunction(() => document.querySelector('fluenzr-group-picker')?.selectedGroups[0]),
  },
  open: {
    markup: picker('creatable'),
    backend: 'answers',
    act: async (page) => {
      await openList(page);
      await listed(page);
    },
    ...roomy,
    also: everywhere,
  },
  searched: {
    markup: picker(),
    backend: 'answers',
    act: async (page) => {
      await openList(page);
      await listed(page);
      await page.getByRole('combobox').pressSequentially('lead');
      await page.getByText('Active Customers').waitFor({ state: 'detached' });
      await page.waitForFunction(() => CSS.highlights.has('fluenzr-match'));
    },
    ...roomy,
    height: 560,
    also: ['rtl', 'forced-colors'],
  },
  sections: {
    markup: picker('sections'),
    backend: 'answers',
    act: async (page) => {
      await openList(page);
      await listed(page);
    },
    ...roomy,
  },
  chips: {
    markup: picker('multiple value="{inbound} {empty}"'),
    backend: 'answers',
    act: (page) => shown(page, 'Partners 2027'),
    also: everywhere,
  },
  empty: {
    markup: picker('creatable'),
    backend: 'answers',
    act: async (page) => {
      await openList(page);
      await listed(page);
      await page.getByRole('combobox').pressSequentially('Quarterly');
      await page
        .locator('fluenzr-group-picker [part=message]')
        .filter({ hasText: 'No group matches' })
        .waitFor();
    },
    ...roomy,
    height: 220,
  },
  loading: {
    markup: picker(),
    backend: 'never answers',
    act: async (page) => {
      await openList(page);
      await shown(page, 'Loading groups…');
    },
    ...roomy,
    height: 200,
  },
  error: {
    markup: picker(),
    backend: 'fails',
    act: async (page) => {
      await openList(page);
      await button(page, 'Try again').waitFor();
    },
    ...roomy,
    height: 220,
    also: ['narrow', 'forced-colors'],
  },
  required: {
    markup: `<form>${picker('required')}</form>`,
    backend: 'answers',
    act: async (page) => {
      await page.evaluate(() => document.querySelector('form')?.checkValidity()); // no bubble of the browser
      await page.locator('fluenzr-group-picker [part=error]').waitFor();
    },
    also: ['forced-colors'],
  },
  create: {
    markup: picker('creatable'),
    backend: 'answers',
    act: async (page) => {
      await openList(page);
      await listed(page);
      await page.locator('fluenzr-group-picker [part=create]').click();
      await page.getByRole('dialog').waitFor();
    },
    ...dialog,
    width: 560,
    also: everywhere,
  },
};

const stats = (attributes = '') =>
  `<fluenzr-group-stats group-id="{inbound}" actions="export add-to-campaign apply-tags merge archive delete-contacts" ${attributes}></fluenzr-group-stats>`;
const loaded = (page: Page) => page.getByText('Updated').first().waitFor();
const openAction = (name: string) => async (page: Page) => {
  await loaded(page);
  await button(page, 'Actions').click();
  await page.getByRole('menuitem', { name }).click();
  await page.getByRole('dialog').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).waitFor();
};
const wide = { backend: 'answers', width: 560 } as const;

const groupStats: Record<string, State> = {
  loading: { ...wide, markup: stats(), backend: 'never answers' },
  full: { ...wide, markup: stats('range="90d"'), act: loaded, also: everywhere },
  table: {
    ...wide,
    markup: stats('range="7d"'),
    act: async (page) => {
      await loaded(page);
      await page.getByText('Table', { exact: false }).first().click();
      await page.locator('fluenzr-group-stats [part=table]').waitFor();
    },
    also: ['narrow'],
  },
  empty: {
    ...wide,
    markup: '<fluenzr-group-stats group-id="{empty}"></fluenzr-group-stats>',
    act: loaded,
  },
  error: {
    ...wide,
    markup: stats(),
    backend: 'fails',
    act: (page) => button(page, 'Try again').waitFor(),
    also: ['narrow'],
  },
  menu: {
    ...wide,
    markup: stats(),
    act: async (page) => {
      await loaded(page);
      await button(page, 'Actions').click();
      await page.getByRole('menuitem').first().waitFor();
    },
    height: 420,
    also: ['rtl', 'forced-colors'],
  },
  'add-to-campaign': { ...wide, markup: stats(), act: openAction('Add all to a campaign'), ...dialog },
  'apply-tags': { ...wide, markup: stats(), act: openAction('Apply tags to all'), ...dialog },
  merge: { ...wide, markup: stats(), act: openAction('Merge other groups'), ...dialog },
  archive: { ...wide, markup: stats(), act: openAction('Archive the group'), ...dialog },
  'delete-contacts': {
    ...wide,
    markup: stats(),
    act: openAction('Delete all contacts'),
    ...dialog,
    also: everywhere,
  },
};

const campaignGroups: Record<string, State> = {
  loading: {
    ...wide,
    markup: '<fluenzr-campaign-groups campaign-id="cmp_1"></fluenzr-campaign-groups>',
    backend: 'never answers',
  },
  list: {
    ...wide,
    markup: '<fluenzr-campaign-groups campaign-id="{campaign}"></fluenzr-campaign-groups>',
    act: (page) => page.locator('fluenzr-campaign-groups [part=group]').first().waitFor(),
    also: everywhere,
  },
  opened: {
    ...wide,
    markup: '<fluenzr-campaign-groups campaign-id="{campaign}"></fluenzr-campaign-groups>',
    act: async (page) => {
      await page.locator('fluenzr-campaign-groups [part=group]').first().click();
      await page.locator('fluenzr-campaign-groups [part=contacts] tbody tr').first().waitFor();
    },
    height: 560,
    also: ['narrow'],
  },
  error: {
    ...wide,
    markup: '<fluenzr-campaign-groups campaign-id="{campaign}"></fluenzr-campaign-groups>',
    backend: 'fails',
    act: (page) => button(page, 'Try again').waitFor(),
  },
};

const contact = '<fluenzr-contact-groups contact-id="{contact}"></fluenzr-contact-groups>';
const contactGroups: Record<string, State> = {
  loading: { ...wide, markup: contact, backend: 'never answers' },
  chips: {
    ...wide,
    markup: contact,
    act: (page) => page.locator('fluenzr-contact-groups [part=chip]').first().waitFor(),
    also: everywhere,
  },
  add: {
    ...wide,
    markup: contact,
    act: async (page) => {
      await button(page, 'Add to a group').click();
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).waitFor();
    },
    ...dialog,
    also: ['narrow'],
  },
  choose: {
    ...wide,
    markup: contact,
    act: async (page) => {
      await button(page, 'Add to a group').click();
      await page.getByRole('dialog').getByRole('combobox').click();
      await listed(page);
    },
    ...roomy,
    height: 560,
    also: ['narrow'],
  },
  remove: {
    ...wide,
    markup: contact,
    act: async (page) => {
      await page.locator('fluenzr-contact-groups [part=remove]').first().click();
      await page.getByRole('dialog').waitFor();
    },
    ...dialog,
    also: ['rtl'],
  },
  error: { ...wide, markup: contact, backend: 'fails', act: (page) => button(page, 'Try again').waitFor() },
};

const themes: Record<string, State> = Object.fromEntries(
  (['leaf', 'paper', 'ink'] as const).map((theme) => [
    theme,
    {
      markup: form() + picker('multiple value="{inbound} {empty}"'),
      backend: 'answers',
      theme,
      act: (page) => shown(page, 'Partners 2027'),
    },
  ]),
);

/** All of them, each by its element and what it is about: `lead-form-errors`. */
export const states: ReadonlyMap<string, State> = new Map(
  Object.entries({
    'lead-form': leadForm,
    'group-picker': groupPicker,
    'group-stats': groupStats,
    'campaign-groups': campaignGroups,
    'contact-groups': contactGroups,
    theme: themes,
  }).flatMap(([element, its]) =>
    Object.entries(its).map(([name, state]): [string, State] => [`${element}-${name}`, state]),
  ),
);
