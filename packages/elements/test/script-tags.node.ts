// The script-tag files as a page gets them: served from a folder, with integrity, alone and twice.
import { createServer, type Server } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../tooling/src/find-browser.js';

const folder = fileURLToPath(new URL('../dist/cdn/', import.meta.url));

interface Integrity {
  scripts: Record<string, string>;
  parts: Record<string, string[]>;
  integrity: Record<string, string>;
}

describe('the script-tag files', () => {
  let server: Server;
  let origin: string;
  let browser: Browser;
  let page: Page;
  let problems: string[];
  let body: string;
  let integrity: Integrity;
  /** The part that somebody has changed: it begins so. */
  let changed: string | undefined;

  before(async () => {
    if (!existsSync(`${folder}integrity.json`)) throw new Error('Build first: npm run build:script');
    integrity = JSON.parse(readFileSync(`${folder}integrity.json`, 'utf8')) as Integrity;
    server = createServer((request, response) => {
      const [, older, name = ''] = /^\/(older\/)?(.*)/.exec(request.url ?? '') ?? [];
      const file = folder + name;
      if (request.url === '/') response.setHeader('content-type', 'text/html').end(body);
      else if (!name.includes('..') && existsSync(file)) {
        const code = readFileSync(file, 'utf8') + (changed && request.url?.startsWith(changed) ? ' ' : '');
        response
          .setHeader('content-type', 'text/javascript')
          .end(older ? code.replaceAll('Search groups', 'Older groups') : code);
      } else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const { executablePath, env, args } = await findBrowser();
    browser = await chromium.launch({ executablePath, env: env, args });
  });
  after(async () => {
    await browser.close();
    server.close();
  });
  beforeEach(async () => {
    page = await browser.newPage();
    problems = [];
    changed = undefined;
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  });
  afterEach(() => page.close());

  const open = async (html: string) => {
    body = `<!doctype html><link rel="icon" href="data:,">${html}`;
    await page.goto(origin);
  };
  const defined = (name: string) => page.waitForFunction((tag) => customElements.get(tag), name);
  const form = '<fluenzr-lead-form mode="test"></fluenzr-lead-form>';
  const tagOf = (name: string) => `<script type="module" src="/${name}.js"></script>`;
  const tag = (name: string) => {
    const file = integrity.scripts[name] ?? '';
    return `<script type="module" src="/${file}" integrity="${integrity.integrity[file] ?? ''}" crossorigin></script>`;
  };

  it('define their element, by the name with a hash and its integrity', async () => {
    await open(`${tag('lead-form')}<fluenzr-lead-form mode="test"></fluenzr-lead-form>`);
    await defined('fluenzr-lead-form');
    await page.locator('input[name=email]').waitFor();
    expect(problems).to.deep.equal([]);
  });

  it('load by the loader what stands on the page, and what is added later', async () => {
    await open(`${tag('loader')}<fluenzr-lead-form mode="test"></fluenzr-lead-form>`);
    await defined('fluenzr-lead-form');
    expect(await page.evaluate(() => customElements.get('fluenzr-provider'))).to.equal(undefined);
    await page.evaluate(() => document.body.append(document.createElement('fluenzr-provider')));
    await defined('fluenzr-provider');
    expect(problems).to.deep.equal([]);
  });

  it('may be on a page twice, by both names and by the loader', async () => {
    await open(
      `${tag('loader')}${tag('lead-form')}<script type="module" src="/lead-form.js"></script><fluenzr-lead-form mode="test"></fluenzr-lead-form>`,
    );
    await defined('fluenzr-lead-form');
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/parts/lead-form-')),
    );
    expect(problems).to.deep.equal([]);
  });

  for (const [first, second, placeholder] of [
    ['', 'older/', 'Search groups'],
    ['older/', '', 'Older groups'],
  ] as const) {
    const both = (...names: string[]) =>
      [first, second].flatMap((place) =>
        names.map((name) => `<script type="module" src="/${place}${name}.js"></script>`),
      );
    const elements = `<fluenzr-provider><fluenzr-group-picker label="Group"></fluenzr-group-picker></fluenzr-provider>
      <fluenzr-lead-form mode="test"></fluenzr-lead-form>
      <script>
        const group = { id: 'grp_1', name: 'LinkedIn Leads Q4', type: 'STATIC', color: '#15803d' };
        const list = async () => ({ data: [group], page: { nextCursor: null, total: 1 } });
        document.querySelector('fluenzr-provider').client = { groups: { list, get: async () => group } };
      </script>`;
    const choose = async () => {
      await page.getByRole('combobox').click();
      await page.getByRole('option', { name: 'LinkedIn Leads Q4' }).click();
      return page.evaluate(() => document.querySelector('fluenzr-group-picker')?.value);
    };

    it(`may be on a page in two versions, ${first || 'newer/'} first: that defines the elements`, async () => {
      await open(`${both('provider', 'group-picker', 'lead-form').join('')}${elements}`);
      await page.getByPlaceholder(placeholder).waitFor();
      expect(await choose()).to.equal('grp_1');
      await page.locator('input[name=email]').waitFor();
      expect(problems).to.deep.equal([]);
    });

    it(`may be on a page with two versions of the loader, ${first || 'newer/'} first`, async () => {
      await open(`${both('loader').join('')}${elements}`);
      await page.getByPlaceholder(/Search groups|Older groups/).waitFor();
      await defined('fluenzr-provider');
      expect(await choose()).to.equal('grp_1');
      await page.locator('input[name=email]').waitFor();
      expect(problems).to.deep.equal([]);
    });
  }

  const forDevelopers: Record<string, [html: string, words: string]> = {
    'a slip in an attribute': [
      `${tagOf('lead-form')}<fluenzr-lead-form endpont="https://leads.example.com" form="frm_1"></fluenzr-lead-form>`,
      'has no attribute endpont. Did you mean endpoint?',
    ],
    'a slip in a tag': [
      `${tagOf('loader')}<fluenzr-grouppicker></fluenzr-grouppicker>`,
      'Did you mean <fluenzr-group-picker>?',
    ],
    'a picker without a client': [
      `${tagOf('loader')}<fluenzr-group-picker></fluenzr-group-picker>`,
      '<fluenzr-group-picker> has no client',
    ],
    'a script without type=module': [
      '<script src="/lead-form.js"></script><fluenzr-lead-form mode="test"></fluenzr-lead-form>',
      'Write <script type="module" src="/lead-form.js">.',
    ],
    'a script that is not there': [
      `${tagOf('forms')}<fluenzr-lead-form mode="test"></fluenzr-lead-form>`,
      'no script has defined it. Load lead-form.js or loader.js',
    ],
    'a tag that closes itself': [
      `${tagOf('lead-form')}<fluenzr-lead-form mode="test" /><p>More</p>`,
      'Write </fluenzr-lead-form> after it.',
    ],
  };
  for (const [name, [html, words]] of Object.entries(forDevelopers))
    for (const script of [
      '<script src="/development.js"></script>',
      '<script type="module" src="/development.js"></script>',
    ])
      it(`name ${name}, with ${script}`, async () => {
        await page.clock.install();
        const said = page.waitForEvent('console', (message) => message.text().includes(words));
        await open(script + html);
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
        await page.clock.runFor(3000);
        expect((await said).type()).to.equal('warning');
      });

  it('say nothing to developers of a page that is right', async () => {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.clock.install();
    await open(`<script src="/development.js"></script>${tag('loader')}${form}`);
    await page.locator('input[name=email]').waitFor();
    await page.clock.runFor(3000);
    await page.evaluate(() => console.log('end'));
    expect(said).to.deep.equal(['end']);
  });

  /** An import map with the integrity of all parts of a script. */
  const importMap = (name: string) => {
    const hashes = (integrity.parts[name] ?? []).map((part) => [`/${part}`, integrity.integrity[part] ?? '']);
    return `<script type="importmap">${JSON.stringify({ integrity: Object.fromEntries(hashes) as object })}</script>`;
  };

  it('load their parts by an import map with the integrity of these', async () => {
    await open(`${importMap('lead-form')}${tag('lead-form')}${form}`);
    await page.getByRole('button', { name: 'Sign up' }).click();
    await page.locator('fluenzr-lead-form [part=summary]').waitFor();
    expect(problems).to.deep.equal([]);
  });

  it('load no part that was changed, where an import map has its integrity', async () => {
    changed = '/parts/feedback-';
    await open(`${importMap('lead-form')}${tag('lead-form')}${form}`);
    const refused = page.waitForEvent('console', (message) => message.text().includes('integrity'));
    await page.getByLabel('E-mail').focus();
    expect((await refused).text()).to.include('/parts/feedback-');
    await page.getByRole('button', { name: 'Sign up' }).click();
    expect(await page.locator('fluenzr-lead-form [part=summary]').count()).to.equal(0);
    await page.getByLabel('E-mail').fill('ada@example.com');
    await page.getByRole('button', { name: 'Sign up' }).click();
    await page.getByText('Thank you').waitFor(); // the form does without its part
  });

  it('have all their parts in integrity.json', () => {
    const { 'lead-form': ofForm = [], loader = [] } = integrity.parts;
    expect(ofForm.some((part) => part.startsWith('parts/feedback-'))).to.equal(true);
    expect(ofForm.some((part) => part.includes('group-'))).to.equal(false);
    expect(loader.length).to.be.greaterThan(ofForm.length);
    const hashed = Object.keys(integrity.integrity).filter((file) => file.startsWith('parts/'));
    expect(
      [...new Set(Object.values(integrity.parts).flat())].sort(),
      'each part is of a script',
    ).to.deep.equal(hashed.sort());
  });

  it('are all in integrity.json, under names that are there', () => {
    expect(Object.keys(integrity.scripts)).to.include.members([
      'client',
      'group-picker',
      'lead-form',
      'loader',
    ]);
    for (const [name, file] of Object.entries(integrity.scripts)) {
      expect(integrity.integrity, name)
        .to.have.property(file)
        .that.matches(/^sha384-/);
      expect(existsSync(`${folder}${name}.js`), name).to.equal(true);
    }
  });
});
