// The examples of the guide as their readers would paste them: each framework builds its own, from the built packages, and
// a browser uses the page. Run `npm run build` first.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createMockBackend } from '@fluenzr/mocks';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { expect } from 'chai';
import { type Browser, chromium, type Page, type Request } from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from '../../tooling/src/find-browser.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const scripts = `${root}packages/elements/dist/cdn`;

/** The first code block of a language under a heading of a guide page. */
function example(page: string, heading: string, language: string): string {
  const text = readFileSync(`${root}docs/guide/${page}.md`, 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  const code = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(section)?.[1];
  if (!code) throw new Error(`docs/guide/${page}.md has no ${language} under "${heading}"`);
  return code;
}

/** What the examples import as `./fluenzr`. */
const client = `
  import { createClient } from '@fluenzr/client';

  export const fluenzr = createClient({
    baseUrl: 'https://crm.example.com',
    apiKey: () => fetch('/fluenzr-token').then((response) => response.text()),
  });
`;

/** Each framework's example, and the lines that an app of it begins with. */
const apps = {
  React: {
    files: { 'App.tsx': example('start-npm', '2.', 'tsx') },
    main: `
      import { createElement } from 'react';
      import { createRoot } from 'react-dom/client';
      import App from './App.tsx';
      createRoot(document.querySelector('#app')).render(createElement(App));
    `,
  },
  Vue: {
    files: { 'App.vue': example('frameworks', 'Vue', 'vue') },
    main: `
      import { createApp } from 'vue';
      import App from './App.vue';
      createApp(App, { onChoose: (id) => { document.title = id; } }).mount('#app');
    `,
  },
  Angular: {
    files: { 'app.ts': example('frameworks', 'Angular', 'js') },
    main: `
      import '@angular/compiler';
      import { provideZonelessChangeDetection } from '@angular/core';
      import { bootstrapApplication } from '@angular/platform-browser';
      import { GroupComponent } from './app.ts';
      document.querySelector('#app').append(document.createElement('app-group'));
      bootstrapApplication(GroupComponent, { providers: [provideZonelessChangeDetection()] });
    `,
  },
  Svelte: {
    files: { 'App.svelte': example('frameworks', 'Svelte', 'svelte') },
    main: `
      import { mount } from 'svelte';
      import App from './App.svelte';
      mount(App, { target: document.querySelector('#app') });
    `,
  },
};

const page = (body: string) =>
  `<!doctype html><html lang="en"><title>Example Ltd</title><link rel="icon" href="data:,">${body}</html>`;

describe("the guide's examples", () => {
  let folder: string;
  let browser: Browser;
  let tab: Page;
  let problems: string[];
  let backend: ReturnType<typeof createMockBackend>;

  before(async () => {
    if (!existsSync(`${scripts}/loader.js`)) throw new Error('Build first: npm run build');
    mkdirSync(`${root}node_modules/.cache`, { recursive: true });
    folder = mkdtempSync(`${root}node_modules/.cache/frameworks-`); // inside, so that packages are found
    const { executablePath, env, args } = await findBrowser();
    browser = await chromium.launch({ executablePath, env, args });
  });
  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    backend = createMockBackend({ scenario: 'agency' });
    tab = await browser.newPage();
    problems = [];
    tab.on('pageerror', (error) => problems.push(error.message));
    tab.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await tab.route('https://crm.example.com/**', async (route, request) => {
      const answer = await backend.fetch(await asFetchRequest(request));
      await route.fulfill({
        status: answer.status,
        headers: { ...Object.fromEntries(answer.headers), 'access-control-allow-origin': '*' },
        body: await answer.text(),
      });
    });
  });
  afterEach(() => tab.close());

  const asFetchRequest = async (request: Request) =>
    new Request(request.url(), {
      method: request.method(),
      headers: await request.allHeaders(),
      body: request.postData(),
    });

  /** Opens a page of `http://localhost:3000`, where `files` says what its addresses answer. */
  async function open(html: string, files: (address: string) => string | Buffer | undefined) {
    await tab.route('http://localhost:3000/**', async (route, request) => {
      const { pathname } = new URL(request.url());
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
      if (pathname === '/fluenzr-token') return route.fulfill({ body: backend.apiKey });
      const body = files(pathname);
      if (body === undefined) return route.fulfill({ status: 404 });
      return route.fulfill({ contentType: 'text/javascript', body });
    });
    await tab.goto('http://localhost:3000/');
  }

  async function chooseByHand() {
    const picker = tab.locator('fluenzr-group-picker');
    await picker.getByRole('combobox').click();
    await tab.keyboard.type('inbound');
    await picker.getByRole('option', { name: '[DYN] LinkedIn Inbound' }).click();
    return picker.evaluate((element) => (element as HTMLElement & { value: string }).value);
  }

  for (const [framework, { files, main }] of Object.entries(apps))
    it(`work in ${framework}: the picker takes the client and says what was chosen`, async () => {
      const app = path.join(folder, framework);
      mkdirSync(app);
      for (const [name, text] of Object.entries({ ...files, 'fluenzr.ts': client, 'main.js': main }))
        writeFileSync(path.join(app, name), text);
      const built = await build({
        root: app,
        configFile: false,
        logLevel: 'error',
        oxc: { decorator: { legacy: true } }, // Angular's
        plugins: [
          vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('fluenzr-') } } }),
          svelte({ configFile: false }),
        ],
        build: {
          write: false,
          minify: false,
          rolldownOptions: { input: path.join(app, 'main.js'), output: { entryFileNames: 'main.js' } },
        },
      });
      const output = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
      await open(page('<div id="app"></div><script type="module" src="/main.js"></script>'), (address) => {
        const file = output.find(({ fileName }) => `/${fileName}` === address);
        return file?.type === 'chunk' ? file.code : undefined;
      });
      const value = await chooseByHand();
      expect(value).to.match(/^grp_/);
      if (framework === 'React') await tab.getByRole('heading', { name: '[DYN] LinkedIn Inbound' }).waitFor();
      if (framework === 'Vue') expect(await tab.title()).to.equal(value);
      expect(problems).to.deep.equal([]);
    });

  it('work in plain HTML: the loader, a provider and the SDK from one folder', async () => {
    await open(page(example('frameworks', 'Plain HTML', 'html')), (address) =>
      readFileSync(scripts + address.replace('/fluenzr', '')),
    );
    expect(await chooseByHand()).to.match(/^grp_/);
    expect(problems).to.deep.equal([]);
  });

  it('work in WordPress: a lead goes to the relay from what was pasted', async () => {
    const sent = new Promise<unknown>((resolve) => {
      void tab.route('https://leads.example.com/**', (route, request) => {
        if (request.method() === 'POST') resolve(request.postDataJSON());
        return route.fulfill({
          status: request.method() === 'POST' ? 202 : 204,
          headers: { 'access-control-allow-origin': '*' },
          json: { id: 'rec_1' },
        });
      });
    });
    await open(page(example('frameworks', 'WordPress', 'html')), (address) =>
      readFileSync(scripts + address.replace('/wp-content/uploads/fluenzr', '')),
    );
    await tab.getByLabel('E-mail').fill('ada@example.com');
    await tab.keyboard.press('Enter');
    expect(await sent).to.deep.include({ email: 'ada@example.com' });
    expect(problems).to.deep.equal([]);
  });
});
