// Server-rendered elements as a browser takes them over: the nodes stay, nothing moves, and then everything works.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { expect } from 'chai';
import { build } from 'esbuild';
import { html, type TemplateResult } from 'lit';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { FluenzrGroupPicker } from '@fluenzr/elements';
import '@fluenzr/elements/campaign-groups';
import '@fluenzr/elements/contact-groups';
import '@fluenzr/elements/group-picker';
import '@fluenzr/elements/group-stats';
import '@fluenzr/elements/provider';
import { findBrowser } from '../../tooling/src/find-browser.js';
import { groups } from './group-picker-groups.js';

/** The page's script: the hydration of LitElement comes before the elements, as the guide says. */
const script = `
  import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
  const picker = document.querySelector('fluenzr-group-picker');
  if (picker) picker.items = ${JSON.stringify(groups)};
  globalThis.start = async () => {
    await Promise.all([
      import('@fluenzr/elements/provider'),
      import('@fluenzr/elements/campaign-groups'),
      import('@fluenzr/elements/contact-groups'),
      import('@fluenzr/elements/group-picker'),
      import('@fluenzr/elements/group-stats'),
    ]);
    await Promise.all([...document.querySelectorAll('*')].map((element) => element.updateComplete));
  };
`;

const pages: Record<string, TemplateResult> = {
  '/picker': html`<fluenzr-group-picker
    name="g"
    label="Group"
    value="grp_inbound"
    .items=${groups}
  ></fluenzr-group-picker>`,
  '/pickers': html`<fluenzr-group-picker
    name="g"
    label="Groups"
    multiple
    value="grp_inbound grp_linkedin"
    .items=${groups}
  ></fluenzr-group-picker>`,
  '/stats': html`<fluenzr-group-stats group-id="grp_inbound"></fluenzr-group-stats>`,
  '/campaign': html`<fluenzr-campaign-groups campaign-id="cmp_1"></fluenzr-campaign-groups>`,
  '/contact': html`<fluenzr-contact-groups contact-id="con_1"></fluenzr-contact-groups>`,
  '/provider': html`<fluenzr-provider
    ><fluenzr-group-stats group-id="grp_inbound"></fluenzr-group-stats
  ></fluenzr-provider>`,
};

describe('hydration', () => {
  let server: Server;
  let browser: Browser;
  let url: string;

  before(async () => {
    const { outputFiles } = await build({
      stdin: { contents: script, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
      bundle: true,
      splitting: true,
      format: 'esm',
      conditions: ['source', 'browser', 'production'],
      outdir: '/',
      write: false,
    });
    const files = new Map(outputFiles.map(({ path, text }) => [path, text]));
    const documents = new Map<string, string>();
    for (const [path, template] of Object.entries(pages))
      documents.set(
        path,
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">${await collectResult(render(template))}<p>Text below</p><script type="module" src="/stdin.js"></script></html>`,
      );
    server = createServer(({ url = '' }, response) => {
      const file = files.get(url);
      response.setHeader('content-type', file === undefined ? 'text/html' : 'text/javascript');
      response.end(file ?? documents.get(url));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const { executablePath, env, args } = await findBrowser();
    browser = await chromium.launch({ executablePath, env, args });
  });

  after(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  });

  /** A page whose elements have been taken over; says which nodes that the server sent are lost, and which moved. */
  const hydrated = async (
    path: string,
  ): Promise<{ page: Page; problems: string[]; lost: string[]; moved: string[] }> => {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(url + path);
    const after = await page.evaluate(async () => {
      const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
      const sent = [document, ...roots]
        .flatMap((root) => [...root.querySelectorAll('*')])
        .map((node) => ({ node, before: JSON.stringify(node.getBoundingClientRect()) }));
      await (globalThis as unknown as { start: () => Promise<void> }).start();
      return sent.map(({ node, before }) => ({
        name: node.outerHTML.slice(0, 120),
        lost: !node.isConnected,
        moved: JSON.stringify(node.getBoundingClientRect()) !== before,
      }));
    });
    expect(after.length).to.be.above(15);
    const names = (what: 'lost' | 'moved') => after.filter((node) => node[what]).map(({ name }) => name);
    return { page, problems, lost: names('lost'), moved: names('moved') };
  };

  for (const path of Object.keys(pages))
    it(`keeps what the server sent, and moves nothing: ${path}`, async () => {
      const { page, problems, lost, moved } = await hydrated(path);
      expect(lost).to.deep.equal([]);
      expect(moved).to.deep.equal([]);
      expect(problems).to.deep.equal([]);
      await page.close();
    });

  it('leaves a picker that has the keys and the value of one that was made in the page', async () => {
    const { page } = await hydrated('/picker');
    const field = page.getByRole('combobox', { name: 'Group' });
    expect(await field.inputValue()).to.equal('[DYN] Inbound Leads');
    await field.focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('option', { name: 'Active Customers' }).waitFor();
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    expect(await field.inputValue()).to.equal('Active Customers');
    expect(
      await page.locator('fluenzr-group-picker').evaluate((picker: FluenzrGroupPicker) => picker.value),
    ).to.equal('grp_customers');
    await page.close();
  });

  it('leaves chips that can be removed with the keyboard', async () => {
    const { page } = await hydrated('/pickers');
    await page.getByRole('combobox', { name: 'Groups' }).focus();
    await page.keyboard.press('ArrowLeft');
    const chip = page.getByRole('button', { name: /^Remove .*LinkedIn Leads Q4/ });
    await page.locator('fluenzr-group-picker [part=chip-remove]:focus').waitFor();
    await page.keyboard.press('Delete');
    await chip.waitFor({ state: 'detached' });
    expect(
      await page.locator('fluenzr-group-picker').evaluate((picker: FluenzrGroupPicker) => picker.value),
    ).to.deep.equal(['grp_inbound']);
    await page.close();
  });
});
