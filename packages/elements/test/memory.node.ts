// An element that was removed, after it was drawn and used and its dialogs were opened, is not kept by anything.
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { build } from 'esbuild';
import { type Browser, chromium, type JSHandle, type Page } from 'playwright-core';
import { findBrowser } from '../../tooling/src/find-browser.js';

const names = [
  'campaign-groups',
  'contact-groups',
  'group-picker',
  'group-stats',
  'lead-form',
  'provider',
] as const;

/** A backend in the page, with a group and a contact in it, and a client for it. */
const backend = `
  import { createClient } from '@fluenzr/client';
  import { createMockBackend } from '@fluenzr/mocks';

  const backend = createMockBackend({ now: Date.now() });
  const client = createClient({
    baseUrl: 'https://crm.example.com',
    apiKey: () => Promise.resolve(backend.apiKey),
    fetch: backend.fetch,
  });
  const group = await client.groups.create({ name: 'LinkedIn Leads Q4', type: 'STATIC' });
  const contact = await client.contacts.create({ email: 'ada@example.com', groupId: group.id });
  globalThis.crm = { client, group, contact };
`;

/** What `backend` leaves in the page. */
declare const crm: { client: object; group: { id: string }; contact: { id: string } };

/** Opens the dialogs of an element, and closes them. */
const dialogs: Record<string, (page: Page) => Promise<void>> = {
  'group-picker': async (page) => {
    await page.getByRole('combobox').press('Alt+ArrowDown');
    await page.getByText('+ New Group').click();
    await openedAndClosed(page);
  },
  'group-stats': async (page) => {
    for (const action of ['campaign', 'tags', 'Merge', 'Archive', 'Delete']) {
      await page.getByRole('button', { name: 'Actions' }).click();
      await page.getByRole('menuitem', { name: action }).press('Enter');
      await openedAndClosed(page);
    }
  },
  'contact-groups': async (page) => {
    await page.getByRole('button', { name: 'Remove from' }).press('Enter');
    await openedAndClosed(page);
    await page.getByRole('button', { name: 'Add to a group' }).press('Enter');
    await openedAndClosed(page);
    await page.locator('summary').press('Enter');
    await page.locator('select option', { hasText: 'LinkedIn Leads Q4' }).waitFor({ state: 'attached' });
  },
};

async function openedAndClosed(page: Page): Promise<void> {
  await page.getByRole('dialog').waitFor();
  await page.locator('dialog[open] :is(input, p, fluenzr-group-picker)').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

describe('memory', () => {
  let browser: Browser;
  let script: string;

  before(async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: names.map((name) => `import '@fluenzr/elements/${name}';`).join('\n') + backend,
        resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      },
      bundle: true,
      format: 'esm',
      conditions: ['source', 'browser', 'production'],
      define: { 'import.meta.url': '"https://www.example.com/elements.js"' },
      write: false,
    });
    script = outputFiles.map(({ text }) => text).join('');
    const { executablePath, env, args } = await findBrowser();
    browser = await chromium.launch({ executablePath, env, args });
  });
  after(() => browser.close());

  const open = async (name: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Page</title>' }),
    );
    await page.goto('https://www.example.com/');
    await page.addScriptTag({ type: 'module', content: script });
    await page.waitForFunction((tag) => customElements.get(tag) && 'crm' in globalThis, `fluenzr-${name}`);
    return page;
  };

  /** What the browser itself still holds is let go of with the next frames. */
  const isKept = async (page: Page, handle: JSHandle<WeakRef<object>>): Promise<boolean> => {
    let kept = true;
    for (let attempt = 0; kept && attempt < 20; attempt++) {
      await page.evaluate(() => new Promise(requestAnimationFrame));
      await page.requestGC();
      kept = await handle.evaluate((element) => element.deref() !== undefined);
    }
    return kept;
  };

  for (const name of names)
    it(`lets go of a removed <fluenzr-${name}>`, async () => {
      const page = await open(name);
      const handle = await page.evaluateHandle(async (tag) => {
        const element = document.createElement(tag) as HTMLElement & { updateComplete?: Promise<unknown> };
        for (const [attribute, value] of Object.entries({
          mode: 'test',
          'group-id': 'grp_inbound',
          'campaign-id': 'cmp_spring',
          'contact-id': 'con_ada',
          refresh: '60',
        }))
          element.setAttribute(attribute, value);
        document.body.append(element);
        await element.updateComplete;
        element.dispatchEvent(new Event('pointerenter'));
        element.focus();
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
        element.remove();
        return new WeakRef(element);
      }, `fluenzr-${name}`);
      expect(await isKept(page, handle)).to.equal(false);
      await page.close();
    });

  for (const [name, use] of Object.entries(dialogs))
    it(`lets go of a removed <fluenzr-${name}> whose dialogs were open`, async () => {
      const page = await open(name);
      await page.evaluate((tag) => {
        const element = document.createElement(tag) as HTMLElement & { client?: object };
        element.client = crm.client;
        element.setAttribute('group-id', crm.group.id);
        element.setAttribute('contact-id', crm.contact.id);
        element.toggleAttribute('creatable', true);
        element.setAttribute('actions', 'add-to-campaign apply-tags merge archive delete-contacts');
        document.body.append(element);
      }, `fluenzr-${name}`);
      await use(page);
      const handle = await page.evaluateHandle((tag) => {
        const element = document.querySelector(tag);
        if (!element) throw new Error(`There is no <${tag}>.`);
        element.remove();
        return new WeakRef<object>(element);
      }, `fluenzr-${name}`);
      expect(await isKept(page, handle)).to.equal(false);
      await page.close();
    });
});
