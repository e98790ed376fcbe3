// Delivery in a real browser with real storage, tabs and crashes. Each trial has a browser context, and so a device, of
// its own; a lead that does not arrive lets its trial run into the time limit.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { findBrowser } from '../../tooling/src/find-browser.js';
import { Site, type Turn } from './delivery-trials.js';

describe('delivery', () => {
  let site: Site;
  let browser: Browser;
  let launch: Parameters<typeof chromium.launch>[0];

  before(async () => {
    site = await Site.start();
    const { executablePath, env, args } = await findBrowser();
    launch = { executablePath, env: env, args };
    browser = await chromium.launch(launch);
  });

  after(async () => {
    await browser.close();
    site.stop();
  });

  const open = async (device: BrowserContext, address: string): Promise<Page> => {
    const page = await device.newPage();
    await page.goto(site.url + address);
    return page;
  };

  /** Opens a form, types an address, and submits it in one go, as fast as a script can. */
  const submit = async (device: BrowserContext, trial: string, email: string): Promise<Page> => {
    const page = await open(device, `/form/${trial}`);
    await page.locator('[name=email]').fill(email);
    await page.evaluate(() =>
      document.querySelector<HTMLFormElement>('fluenzr-lead-form form')?.requestSubmit(),
    );
    return page;
  };

  const state = (page: Page, name: string): Promise<unknown> =>
    page.waitForFunction(
      (name) => document.querySelector('fluenzr-lead-form')?.matches(`:state(${name})`),
      name,
    );

  const emails = (trial: string): string[] => [...(site.leads.get(trial)?.values() ?? [])].sort();

  const rows: [string, Turn[]][] = [
    ['503-twice', [{ status: 503 }, { status: 503 }]],
    ['429', [{ status: 429, retryAfter: 1 }]],
    ['answer-lost', ['answer lost']],
  ];
  for (const [trial, turns] of rows)
    it(`${trial}: the visitor is told that the lead is saved, then that it is accepted`, async () => {
      site.turns.set(trial, [...turns]);
      const device = await browser.newContext();
      const page = await submit(device, trial, 'ada@example.com');
      await state(page, 'queued');
      await state(page, 'accepted');
      assert.deepEqual(emails(trial), ['ada@example.com']);
      await device.close();
    });

  it('offline, tab closed, back later on a page without a form', async () => {
    const device = await browser.newContext();
    const page = await open(device, '/form/offline');
    await page.locator('[name=email]').fill('ada@example.com');
    await device.setOffline(true);
    await page.locator('button[type=submit]').click();
    await state(page, 'queued');
    await page.close();
    await device.setOffline(false);
    await open(device, '/');
    await site.arrived('offline', 1);
    assert.deepEqual(emails('offline'), ['ada@example.com']);
    await device.close();
  });

  it('offline in 3 tabs, online together: each once', async () => {
    const device = await browser.newContext();
    const tabs = [];
    for (const name of ['ada', 'bob', 'cleo']) {
      const page = await open(device, '/form/tabs');
      await page.locator('[name=email]').fill(`${name}@example.com`);
      tabs.push(page);
    }
    await device.setOffline(true);
    for (const page of tabs) {
      await page.evaluate(() =>
        document.querySelector<HTMLFormElement>('fluenzr-lead-form form')?.requestSubmit(),
      );
      await state(page, 'queued');
    }
    await device.setOffline(false);
    await site.arrived('tabs', 3);
    assert.deepEqual(emails('tabs'), ['ada@example.com', 'bob@example.com', 'cleo@example.com']);
    await device.close();
  });

  it('renderer crash right after the submit', async () => {
    site.turns.set('crash', ['no answer']); // so that what was sent before the crash is not all there is
    const device = await browser.newContext();
    const page = await submit(device, 'crash', 'ada@example.com');
    const session = await device.newCDPSession(page);
    void session.send('Page.crash').catch(() => undefined);
    await page.waitForEvent('crash');
    await open(device, '/');
    await site.arrived('crash', 1);
    assert.deepEqual(emails('crash'), ['ada@example.com']);
    await device.close();
  });

  it('navigation during the send', async () => {
    site.turns.set('navigation', ['no answer']);
    const device = await browser.newContext();
    const page = await submit(device, 'navigation', 'ada@example.com');
    await page.goto(`${site.url}/`);
    await site.arrived('navigation', 1);
    assert.deepEqual(emails('navigation'), ['ada@example.com']);
    await device.close();
  });

  it('the whole browser killed', async () => {
    site.turns.set('killed', [{ status: 503 }]);
    const folder = await mkdtemp(path.join(tmpdir(), 'fluenzr-profile-'));
    const killed = await chromium.launchPersistentContext(folder, launch);
    await state(await submit(killed, 'killed', 'ada@example.com'), 'queued');
    const session = await killed.browser()?.newBrowserCDPSession();
    const closed = new Promise((resolve) => killed.once('close', resolve));
    void session?.send('Browser.crash').catch(() => undefined);
    await closed;
    const again = await chromium.launchPersistentContext(folder, launch);
    await open(again, '/');
    await site.arrived('killed', 1);
    assert.deepEqual(emails('killed'), ['ada@example.com']);
    await again.close();
    await rm(folder, { recursive: true, force: true });
  });
});
