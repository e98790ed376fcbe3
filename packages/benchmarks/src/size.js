// `npm run size`: what a visitor or a bundle has to load, in brotli bytes (KB = 1,000), beside the budgets.
// Ends with an error when a budget is exceeded.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { build as viteBuild, parseAst } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * The script-tag file of an element, as it is served: one request, so it may import nothing but what it loads on demand.
 * @param {string} name
 */
async function script(name) {
  await viteBuild({ configFile: `${root}vite.config.ts`, mode: `script:${name}`, logLevel: 'error' });
  const file = await readFile(`${root}packages/elements/dist/cdn/${name}.js`, 'utf8');
  const imported = parseAst(file).body.filter((node) => 'source' in node && node.source);
  if (imported.length > 0)
    throw new Error(`${name}.js imports ${imported.length} further files at its start.`);
  return Buffer.from(file);
}

/**
 * A program of ./programs, bundled as an application would bundle it. What it imports counts; a part that is loaded on
 * demand, and that this program does not demand (`contacts.createMany`, say), does not.
 * @param {string} name
 */
async function program(name) {
  const { outputFiles, metafile } = await build({
    entryPoints: { program: fileURLToPath(new URL(`programs/${name}.ts`, import.meta.url)) },
    absWorkingDir: root,
    outdir: 'out',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['source', 'browser', 'production'],
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const loaded = new Set(['out/program.js']);
  for (const file of loaded)
    for (const { path, kind } of metafile.outputs[file]?.imports ?? [])
      if (kind === 'import-statement') loaded.add(path);
  return Buffer.concat(
    [...loaded].map(
      (file) => outputFiles.find(({ path }) => path === `${root}${file}`)?.contents ?? lost(file),
    ),
  );
}

/** The relay of examples/worker.ts, bundled as a worker platform does: all in one file, without Node. */
async function worker() {
  const { outputFiles } = await build({
    entryPoints: [`${root}packages/relay/examples/worker.ts`],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser', // a built-in of Node would not resolve
    target: 'es2022',
    conditions: ['source', 'worker'],
    write: false,
    logLevel: 'error',
  });
  return Buffer.concat(outputFiles.map(({ contents }) => contents));
}

/** @param {string} file @returns {never} */
function lost(file) {
  throw new Error(`esbuild wrote no ${file}`);
}

// What has no budget is a peer, or the floor, that does the same.
/** @type {{ name: string, code: () => Promise<Buffer>, budget?: number }[]} */
const measured = [
  { name: 'lead form, script tag', budget: 10_000, code: () => script('lead-form') },
  { name: 'SDK, one contact created', budget: 10_000, code: () => program('create-contact') },
  {
    name: 'SDK, the same, answer validated',
    budget: 17_000,
    code: () => program('create-contact-validated'),
  },
  { name: '  Resend', code: () => program('peers/resend') },
  { name: '  Polar, which checks no answer', code: () => program('peers/polar') },
  { name: '  Loops, without retries', code: () => program('peers/loops') },
  { name: '  ky alone', code: () => program('peers/ky') },
  { name: '  ky, answer checked by zod/mini', code: () => program('peers/ky-and-zod') },
  { name: 'contact queries, with matching', budget: 4_500, code: () => program('match-query') },
  { name: 'relay in a worker, no store', budget: 35_000, code: worker },
  { name: 'expressions', budget: 6_000, code: () => program('render-template') },
];

let over = 0;
console.log(`${'brotli bytes'.padEnd(36)}${'is'.padStart(9)}${'budget'.padStart(9)}`);
for (const { name, budget, code } of measured) {
  const size = brotliCompressSync(await code()).length;
  const isOver = budget !== undefined && size > budget;
  if (isOver) over += 1;
  const figures = size.toLocaleString('en').padStart(9) + (budget?.toLocaleString('en') ?? '').padStart(9);
  console.log(`${name.padEnd(36)}${figures}${isOver ? '  OVER BUDGET' : ''}`.trimEnd());
}
process.exitCode = over === 0 ? 0 : 1;
