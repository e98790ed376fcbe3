// Bundles a benchmark as an application would be bundled, and runs it: what runs TypeScript directly wraps functions,
// and would be measured too. `node packages/benchmarks/src/run.js query`
import { rm } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [name = ''] = process.argv.slice(2);
const outfile = fileURLToPath(
  new URL(`../../../node_modules/.cache/benchmarks/${name}.mjs`, import.meta.url),
);
await build({
  entryPoints: [fileURLToPath(new URL(`${name}.ts`, import.meta.url))],
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['source'],
  // packages of CommonJS ask for it
  banner: {
    js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
  },
  loader: { '.peggy': 'text' },
  // these look for files beside themselves
  external: [
    '@electric-sql/pglite',
    'esbuild',
    'playwright-core',
    'vite',
    '@sparticuz/chromium',
    'chrome-launcher',
  ],
  outfile,
});
await import(pathToFileURL(outfile).href);
await rm(outfile);
