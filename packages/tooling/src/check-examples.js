// Opens every page of the built docs that has an element in an example, and fails where one is not live below its code,
// or where one stands in the text.
// Run `npm run docs`, which does this last.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser.js';

const folder = fileURLToPath(new URL('../../../docs/dist/documents/', import.meta.url));
const pages = readdirSync(folder).filter((file) => {
  const html = readFileSync(path.join(folder, file), 'utf8');
  return [...html.matchAll(/<code class="html">(.*?)<\/code>/gs)].some(([, code = '']) =>
    /<fluenzr-(?!provider)/.test(code.replaceAll(/<[^>]+>/g, '').replaceAll('&lt;', '<')),
  );
});

/** @type {string[]} */
const problems = [];
for (const file of readdirSync(folder))
  if (readFileSync(path.join(folder, file), 'utf8').includes('<fluenzr-'))
    problems.push(`${file}: a tag in the text is an element: write it as code`);

const { executablePath, env, args } = await findBrowser();
const browser = await chromium.launch({ executablePath, env, args });
let examples = 0;
for (const file of pages) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('pageerror', (error) => problems.push(`${file}: ${error.message}`));
  page.on('console', (message) => {
    // from the disk, the icons of the pages come by a script: that they do not load as files is said all the same
    if (message.type() === 'error' && !message.text().includes('icons.svg'))
      problems.push(`${file}: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (/^https?:/.test(request.url())) problems.push(`${file}: asks for ${request.url()}`);
  });
  await page.goto(pathToFileURL(path.join(folder, file)).href);
  await page
    .waitForFunction(() => {
      const live = [...document.querySelectorAll('.live-example')];
      return live.length > 0 && live.every((example) => example.hasAttribute('data-ready'));
    })
    .catch(() => problems.push(`${file}: an example is not live`));
  for (const element of await page
    .locator(
      '.live-example :is(fluenzr-lead-form, fluenzr-group-picker, fluenzr-group-stats, fluenzr-campaign-groups, fluenzr-contact-groups)',
    )
    .all()) {
    examples += 1;
    const tag = await element.evaluate(({ localName }) => localName);
    const failed = await element.evaluate((host) =>
      Boolean(host.shadowRoot?.querySelector('[part=failure]')),
    );
    const height = (await element.boundingBox())?.height ?? 0;
    const over = await element.evaluate((host) => host.hasAttribute('popup'));
    if (failed || (height < 30 && !over))
      problems.push(`${file}: <${tag}> shows ${failed ? 'a failure' : 'nothing'}`);
  }
  await page.close();
}
await browser.close();
for (const problem of problems) console.error(problem);
console.log(`docs: ${examples} live elements on ${pages.length} pages, ${problems.length} problems`);
process.exitCode = problems.length === 0 && examples > 0 ? 0 : 1;
