// What the configurator says is true: its code, pasted into an empty page beside the built scripts, is the chosen form.
// Run `npm run build:script && npm run build:demo` first.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { chromium, type Browser, type Frame, type Locator, type Page } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';
import { createClient } from '@fluenzr/client';
import { createMockBackend } from '@fluenzr/mocks';
import {
  createRelay,
  type FormInput,
  inspectForms,
  openStore,
  parseForms,
  pgliteDatabase,
} from '@fluenzr/relay';
import { serve } from '@fluenzr/relay/node';
import { PGlite } from '@electric-sql/pglite';
import { findBrowser } from '../../packages/tooling/src/find-browser.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scripts = path.join(root, 'packages/elements/dist/cdn');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in a document, or in an element of it. */
const violations = async (frame: Page | Frame, within = 'html'): Promise<string[]> => {
  await frame.evaluate(axe);
  return frame.evaluate(async (within) => {
    const { axe } = window as unknown as {
      axe: {
        run(
          within: string,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const found = await axe.run(within, { iframes: false });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, within);
};

describe('the configurator', () => {
  let demo: PreviewServer;
  let site: Server;
  let browser: Browser;
  let page: Page;
  let pasted = '';
  let tampered = false;
  const complaints: string[] = [];

  const address = (query: string) =>
    `${demo.resolvedUrls?.local[0] ?? ''}configurator.html${query && `?${query}`}`;
  const open = async (query = '') => {
    await page.goto(address(query));
    await page.locator('html[data-ready]').waitFor();
  };
  const code = () => page.locator('#code').textContent() as Promise<string>;
  const framed = () => page.frameLocator('#preview');
  const choice = (label: string) =>
    page
      .locator('#choices')
      .getByRole('combobox', { name: label })
      .or(page.getByRole('textbox', { name: label, exact: true }));

  /** Pastes the code of some choices into the empty page of another site. */
  const paste = async (choices: Record<string, string>) => {
    await open(new URLSearchParams({ test: 'on', ...choices }).toString());
    pasted = await code();
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
  };
  /** What the pasted form would send, told by its own event. */
  const sent = () =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('fluenzr-submit', ({ input, test }) => resolve({ ...input, test }), {
            once: true,
          });
        }),
    );

  before(async () => {
    if (!existsSync(`${root}demo/dist/configurator.html`))
      throw new Error('Build the demo first: npm run build:demo');
    demo = await preview({
      configFile: `${root}vite.config.ts`,
      mode: 'demo',
      logLevel: 'error',
      preview: { port: 0, strictPort: false, open: false },
    });
    site = createServer((request, response) => {
      const [, file] = /^\/fluenzr\/([\w./-]+)$/.exec(request.url ?? '') ?? [];
      if (file) {
        response.setHeader('content-type', file.endsWith('.css') ? 'text/css' : 'text/javascript');
        response.end(`${readFileSync(path.join(scripts, file), 'utf8')}${tampered ? ' ' : ''}`);
      } else {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        const body = request.url === '/' ? pasted : '';
        response.end(
          `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:," /></head><body>${body}</body></html>`,
        );
      }
    }).listen(0, '127.0.0.1');
    const { executablePath, env, args } = await findBrowser();
    browser = await chromium.launch({ executablePath, env, args });
  });

  after(async () => {
    await browser.close();
    await demo.close();
    site.closeAllConnections();
    site.close();
  });

  beforeEach(async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
    page = await context.newPage();
    tampered = false;
    complaints.length = 0;
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
  });

  afterEach(() => page.context().close());

  it('gives code that works where it is pasted, with the integrity of the script', async () => {
    await paste({});
    const [, file = '', integrity] =
      /src="\/fluenzr\/(lead-form-[\w-]+\.js)"\s+integrity="([^"]+)"/.exec(pasted) ?? [];
    const hash = createHash('sha384')
      .update(readFileSync(path.join(scripts, file)))
      .digest('base64');
    expect(integrity).to.equal(`sha384-${hash}`);

    const lead = sent();
    await page.getByLabel('E-mail').fill('ada@example.com');
    await page.getByLabel('First name').fill('Ada');
    await page.getByRole('button', { name: 'Sign up' }).click();
    expect(await lead).to.deep.equal({ email: 'ada@example.com', firstName: 'Ada', test: true });
    await page.locator('fluenzr-lead-form [part=success]').waitFor();
    expect(complaints).to.deep.equal([]);
  });

  it('gives a record with which the relay takes what the page sends, and the custom fields for it', async () => {
    const choices = {
      company: 'required',
      companyLabel: 'Your "company"',
      phone: 'optional',
      message: 'required',
      topic: 'required',
      topicOptions: ' Prices & terms \n\nSomething else',
      consent: 'required',
      consentText: ' Write to me about "A & B". ',
      language: 'de',
      test: '',
    };
    await open(new URLSearchParams(choices).toString());
    const backend = createMockBackend({ rateLimit: Number.POSITIVE_INFINITY });
    const upstream = { baseUrl: 'https://crm.example.com', apiKey: backend.apiKey, fetch: backend.fetch };
    const fluenzr = createClient(upstream);
    const group = await fluenzr.groups.create({ name: '[DYN] Inbound Leads', type: 'DYNAMIC' });
    const lines = (await page.locator('#custom').textContent()) ?? '';
    for (const [, field = ''] of lines.matchAll(/^await fluenzr\.fields\.create\((.+)\);$/gm))
      await fluenzr.fields.create(JSON.parse(field) as { key: string; name: string; type: 'text' });

    const text = (await page.locator('#record').textContent()) ?? '';
    expect(() => parseForms(JSON.parse(text))).to.throw('id of a group'); // it is yet to be filled in
    const { forms } = JSON.parse(text) as { forms: [FormInput] };
    const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    const mended = { ...forms[0], groupId: group.id, origins: [origin], optIn: 'single' as const };
    const parsed = parseForms({ forms: [mended] });
    const faults: string[] = [];
    const log = {
      info: () => undefined,
      warn: () => undefined,
      error: (event: string) => void faults.push(event),
    };
    await inspectForms(parsed, upstream, log);
    const store = await openStore(pgliteDatabase(await PGlite.create()));
    const relay = createRelay({ forms: parsed, upstream, store, now: () => Date.now() + 60_000, log }); // nobody here types as slowly as a person
    const serving = await serve(relay, { port: 0, host: '127.0.0.1', log });
    try {
      await paste({ ...choices, endpoint: serving.url });
      await page.getByLabel('E-Mail').fill('ada@example.com');
      await page.getByLabel('Your "company"').fill('Example Ltd');
      await page.getByLabel('Telefon').fill('+49 30 123456');
      await page.getByLabel('Worum geht es?').selectOption('Prices & terms');
      await page.getByLabel('Nachricht').fill('Two\nlines');
      await page.getByLabel('Write to me about "A & B".').check();
      await page.getByRole('button', { name: 'Anmelden' }).click();
      await page.locator('fluenzr-lead-form [part=success]').waitFor();
      await relay.work();
      const [contact] = await fluenzr.groups.contacts.list(group.id, {}).toArray({ limit: 2 });
      expect(contact?.fields).to.include({
        company: 'Example Ltd',
        phone: '+49 30 123456',
        topic: 'Prices & terms',
        message: 'Two\nlines',
      });
      expect(contact?.fields)
        .to.have.property('consent_proof')
        .that.matches(/^2026-01 /);
      expect([...complaints, ...faults]).to.deep.equal([]);
    } finally {
      await serving.stop();
      await store.close();
    }
  });

  it('gives code whose script does not run when it was changed', async () => {
    tampered = true;
    await paste({});
    await page.waitForLoadState();
    expect(await page.evaluate(() => customElements.get('fluenzr-lead-form') === undefined)).to.equal(true);
    expect(complaints.join()).to.contain('integrity');
  });

  it('gives code that lets no part run that was changed, where that was chosen', async () => {
    await paste({ partsIntegrity: 'on' });
    await page.getByRole('button', { name: 'Sign up' }).click();
    await page.locator('fluenzr-lead-form [part=summary]').waitFor();
    expect(complaints).to.deep.equal([]);

    await page.goto('about:blank');
    pasted = pasted.replace(/(parts\/feedback-[^:]+: "sha384-)[^"]+/, `$1${'A'.repeat(64)}`);
    const refused = page.waitForEvent('console', (message) => message.text().includes('integrity'));
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    await page.getByLabel('E-mail').focus();
    expect((await refused).text()).to.contain('/parts/feedback-');
  });

  it('gives code with a ready theme, which the preview shows too', async () => {
    const surface = (form: Locator) =>
      form.evaluate((element) => getComputedStyle(element).getPropertyValue('--fluenzr-surface'));
    await open('readyTheme=paper');
    await framed().getByLabel('E-mail').waitFor();
    await page.waitForFunction(() => {
      const sheets = document.querySelector<HTMLIFrameElement>('#preview')?.contentDocument?.styleSheets;
      return sheets?.[0]?.cssRules.length;
    });
    const shown = await surface(framed().locator('fluenzr-lead-form'));
    expect(shown).to.contain('light-dark');
    await paste({ readyTheme: 'paper' });
    await page.getByLabel('E-mail').waitFor();
    expect(await surface(page.locator('fluenzr-lead-form'))).to.equal(shown);
    expect(complaints).to.deep.equal([]);
  });

  it('writes labels as they were typed, whatever is in them, in two steps, in French, with all fields', async () => {
    await paste({
      language: 'fr',
      heading: 'Prix & <script>alert(1)</script>',
      companyLabel: 'Société "A & B" <b>',
      company: 'required',
      phone: 'optional',
      message: 'required',
      topic: 'required',
      topicOptions: 'Visite\n <em>Tarifs</em> \n\n"Autre"',
      consent: 'required',
      consentText: 'J’accepte <tout>.',
      steps: 'on',
      accent: '#ffd400',
      corners: 'square',
      after: 'redirect',
      redirect: '/merci?a=1&b=2',
    });
    await page.getByRole('heading', { name: 'Prix & <script>alert(1)</script>' }).waitFor();
    const lead = sent();
    await page.getByLabel('E-mail').fill('ada@example.com');
    await page.getByRole('button', { name: 'Suivant' }).click();
    await page.getByLabel('Société "A & B" <b>').fill('Lovelace');
    await page.getByLabel('Quel est le sujet ?').selectOption('<em>Tarifs</em>');
    await page.getByLabel('Message').fill('Bonjour');
    await page.getByLabel('J’accepte <tout>.').check();
    const button = page.getByRole('button', { name: 'S’inscrire' });
    const look = await button.evaluate((element) => {
      const { backgroundColor, color, borderRadius } = getComputedStyle(element);
      return { backgroundColor, color, borderRadius };
    });
    expect(look).to.deep.equal({
      backgroundColor: 'rgb(255, 212, 0)',
      color: 'rgb(0, 0, 0)',
      borderRadius: '0px',
    });
    await button.click();
    expect(await lead).to.deep.equal({
      email: 'ada@example.com',
      fields: { company: 'Lovelace', topic: '<em>Tarifs</em>', message: 'Bonjour' },
      test: true,
    });
    await page.waitForURL('**/merci?a=1&b=2');
    expect(complaints).to.deep.equal([]);
  });

  it('gives popups that their link opens, and that open by themselves', async () => {
    await paste({ shape: 'slide-in', opener: 'Write to us' });
    await page.locator('fluenzr-lead-form:defined [part=popup]').waitFor({ state: 'attached' });
    await page.getByRole('link', { name: 'Write to us' }).click();
    await page.getByRole('dialog').waitFor();
    await page.getByLabel('E-mail').fill('ada@example.com');

    await paste({ shape: 'exit', language: 'de', theme: 'dark' });
    await page.locator('fluenzr-lead-form:defined [part=popup]').waitFor({ state: 'attached' });
    await page.evaluate(() => localStorage.clear()); // the form before had the same id
    await page.reload();
    await page.locator('fluenzr-lead-form:defined [part=popup]').waitFor({ state: 'attached' });
    await page.evaluate(() => document.dispatchEvent(new MouseEvent('mouseout', { clientY: -1 })));
    await page.getByRole('dialog').waitFor();
    const lead = sent();
    await page.getByLabel('E-Mail').fill('ada@example.com');
    await page.getByRole('button', { name: 'Anmelden' }).click();
    expect(await lead).to.deep.equal({ email: 'ada@example.com', test: true });
    expect(complaints).to.deep.equal([]);
  });

  it('shows the chosen form live, and keeps the choices in the address, back and forward', async () => {
    await open();
    await choice('Phone').selectOption('required');
    await framed().getByLabel('Phone').waitFor();
    await choice('Language').selectOption('de');
    await framed().getByLabel('Telefon').fill('030');
    expect(new URL(page.url()).search).to.equal('?language=de&phone=required');
    expect(await code())
      .to.contain('lang="de"')
      .and.to.contain('name="phone"');

    await page.goBack();
    await framed().getByLabel('Phone').waitFor();
    await page.goBack();
    await framed().getByLabel('Phone').waitFor({ state: 'detached' });
    expect(await choice('Phone').inputValue()).to.equal('off');
    await page.goForward();
    await framed().getByLabel('Phone').waitFor();

    await open('language=xx&phone=sometimes&accent=red%3B&__proto__=1');
    expect(await code())
      .to.contain('lang="en"')
      .and.not.to.contain('phone')
      .and.not.to.contain('<style>');
  });

  it('takes a lead in the preview, which sends nothing and stays', async () => {
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('http://localhost')) elsewhere.push(request.url());
    });
    await open('after=redirect');
    await page.getByRole('checkbox', { name: 'right to left' }).check();
    await page.getByRole('checkbox', { name: 'narrow' }).check();
    await page.getByRole('checkbox', { name: 'dark' }).check();
    await framed().getByLabel('E-mail').fill('ada@example.com');
    await framed().getByRole('button', { name: 'Sign up' }).click();
    await framed().locator('fluenzr-lead-form [part=success]').waitFor();
    const surroundings = await framed()
      .locator('html')
      .evaluate((html) => [getComputedStyle(html).direction, getComputedStyle(html).colorScheme, innerWidth]);
    expect(surroundings).to.deep.equal(['rtl', 'dark', 320]);
    expect(elsewhere).to.deep.equal([]);
    expect(complaints).to.deep.equal([]);
  });

  it('says what to correct, and gives no code that would not work', async () => {
    await open();
    const before = await code();
    await choice('Address of the relay').fill('javascript:alert(1)');
    await page
      .getByRole('alert')
      .getByText('Give the relay’s address, such as https://leads.example.com.')
      .waitFor();
    expect(await choice('Address of the relay').getAttribute('aria-invalid')).to.equal('true');
    expect(await page.getByRole('button', { name: 'Copy the code' }).isDisabled()).to.equal(true);
    expect(await code()).to.equal(before);
    await choice('Address of the relay').fill('https://forms.example.com');
    await page.getByRole('button', { name: 'Copy the code', disabled: false }).waitFor();
    expect(await code()).to.contain('endpoint="https://forms.example.com"');
  });

  it('copies the code, and says so', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await open();
    await page.getByRole('button', { name: 'Copy the code' }).press('Enter');
    await page.getByRole('status').getByText('Copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).to.equal(await code());
    await page.getByRole('button', { name: 'Copy the record' }).click();
    await page.locator('#copied-record').getByText('Copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).to.equal(
      await page.locator('#record').textContent(),
    );
  });

  it('has nothing for axe to find, with all choices, light and dark', async () => {
    const all =
      'company=required&phone=optional&message=optional&topic=optional&consent=required&steps=on&shape=dialog&after=redirect';
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const query of ['', all]) {
        await open(query);
        expect(await violations(page), `${colorScheme} ${query}`).to.deep.equal([]);
      }
    }
    await open('company=required&topic=optional&consent=required');
    const frame = page.frames().find((one) => one !== page.mainFrame());
    expect(frame && (await violations(frame, 'fluenzr-lead-form'))).to.deep.equal([]);
  });

  it('has room for everything at 320 pixels', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    await open('company=required&topic=optional&consent=required&shape=dialog');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(320);
  });
});
