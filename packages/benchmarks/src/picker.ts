// `npm run bench:picker`: the group picker beside Vaadin's combo box and the least that a virtual picker on Lit can be, in a
// real Chromium: times from an action to its laid-out result, DOM nodes, and the heap.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../tooling/src/find-browser.js';
import type { Run } from './picker/subject.js';
import { report } from './report.js';

const subjects = ['ours', 'vaadin', 'floor'] as const;
type Name = (typeof subjects)[number];
const sizes = [10, 1000, 10_000, 100_000];
/** Enough that the ratios of three commands in a row are within a tenth of each other on a shared machine. */
const runs = 25;

/** Rounds before those, in which the browser compiles what runs often. */
const warmUps = 5;

/** The highest ratio to Vaadin's median that is acceptable. */
const limits = { render: 0.6, open: 0.6, type: 0.6, scroll: 1 } as const;
const titles = {
  render: 'first render',
  open: 'open',
  type: 'three letters typed',
  scroll: 'scroll to the end',
};
/** The headings of the subjects in the results. */
const columns: Record<Name, string> = { ours: 'ours', vaadin: 'Vaadin', floor: 'floor' };
const mostNodes = 160;
const mostHeap = 5e6;

async function bundle(name: Name): Promise<string> {
  const { outputFiles } = await build({
    // the runner has moved this file into a cache
    entryPoints: [
      fileURLToPath(new URL(`../../../packages/benchmarks/src/picker/${name}.ts`, import.meta.url)),
    ],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    conditions: ['source', 'browser', 'production'],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

async function open(browser: Browser, script: string, size: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  // an isolated page has a clock of 5 µs; that of others, 100 µs, is a tenth of what is measured
  await page.route('http://localhost/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: {
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      },
      body: '<!doctype html><meta charset="utf-8"><title>Benchmark</title>',
    }),
  );
  await page.goto('http://localhost/');
  await page.addScriptTag({ content: script });
  await page.evaluate(`prepare(${String(size)})`);
  return page;
}

/** Bytes that an open picker adds to the heap, beside its items. */
async function weigh(browser: Browser, script: string): Promise<number> {
  const page = await open(browser, script, 100_000);
  const session = await page.context().newCDPSession(page);
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const before = await heap();
  await page.evaluate('openOnce()');
  const grown = (await heap()) - before;
  await page.close();
  return grown;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const { executablePath, env, args } = await findBrowser();
const browser = await chromium.launch({ executablePath, env, args });
const scripts = { ours: await bundle('ours'), vaadin: await bundle('vaadin'), floor: await bundle('floor') };
let beyond = 0;
const verdict = (fine: boolean) => {
  if (!fine) beyond += 1;
  return fine ? '' : '  BEYOND';
};

console.log(`\nPicker (Chromium ${browser.version()}, medians of ${String(runs)} runs, milliseconds)\n`);
console.log(
  `${'options'.padStart(8)}  ${'what'.padEnd(22)}${'ours'.padStart(9)}${'Vaadin'.padStart(9)}${'floor'.padStart(9)}  ours/Vaadin`,
);
for (const size of sizes) {
  const measured: Record<Name, Run[]> = { ours: [], vaadin: [], floor: [] };
  const pages = await Promise.all(subjects.map((name) => open(browser, scripts[name], size)));
  // in turn, and each as often first as last, so that a machine whose speed drifts treats all alike; the first rounds warm up
  for (let run = -warmUps; run < runs; run += 1)
    for (let turn = 0; turn < subjects.length; turn += 1) {
      const index = (run + warmUps + turn) % subjects.length;
      const [name, page] = [subjects[index], pages[index]];
      if (!name || !page) continue;
      await page.bringToFront();
      const result = await page.evaluate<Run>('measure()');
      if (run >= 0) measured[name].push(result);
    }
  for (const page of pages) await page.close();
  const figure = (name: Name, what: keyof Run) => median(measured[name].map((run) => run[what]));
  for (const what of ['render', 'open', 'type', 'scroll'] as const) {
    const ratio = figure('ours', what) / figure('vaadin', what);
    const figures = subjects.map((name) => figure(name, what).toFixed(2).padStart(9)).join('');
    const limit = `(at most ${String(limits[what])})${verdict(ratio <= limits[what])}`;
    report({
      name: `${titles[what]}, ${size.toLocaleString('en')} options`,
      figures: {
        ...Object.fromEntries(subjects.map((name) => [columns[name], `${figure(name, what).toFixed(2)} ms`])),
        'ours/Vaadin': ratio.toFixed(2),
      },
      limit: `ratio ${String(limits[what])}`,
    });
    console.log(
      `${size.toLocaleString('en').padStart(8)}  ${titles[what].padEnd(22)}${figures}  ${ratio.toFixed(2)}  ${limit}`,
    );
  }
  report({
    name: `DOM elements, open, ${size.toLocaleString('en')} options`,
    figures: Object.fromEntries(subjects.map((name) => [columns[name], figure(name, 'nodes')])),
    limit: String(mostNodes),
  });
  const nodes = subjects.map((name) => String(figure(name, 'nodes')).padStart(9)).join('');
  console.log(
    `${size.toLocaleString('en').padStart(8)}  ${'DOM elements, open'.padEnd(22)}${nodes}        (at most ${String(mostNodes)})${verdict(figure('ours', 'nodes') <= mostNodes)}`,
  );
}

const heaps: number[] = [];
for (const name of subjects) heaps.push(await weigh(browser, scripts[name]));
report({
  name: 'heap, open, 100,000 options',
  figures: Object.fromEntries(
    subjects.map((name, at) => [columns[name], `${((heaps[at] ?? 0) / 1e6).toFixed(2)} MB`]),
  ),
  limit: `${String(mostHeap / 1e6)} MB`,
});
const megabytes = heaps.map((bytes) => (bytes / 1e6).toFixed(2).padStart(9)).join('');
console.log(
  `${'100,000'.padStart(8)}  ${'heap, open (MB)'.padEnd(22)}${megabytes}        (at most ${String(mostHeap / 1e6)})${verdict((heaps[0] ?? 0) <= mostHeap)}`,
);
await browser.close();
process.exitCode = beyond === 0 ? 0 : 1;
