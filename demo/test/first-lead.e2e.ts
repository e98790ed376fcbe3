// The product's main job, in a real browser, on the built demo: run `npm run build:script && npm run build:demo` first.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { chromium, type Browser, type Page } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';
import { findBrowser } from '../../packages/tooling/src/find-browser.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the demo', () => {
  let server: PreviewServer;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  before(async () => {
    if (!existsSync(`${root}demo/dist/index.html`))
      throw new Error('Build the demo first: npm run build:demo');
    server = await preview({
      configFile: `${root}vite.config.ts`,
      mode: 'demo',
      logLevel: 'error',
      preview: { port: 0, strictPort: false, open: false },
    });
    const { executablePath, env, args } = await findBrowser();
    browser = await chromium.launch({ executablePath, env: env, args });
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  // every test meets the demo as a newcomer does: with storage of its own
  beforeEach(async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
    page = await context.newPage();
    complaints.length = 0;
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.locator('html[data-ready]').waitFor();
  });

  afterEach(() => page.context().close());

  const email = () => page.getByLabel('E-mail');
  /** The figure of the stats card, once it is this. */
  const contacts = (count: string) =>
    page.locator('fluenzr-group-stats [data-figure="total"] dd', {
      hasText: new RegExp(`^\\s*${count}\\s*$`),
    });
  const submit = () => page.getByRole('button', { name: 'Send me the report' });
  /** Types as a person does: the relay takes a form that is filled in within a second for a program's work. */
  const fill = async (address: string) => {
    await email().pressSequentially(address, { delay: 60 });
    await page.getByLabel('First name').pressSequentially('Ada', { delay: 60 });
    await page.getByLabel('Last name').pressSequentially('Lovelace', { delay: 60 });
  };

  it('takes a lead from the form into the dynamic group, and starts both campaigns', async () => {
    await fill('ada@example.com');
    await submit().click();
    await page.getByText('Thank you. Your first mail is on its way.').waitFor();

    await page.locator('[data-contact="ada@example.com"]').waitFor();
    for (const campaign of ['Welcome sequence', 'Invitation to the product tour']) {
      const groups = page.locator('fluenzr-campaign-groups', { hasText: campaign });
      await groups.getByRole('button', { name: '[DYN] Website Form' }).click();
      await groups.getByText('ada@example.com').waitFor();
    }
    await contacts('1').waitFor();
    expect(await page.locator('[data-mail="ada@example.com"]').count()).to.equal(2);

    await page.getByText('Your first Northlight report').click();
    const mail = await page.locator('details[open] .mail').textContent();
    expect(mail).to.contain('Hello Ada').and.to.contain('[DYN] Website Form');
    expect(complaints).to.deep.equal([]);
  });

  it('shows a smart group follow the change of a contact', async () => {
    await fill('ada@example.com');
    await submit().click();
    const tag = page.getByRole('button', { name: 'Tag ada@example.com as vip' });
    await tag.click();
    await page.getByText('ada@example.com joined VIP Leads.').waitFor();
    await page.locator('[data-figure="smart"]', { hasText: '1' }).waitFor();
    await tag.click();
    await page.getByText('ada@example.com left VIP Leads.').waitFor();
    await page.locator('[data-figure="smart"]', { hasText: '0' }).waitFor();
  });

  it('shows the way of the last lead: contact, dynamic group, active campaigns, workflows', async () => {
    await fill('ada@example.com');
    await submit().click();
    const steps = page.locator('.timeline[data-lead="ada@example.com"] li');
    await steps.first().waitFor();
    expect(await steps.locator('strong').allTextContents()).to.deep.equal([
      'ada@example.com',
      'joined [DYN] Website Form',
      'Welcome sequence and Invitation to the product tour',
      '2 started, 2 mails sent',
    ]);
  });

  it('follows the suggestions that tidy up its groups', async () => {
    const suggestion = (kind: string) => page.locator(`[data-suggestion="${kind}"]`);
    await suggestion('UNPREFIXED_DYNAMIC')
      .getByRole('button', { name: 'Rename to [DYN] Trade Show Paris' })
      .click();
    await suggestion('UNPREFIXED_DYNAMIC').waitFor({ state: 'detached' });
    await suggestion('DUPLICATE_NAME').getByRole('button', { name: 'Merge' }).click();
    await page.getByText('Nothing: every group has its name and its use.').waitFor();
    expect(complaints).to.deep.equal([]);
  });

  it('keeps its data over a reload, and forgets it on reset', async () => {
    await fill('ada@example.com');
    await submit().click();
    await page.locator('[data-contact="ada@example.com"]').waitFor();

    await page.reload();
    await page.locator('[data-contact="ada@example.com"]').waitFor();

    await page.getByRole('button', { name: 'Reset the demo' }).click();
    await page.getByText('Nobody yet.').waitFor();
  });

  it('keeps a lead on the device while the backend is down, and delivers it once when it is back', async () => {
    await page.clock.install();
    await page.reload();
    await page.locator('html[data-ready]').waitFor();
    await page.getByRole('radio', { name: 'down' }).check();
    await fill('grace@example.com');
    await submit().click();
    await page.getByText(/saved on this device/i).waitFor();
    expect(await page.locator('[data-contact]').count()).to.equal(0);

    await page.getByRole('radio', { name: 'up' }).check();
    await page.clock.fastForward(60_000); // the relay asked for half a minute's patience
    await page.locator('[data-contact="grace@example.com"]').waitFor();
    await contacts('1').waitFor();
    expect(await page.locator('[data-mail="grace@example.com"]').count()).to.equal(2);
  });

  it('keeps a lead while the device is offline, and delivers it once as soon as there is a network', async () => {
    await page.getByRole('radio', { name: 'offline' }).check();
    expect(await page.evaluate(() => navigator.onLine)).to.equal(false);
    await fill('grace@example.com');
    await submit().click();
    await page.getByText(/saved on this device/i).waitFor();
    expect(await page.locator('[data-contact]').count()).to.equal(0);

    await page.getByRole('radio', { name: 'up' }).check();
    await page.locator('[data-contact="grace@example.com"]').waitFor();
    await page.locator('fluenzr-lead-form [part=success]').waitFor();
    await contacts('1').waitFor();
    expect(await page.locator('[data-mail="grace@example.com"]').count()).to.equal(2);
  });

  it('delivers a lead once that was under way when the page crashed, without anyone doing anything', async () => {
    await page.clock.install();
    await page.reload();
    await page.locator('html[data-ready]').waitFor();
    await page.getByRole('radio', { name: 'crash' }).check();
    await fill('grace@example.com');
    const crashed = page.waitForEvent('load');
    await submit().click();
    await crashed;
    await page.locator('html[data-ready]').waitFor();
    expect(await email().inputValue()).to.equal('');

    await page.clock.fastForward(20_000); // as long as a try may take, nobody else sends the lead
    await page.locator('[data-contact="grace@example.com"]').waitFor();
    await contacts('1').waitFor();
    expect(await page.locator('[data-mail="grace@example.com"]').count()).to.equal(2);
  });

  it('signed in: says that the backend is down, keeps what was typed, and succeeds at the second try', async () => {
    await page.getByRole('radio', { name: 'by the SDK' }).check();
    await page.getByRole('radio', { name: 'down' }).check();
    await fill('grace@example.com');
    await submit().click();

    const alert = page.getByRole('alert').filter({ hasText: /\S/ });
    await alert.waitFor({ timeout: 60_000 }); // the SDK tries again, with growing pauses, before it gives up
    expect(await email().inputValue()).to.equal('grace@example.com');
    expect(await page.getByLabel('Last name').inputValue()).to.equal('Lovelace');
    expect(await page.locator('[data-contact]').count()).to.equal(0);

    await page.getByRole('radio', { name: 'up' }).check();
    await submit().click();
    await page.locator('[data-contact="grace@example.com"]').waitFor();
    await contacts('1').waitFor();
  });

  it('lets nobody fill in the form before there is a backend to send it to', async () => {
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    await page.route('**/assets/index-*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.reload({ waitUntil: 'commit' });
    const field = page.locator('fluenzr-lead-form input[name=email]');
    await field.waitFor();
    const takesFocus = () =>
      field.evaluate((input: HTMLInputElement) => {
        input.focus();
        return input.matches(':focus');
      });
    expect(await takesFocus()).to.be.false;

    goOn();
    await page.locator('html[data-ready]').waitFor();
    expect(await takesFocus()).to.be.true;
  });

  it('puts a mistake in the e-mail address beside its field, and sends nothing', async () => {
    await email().fill('ada@');
    await submit().click();
    await page.locator('input[name="email"][aria-invalid="true"]').waitFor();
    expect(await page.locator('[data-contact]').count()).to.equal(0);
  });
});
