// Runs the tests that the guide shows, as they stand there: the imports lead to stand-ins for runners that are not installed.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import * as client from '@fluenzr/client';
import * as mocks from '@fluenzr/mocks';
import { expect as chaiExpect } from 'chai';
import { build } from 'esbuild';
import * as mswNode from 'msw/node';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { findBrowser } from '../src/find-browser.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const guide = readFileSync(`${root}docs/guide/testing-with-the-mocks.md`, 'utf8');

/** Declares the tests of the block below a heading, with what its imports get. */
function declareTests(heading: string, runner: Record<string, object>): void {
  const section = guide.split(/^## /m).find((text) => text.startsWith(heading)) ?? '';
  const [, code = ''] = /^```js\n(.*?)^```$/ms.exec(section) ?? [];
  const modules = { '@fluenzr/client': client, '@fluenzr/mocks': mocks, 'msw/node': mswNode, ...runner };
  const script = code.replaceAll(
    /^import \{(.*?)\} from '(.*?)';$/gm,
    (_, names: string, from: string) => `const {${names.replaceAll(' as ', ': ')}} = modules['${from}'];`,
  );
  const declare = vm.runInThisContext(`(modules) => {${script}}`) as (given: typeof modules) => void;
  declare(modules);
}

const expect = (actual: unknown) => ({
  toEqual: (expected: unknown) => chaiExpect(actual).to.deep.equal(expected),
  toBeVisible: () => (actual as Locator).waitFor(),
});

describe('the guide’s test for Vitest', () => {
  declareTests('Vitest', {
    vitest: { afterAll: after, beforeAll: before, beforeEach, expect, test: it },
  });
});

describe('the guide’s test for Playwright', () => {
  let browser: Browser;
  let app: string;
  before(async () => {
    const { executablePath, env, args } = await findBrowser();
    browser = await chromium.launch({ executablePath, env, args });
    const { outputFiles } = await build({
      stdin: {
        contents: `
          import '@fluenzr/elements/lead-form';
          import { createClient } from '@fluenzr/client';
          const form = document.createElement('fluenzr-lead-form');
          form.groupId = new URLSearchParams(location.search).get('group');
          form.client = createClient({
            baseUrl: 'https://crm.example.com',
            apiKey: async () => (await fetch('/fluenzr-token')).text(),
          });
          document.body.append(form);
        `,
        resolveDir: `${root}packages/elements`,
      },
      bundle: true,
      format: 'esm',
      conditions: ['source'],
      write: false,
    });
    app = `<!doctype html><title>Example Ltd</title><body><script type="module">${outputFiles[0]?.text ?? ''}</script>`;
  });
  after(() => browser.close());

  type Fixture = (given: { page: Page }, use: (value: unknown) => Promise<void>) => Promise<void>;

  /** Playwright's test with one fixture more, whose page shows the app. */
  const extend = (fixtures: Record<string, Fixture>) => {
    const [[name, fixture]] = Object.entries(fixtures) as [[string, Fixture]];
    return (title: string, test: (given: Record<string, unknown>) => Promise<void>) =>
      it(title, async () => {
        const page = await browser.newPage();
        await page.route('http://localhost:5173/**', (route) =>
          route.fulfill({ contentType: 'text/html', body: app }),
        );
        await fixture({ page }, (value) => test({ page, [name]: value }));
        await page.close();
      });
  };

  declareTests('Playwright', { '@playwright/test': { expect, test: { extend } } });
});
