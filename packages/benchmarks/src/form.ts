// `npm run bench:form`: what a form costs the page that it is on, beside the floor (a plain form with the least outbox), the
// plain Lit prototype and the peers, in one run. What comes from a peer's own servers is neither loaded nor measured.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { scriptTime } from './form/script-time.js';
import { report } from './report.js';
import { findBrowser } from '../../tooling/src/find-browser.js';

const rounds = 15;
/** Milliseconds that a script takes to arrive: the page is painted before. */
const delay = 150;

interface Embed {
  name: string;
  script: string;
  markup: string;
  /** Whether the page waits for the script before it is painted. */
  awaited?: true;
  /** What the page has in its CSS. */
  css?: string;
}

const plainForm =
  '<form id="form" action="/leads"><label>E-mail <input name="email" type="email" required></label><button>Sign up</button></form>';
const ours: Embed = {
  name: '<fluenzr-lead-form>',
  script: 'lead-form.js',
  markup: '<fluenzr-lead-form endpoint="/relay" form="frm_website"></fluenzr-lead-form>',
};
const plainLit: Embed = {
  name: 'plain Lit prototype',
  script: 'plain-lit.js',
  markup: '<plain-lit-form endpoint="/relay" form="frm_website"></plain-lit-form>',
};
/** What the guide tells pages to have in their CSS, so that a form with its default fields has its place from the start. */
function placeOfForm(): string {
  const guide = readFileSync(path.resolve('docs/guide/lead-form.md'), 'utf8');
  const [, css] = /```css\n(@media \(scripting: enabled\)[^`]*:not\(:defined[^`]*)```/.exec(guide) ?? [];
  if (css === undefined)
    throw new Error('docs/guide/lead-form.md has no CSS that keeps the place of the form.');
  return css;
}

const embeds: readonly Embed[] = [
  { name: 'floor: plain form, least outbox', script: 'floor.js', markup: plainForm },
  plainLit,
  ours,
  {
    ...ours,
    name: "  the same around the page's form",
    markup: `<fluenzr-lead-form endpoint="/relay" form="frm_website">${plainForm}</fluenzr-lead-form>`,
  },
  { ...ours, name: '  the same, the page waiting for it', awaited: true },
  { ...ours, name: "  the same, with the guide's CSS", css: placeOfForm() },
  { name: 'Formspree ajax', script: 'formspree.js', markup: plainForm },
  { name: 'Typeform embed', script: 'typeform.js', markup: '<div id="form"></div>' },
  { name: 'Ghost signup-form', script: 'ghost.js', markup: '<div style="min-height: 58px"></div>' },
];

/** All scripts as they are served. */
async function scripts(): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  execFileSync(process.execPath, [path.resolve('packages/tooling/src/build.js'), 'script'], {
    stdio: 'ignore',
  });
  const folder = path.resolve('packages/elements/dist/cdn');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.js')) files.set(name, readFileSync(path.join(folder, name)));
  const { outputFiles } = await build({
    entryPoints: ['floor', 'plain-lit', 'formspree', 'typeform'].map((name) =>
      path.resolve(`packages/benchmarks/src/form/${name}.ts`),
    ),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    mainFields: ['module', 'main'], // Formspree's file for browsers exports nothing
    conditions: ['source', 'production'],
    outdir: '/',
    write: false,
  });
  for (const { path: name, contents } of outputFiles) files.set(name.slice(1), Buffer.from(contents));
  files.set(
    'ghost.js',
    readFileSync(path.resolve('node_modules/@tryghost/signup-form/umd/signup-form.min.js')),
  );
  return files;
}

interface Load {
  scriptMs: number;
  shift: number;
  handlerMs: number | undefined;
  requests: number;
  origins: number;
}

