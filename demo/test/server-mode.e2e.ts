// `npm start -- --server` in a real browser: backend and relay are processes, and the page knows neither key nor group.
// Run `npm run build:script && npm run build:demo` first.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { type Browser, chromium } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';
import { createClient } from '@fluenzr/client';
import { findBrowser } from '../../packages/tooling/src/find-browser.js';
import { readServers, type Servers } from '../src/servers.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the demo with servers', () => {
  let site: PreviewServer;
  let processes: ChildProcess;
  let browser: Browser;
  /** The demo's address, with the servers in the part that is never sent. */
  let address: string;
  let servers: Servers;

  before(async () => {
    site = await preview({
      configFile: `${root}vite.config.ts`,
      mode: 'demo',
      logLevel: 'error',
      preview: { port: 0, strictPort: false, open: false },
    });
    const home = site.resolvedUrls?.local[0] ?? '';
    processes = spawn(
      process.execPath,
      ['--import=tsx', '--conditions=source', path.join(root, 'demo/server.ts'), home],
      { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    address = await printedAddress(processes, home);
    servers = readServers(new URL(address).hash) ?? { backendUrl: '', relayUrl: '', apiKey: '' };
    const { executablePath, env, args } = await findBrowser();
    browser = await chromium.launch({ executablePath, env, args });
  });

  after(async () => {
    await browser.close();
    processes.kill('SIGTERM');
    await once(processes, 'exit');
    await site.close();
  });

  /** Waits for the line with the demo's address. */
  function printedAddress({ stdout }: ChildProcess, home: string): Promise<string> {
    return new Promise((resolve, reject) => {
      if (!stdout) throw new Error('The servers have no output.');
      createInterface({ input: stdout })
        .on('line', (line) => {
          const at = line.indexOf(`${home}#`);
          if (at >= 0) resolve(line.slice(at).trim());
        })
        .once('close', () => reject(new Error('The servers ended before they were ready.')));
    });
  }

  it('takes a visitor’s lead through the relay into the group, and starts its campaigns', async () => {
    const page = await browser.newPage();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().startsWith(servers.relayUrl))
        sent.push(`${request.postData() ?? ''}${JSON.stringify(request.headers())}`);
    });
    await page.goto(address);
    await page.locator('html[data-ready]').waitFor();
    // as a person types: the relay takes a form that is filled in within a second for a program's work
    await page.getByLabel('E-mail').pressSequentially('ada@example.com', { delay: 60 });
    await page.getByLabel('First name').pressSequentially('Ada', { delay: 60 });
    await page.getByLabel('Last name').pressSequentially('Lovelace', { delay: 60 });
    await page.getByRole('button', { name: 'Send me the report' }).click();
    await page.getByText('Thank you. Your first mail is on its way.').waitFor();
    await page.locator('[data-contact="ada@example.com"]').waitFor();
    for (const campaign of ['Welcome sequence', 'Invitation to the product tour']) {
      const groups = page.locator('fluenzr-campaign-groups', { hasText: campaign });
      await groups.getByRole('button', { name: '[DYN] Website Form' }).click();
      await groups.getByText('ada@example.com').waitFor();
    }

    expect(sent).to.have.length(1);
    expect(sent[0]).to.not.include(servers.apiKey);
    for (const id of await secretIds()) expect(sent[0]).to.not.include(id);
    await page.context().close();
  });

  it('takes a lead from a page without scripts, by a plain form', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const { origin } = new URL(address);
    await page.route(`${origin}/plain.html`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><title>Northlight</title>
          <form method="post" action="${servers.relayUrl}/forms/frm_website/submissions">
            <label>E-mail <input name="email" type="email" required></label>
            <label>First name <input name="firstName"></label>
            <button>Send</button>
          </form></html>`,
      }),
    );
    await page.goto(`${origin}/plain.html`);
    await page.getByLabel('E-mail').fill('grace@example.com');
    await page.getByLabel('First name').fill('Grace');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(new URL(page.url()).origin).to.equal(servers.relayUrl);
    await context.close();

    // the CRM view shows it, and what it started
    const crm = await browser.newPage();
    await crm.goto(address);
    await crm.locator('[data-contact="grace@example.com"]').waitFor();
    await crm.context().close();
    const fluenzr = createClient({ baseUrl: servers.backendUrl, apiKey: servers.apiKey });
    const [contact] = await fluenzr.contacts.list({ q: 'grace@example.com' }).toArray({ limit: 1 });
    const enrollments = await fluenzr.contacts.enrollments(contact?.id ?? '').toArray({ limit: 10 });
    expect(contact?.firstName).to.equal('Grace');
    expect(enrollments).to.have.length(2);
  });

  /** Ids of the groups and campaigns behind the form. */
  async function secretIds(): Promise<string[]> {
    const fluenzr = createClient({ baseUrl: servers.backendUrl, apiKey: servers.apiKey });
    const groups = await fluenzr.groups.list().toArray({ limit: 100 });
    const campaigns = await fluenzr.campaigns.list().toArray({ limit: 100 });
    expect(groups).to.not.have.length(0);
    expect(campaigns).to.not.have.length(0);
    return [...groups, ...campaigns].map(({ id }) => id);
  }

  it('has no key, group or campaign in any file that a page loads', async () => {
    const folders = ['demo/dist', 'packages/elements/dist/cdn'].map((folder) => path.join(root, folder));
    const files = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(?:html|js|css|json)$/.test(file))
        .map((file) => path.join(folder, file)),
    );
    expect(files.map((file) => path.basename(file))).to.include.members(['index.html', 'lead-form.js']);
    const secrets = [servers.apiKey, ...(await secretIds())];
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      const found = secrets.filter((secret) => text.includes(secret));
      expect(found, path.relative(root, file)).to.deep.equal([]);
    }
  });
});
