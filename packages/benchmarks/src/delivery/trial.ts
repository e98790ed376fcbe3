import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Program, Site } from './site.js';

/** What the visitor of a form was told. */
export type Told = 'accepted' | 'queued' | 'error';

type Launch = Parameters<typeof chromium.launch>[0];

/** One visitor with a device of its own: storage, tabs, connection. */
export class Trial {
  readonly site: Site;
  readonly program: Program;
  readonly name: string;
  /** The addresses that the visitor has sent. */
  readonly sent: string[] = [];
  #device: BrowserContext;
  readonly #launch: Launch;
  #profile = '';

  private constructor(site: Site, program: Program, name: string, device: BrowserContext, launch: Launch) {
    this.site = site;
    this.program = program;
    this.name = name;
    this.#device = device;
    this.#launch = launch;
  }

  static async begin(
    browser: Browser,
    launch: Launch,
    site: Site,
    program: Program,
    name: string,
  ): Promise<Trial> {
    return new Trial(site, program, name, await browser.newContext(), launch);
  }

  async end(): Promise<void> {
    await this.#device.close();
    if (this.#profile) await rm(this.#profile, { recursive: true, force: true });
  }

  /** Opens a page with some forms. */
  async open(forms = 1, search = ''): Promise<Page> {
    const page = await this.#device.newPage();
    await this.visit(page, forms, search);
    return page;
  }

  /** Goes on to a page with some forms, or none, in a tab that is open. */
  async visit(page: Page, forms = 0, search = ''): Promise<void> {
    await page.goto(`${this.site.url}/page/${this.program}/${this.name}/${String(forms)}${search}`);
  }

  /** Types an address into each form of a page. */
  async fill(page: Page): Promise<void> {
    for (const input of await page.locator('[name=email]').all()) {
      const email = `${this.name}.${String(this.sent.length)}@fintech.example`;
      this.sent.push(email);
      await input.fill(email);
    }
  }

  /** Submits all forms of a page in one task, as fast as a script can. */
  async submit(page: Page): Promise<void> {
    await page.evaluate(() => {
      for (const form of document.querySelectorAll('form')) {
        const { dataset } = form; // the peers' programs write down there what came of it
        delete dataset.state;
        const host = form.closest('fluenzr-lead-form');
        for (const state of ['accepted', 'queued', 'error'])
          host?.addEventListener(`fluenzr-${state}`, () => (dataset.state = state));
        form.requestSubmit();
      }
    });
  }

  /** What the visitor of each form is told; whoever hears that it failed presses the button once more, and then leaves. */
  async told(page: Page, again = true): Promise<Told[]> {
    await page.waitForFunction(() => [...document.forms].every(({ dataset }) => dataset.state));
    const told = await page.evaluate(() => [...document.forms].map(({ dataset }) => dataset.state as Told));
    if (!again || !told.includes('error')) return told;
    await page.evaluate(() => {
      for (const form of document.querySelectorAll<HTMLFormElement>('form[data-state=error]')) {
        delete form.dataset.state;
        form.requestSubmit();
      }
    });
    return this.told(page, false);
  }

  setOffline(offline: boolean): Promise<void> {
    return this.#device.setOffline(offline);
  }

  /** Moves the device's clock, on pages that are opened from now on. */
  async moveClock(milliseconds: number): Promise<void> {
    await this.#device.addInitScript((milliseconds) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + milliseconds;
    }, milliseconds);
  }

  /** Lets the renderer of a page crash some milliseconds from now. */
  async crash(page: Page, milliseconds: number): Promise<void> {
    const session = await this.#device.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    await this.submit(page);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    await page.close();
  }

  /** Leaves the site so little room that nothing more can be stored. */
  async fillStorage(page: Page): Promise<void> {
    const session = await this.#device.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: this.site.url, quotaSize: 1 });
    await page.evaluate(() => {
      for (let size = 2 ** 22; size >= 1; size = Math.floor(size / 2))
        try {
          for (;;)
            localStorage.setItem(`fill-${String(size)}-${String(localStorage.length)}`, 'x'.repeat(size));
        } catch {
          // full for this size
        }
    });
  }

  /** Goes on in a browser of its own, which can be killed. */
  async ownBrowser(): Promise<void> {
    await this.#device.close();
    this.#profile ||= await mkdtemp(path.join(tmpdir(), 'fluenzr-profile-'));
    this.#device = await chromium.launchPersistentContext(this.#profile, this.#launch);
  }

  /** Kills the browser of its own, and starts it anew. */
  async killBrowser(): Promise<void> {
    const closed = new Promise((resolve) => this.#device.once('close', resolve));
    const session = await this.#device.browser()?.newBrowserCDPSession();
    void session?.send('Browser.crash').catch(() => undefined);
    await closed;
    await this.ownBrowser();
  }
}
