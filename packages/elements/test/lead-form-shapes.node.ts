// The shapes of a form on a page with a strict policy, as a browser and a screen reader meet them: nothing is blocked, the
// accessibility tree says what is there, and nothing moves while it loads.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../tooling/src/find-browser.js';
import { bundle } from './delivery-trials.js';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const steps = `
  <fluenzr-lead-form mode="test" form="frm_website">
    <form>
      <fieldset data-step>
        <legend>About you</legend>
        <label>Work e-mail <input name="email" type="email" required></label>
      </fieldset>
      <fieldset data-step>
        <legend>Your company</legend>
        <label>Company size <input name="company_size"></label>
        <label data-show-if="company_size >= 50">Department <input name="department"></label>
      </fieldset>
      <button>Send me the report</button>
    </form>
  </fluenzr-lead-form>`;

const popup = (kind: string): string => `
  <button data-fluenzr-open>Get the tour</button>
  <fluenzr-lead-form mode="test" form="frm_website" popup="${kind}"><h2>Get the product tour</h2></fluenzr-lead-form>`;

/** What the guide tells pages to have in their CSS, so that nothing moves. */
const css = `
  @media (scripting: enabled) {
    fluenzr-lead-form[popup]:not(:defined),
    fluenzr-lead-form :is([data-step] ~ [data-step], [data-show-if]):not([data-fluenzr-ready]) {
      animation: fluenzr-wait 3s step-end;
    }
    @keyframes fluenzr-wait {
      from, to { position: absolute; visibility: hidden; }
    }
  }`;

/** What the guide tells pages to have in their CSS, so that a form with its default fields has its place from the start. */
const guide = readFileSync(new URL('../../../docs/guide/lead-form.md', import.meta.url), 'utf8');
const place = /```css\n(@media \(scripting: enabled\)[^`]*:not\(:defined[^`]*)```/.exec(guide)?.[1] ?? '';

describe('shapes of <fluenzr-lead-form> under a strict policy', () => {
  let server: Server;
  let browser: Browser;
  let url = '';
  const pages: Record<string, string> = {
    '/steps': steps,
    '/dialog': popup('dialog'),
    '/slide-in': popup('slide-in'),
    '/fields': '<fluenzr-lead-form mode="test" form="frm_website"></fluenzr-lead-form>',
  };

  before(async () => {
    const files = await bundle();
    server = createServer(({ url = '' }, response) => {
      const script = files.get(url);
      const type = script !== undefined ? 'text/javascript' : url === '/page.css' ? 'text/css' : 'text/html';
      const page = `<!doctype html><html lang="en"><title>Page</title><link rel="stylesheet" href="/page.css"><main>${pages[url] ?? ''}<p>Text below</p></main><script type="module" src="/lead-form.js"></script></html>`;
      response.writeHead(200, { 'content-type': type, 'content-security-policy': policy });
      response.end(script ?? (url === '/page.css' ? css + place : page));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { executablePath, env, args } = await findBrowser();
    browser = await chromium.launch({ executablePath, env, args });
  });

  after(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  });

  /** Opens a page, and collects all that its policy objects to. */
  const open = async (path: string): Promise<{ page: Page; errors: string[] }> => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('favicon')) errors.push(message.text());
    });
    await page.goto(url + path);
    return { page, errors };
  };

  it('steps and conditions', async () => {
    const { page, errors } = await open('/steps');
    await page.getByRole('button', { name: 'Next' }).waitFor();
    assert.equal(
      await page.locator('fluenzr-lead-form').ariaSnapshot(),
      [
        '- list:',
        '  - listitem: About you',
        '  - listitem: Your company',
        '- group "Step 1 of 2 About you":',
        '  - text: Step 1 of 2 About you Work e-mail',
        '  - textbox "Work e-mail"',
        '- button "Next"',
        '- alert',
        '- status',
      ].join('\n'),
    );
    await page.getByLabel('Work e-mail').fill('ada@example.com');
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Step 2 of 2 Your company' }).waitFor();
    await page.getByLabel('Company size').fill('51-200');
    await page.getByLabel('Department').fill('Sales');
    await page.getByRole('button', { name: 'Send me the report' }).click();
    await page.getByText('Thank you!').waitFor();
    assert.deepEqual(errors, []);
    await page.close();
  });

  for (const kind of ['dialog', 'slide-in'])
    it(kind, async () => {
      const { page, errors } = await open(`/${kind}`);
      await page.locator('fluenzr-lead-form [name=email]').waitFor({ state: 'attached' });
      await page.waitForFunction(() =>
        document.querySelector('fluenzr-lead-form')?.shadowRoot?.querySelector('[part=popup]'),
      );
      await page.getByRole('button', { name: 'Get the tour' }).click();
      const dialog = page.getByRole('dialog', { name: 'Get the product tour' });
      await dialog.waitFor();
      assert.equal(
        await dialog.ariaSnapshot(),
        [
          '- dialog "Get the product tour":',
          '  - button "Close"',
          '  - heading "Get the product tour" [level=2]',
          '  - text: E-mail',
          '  - textbox "E-mail"',
          '  - text: First name (optional)',
          '  - textbox "First name (optional)"',
          '  - text: Last name (optional)',
          '  - textbox "Last name (optional)"',
          '  - button "Sign up"',
          '  - alert',
          '  - status',
        ].join('\n'),
      );
      await page.getByLabel('E-mail').fill('ada@example.com');
      await page.keyboard.press('Enter');
      await page.getByText('Thank you!').waitFor();
      assert.deepEqual(errors, []);
      await page.close();
    });

  it('keep the page where it is while they load, with the CSS of the guide', async () => {
    for (const [path, ready, width] of [
      ['/steps', '.fluenzr-progress li', 1280],
      ['/dialog', 'fluenzr-lead-form form', 1280],
      ['/fields', 'fluenzr-lead-form form', 1280],
      ['/fields', 'fluenzr-lead-form form', 320],
    ] as const) {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      // late, so that the page is painted before
      await page.route('**/*.js', async (route) => {
        await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
        await route.continue();
      });
      await page.goto(url + path);
      await page.locator(ready).first().waitFor({ state: 'attached' });
      const below = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let shift = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries())
                shift += (entry as PerformanceEntry & { value: number }).value;
            }).observe({ type: 'layout-shift', buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(shift)));
          }),
      );
      // what is left is the card that a form of the page gets around itself; 0.1 is the most that Core Web Vitals call good
      const most = path === '/steps' ? 0.1 : Number.MIN_VALUE;
      assert.ok(below < most, `${path} moves by ${String(below)} at ${String(width)} pixels`);
      await page.close();
    }
  });
});
