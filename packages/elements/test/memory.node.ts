// An element that was removed, after it was drawn and used, is not kept by anything.
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../tooling/src/find-browser.js';

const names = [
  'campaign-groups',
  'contact-groups',
  'group-picker',
  'group-stats',
  'lead-form',
  'provider',
] as const;

describe('memory', () => {
  let browser: Browser;
  let script: string;

  before(async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: names.map((name) => `import '@fluenzr/elements/${name}';`).join('\n'),
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

  for (const name of names)
    it(`lets go of a removed <fluenzr-${name}>`, async () => {
      const page = await browser.newPage();
      await page.route('**/*', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Page</title>' }),
      );
      await page.goto('https://www.example.com/');
      await page.addScriptTag({ type: 'module', content: script });
      await page.waitForFunction((tag) => customElements.get(tag), `fluenzr-${name}`);
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
      // what the browser itself still holds is let go of with the next frames
      let kept = true;
      for (let attempt = 0; kept && attempt < 20; attempt++) {
        await page.evaluate(() => new Promise(requestAnimationFrame));
        await page.requestGC();
        kept = await handle.evaluate((element) => element.deref() !== undefined);
      }
      expect(kept).to.equal(false);
      await page.close();
    });
});