/** Loads a page with a form at a CPU four times slower, and uses the form. */
async function load(browser: Browser, url: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const requested: URL[] = [];
  await page.route(/^(?!http:\/\/127\.0\.0\.1)/, (route) => {
    requested.push(new URL(route.request().url()));
    return route.fulfill({ body: '' });
  });
  page.on('request', (request) => {
    const address = new URL(request.url());
    if (address.pathname.endsWith('.js') && address.origin === new URL(url).origin) requested.push(address);
  });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await browser.startTracing(page, { categories: ['devtools.timeline', 'v8', 'v8.execute'] });
  await page.goto(url, { waitUntil: 'networkidle' });
  const trace = await browser.stopTracing();
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => setTimeout(() => resolve(sum)));
      }),
  );
  const atLoad = [...requested];
  const handlerMs = await page.evaluate(() => {
    const root = document.querySelector('plain-lit-form')?.shadowRoot ?? document;
    const email = root.querySelector<HTMLInputElement>('input[name=email]');
    const { form } = email ?? {};
    if (!email || !form) return undefined;
    let longest = 0;
    const clock = (work: () => void) => {
      const started = performance.now();
      work();
      longest = Math.max(longest, performance.now() - started);
    };
    clock(() => email.focus());
    clock(() => form.requestSubmit()); // with an error
    clock(() => email.blur());
    email.value = 'ada@example.com';
    clock(() => email.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })));
    clock(() => form.requestSubmit());
    return longest;
  });
  await context.close();
  return {
    scriptMs: scriptTime(trace),
    shift,
    handlerMs,
    requests: atLoad.length,
    origins: new Set(atLoad.map(({ origin }) => origin)).size,
  };
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const files = await scripts();
const server = createServer(({ url = '/' }, response) => {
  const { pathname } = new URL(url, 'http://localhost');
  const embed = embeds[Number(pathname.slice(1))];
  const script = files.get(pathname.slice(1));
  if (script) {
    setTimeout(() => response.writeHead(200, { 'content-type': 'text/javascript' }).end(script), delay);
  } else if (embed && pathname !== '/') {
    const ghost = embed.script === 'ghost.js';
    const tag = ghost
      ? `<script src="/${embed.script}" data-button-color="#333" data-site="https://example.com/" async></script>`
      : `<script type="module" ${embed.awaited ? 'async blocking="render" ' : ''}src="/${embed.script}"></script>`;
    response.writeHead(200, { 'content-type': 'text/html' });
    const body = ghost ? embed.markup.replace('></div>', `>${tag}</div>`) : embed.markup + tag;
    const style = embed.css === undefined ? '' : `<style>${embed.css}</style>`;
    const [head, content] = embed.awaited ? [tag, embed.markup] : [style, body];
    response.end(
      `<!doctype html><title>Page</title>${head}<h1>Get the report</h1>${content}<p>${'Text below. '.repeat(80)}</p>`,
    );
  } else {
    response.writeHead(503).end();
  }
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
const { executablePath, env, args } = await findBrowser();
const browser = await chromium.launch({ executablePath, env, args });

const loads = embeds.map((): Load[] => []);
for (let round = 0; round < rounds; round += 1) {
  const order = [...embeds.keys()];
  if (round % 2 === 1) order.reverse(); // what drifts or comes in waves treats all alike
  for (const index of order) loads[index]?.push(await load(browser, `${url}/${String(index)}`));
}

console.log(
  `\nForms (Chromium ${browser.version()}, node ${process.version}; script ms of CPU time and handler ms at a 4x slower CPU, medians of ${String(rounds)})\n`,
);
const header = ['', 'minified', 'brotli', 'requests', 'origins', 'script ms', 'CLS', 'handler ms'];
const line = ([name = '', ...cells]: string[]) =>
  name.padEnd(36) + cells.map((cell) => cell.padStart(11)).join('');
console.log(line(header));
const scriptMs = new Map<Embed, number>();
for (const [index, embed] of embeds.entries()) {
  const of = loads[index] ?? [];
  const script = files.get(embed.script) ?? Buffer.alloc(0);
  const ms = median(of.map(({ scriptMs }) => scriptMs));
  scriptMs.set(embed, ms);
  const handlers = of.flatMap(({ handlerMs }) => handlerMs ?? []);
  const cells = [
    script.length.toLocaleString('en'),
    brotliCompressSync(script).length.toLocaleString('en'),
    String(of[0]?.requests ?? 0),
    String(of[0]?.origins ?? 0),
    ms.toFixed(0),
    median(of.map(({ shift }) => shift)).toFixed(3),
    handlers.length > 0 ? median(handlers).toFixed(1) : '',
  ];
  report({
    name: embed.name,
    figures: Object.fromEntries(header.slice(1).map((column, at) => [column, cells[at] ?? ''])),
  });
  console.log(line([embed.name, ...cells]));
  const moved = median(of.map(({ shift }) => shift));
  if ((embed.awaited ?? embed.css) !== undefined && moved > 0) {
    console.log(`BEYOND the limit: the page moves by ${String(moved)}`);
    process.exitCode = 1;
  }
  if (embed === ours && handlers.length > 0 && median(handlers) >= 50) process.exitCode = 1;
}
const ratio = (scriptMs.get(ours) ?? 0) / (scriptMs.get(plainLit) ?? 1);
report({
  name: 'script time, ours beside the plain Lit prototype',
  figures: { 'script ms': `ratio ${ratio.toFixed(2)}` },
  limit: 'ratio 1.3',
});
console.log(
  `\nscript time beside the plain Lit prototype: ${ratio.toFixed(2)} (${ratio <= 1.3 ? 'at most' : 'BEYOND'} 1.3)`,
);
if (ratio > 1.3) process.exitCode = 1;
await browser.close();
server.close();
