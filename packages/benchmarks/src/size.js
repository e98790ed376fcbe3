// `npm run size`: what a visitor or a bundle has to load, in brotli bytes (KB = 1,000), beside the budgets.
// Ends with an error when a budget is exceeded.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { parseAst } from 'vite';
import { partsOf } from '../../tooling/src/script-parts.js';
import { report } from './report.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const scripts = `${root}packages/elements/dist/cdn/`;

/** Builds the script-tag files anew. */
function buildScripts() {
  const build = `${root}packages/tooling/src/build.js`;
  execFileSync(process.execPath, [build, 'script'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

/**
 * Files that script tags load at once: those of the tags, and all that these import, but not what they load on demand.
 * @param {string[]} names
 */
function scriptFiles(...names) {
  return scriptPaths(names).map((file) => readFileSync(file));
}

/**
 * What one more script tag adds to a page that has another: parts that the two share are loaded once.
 * @param {string} name @param {string} other
 */
function scriptFilesBeside(name, other) {
  const there = new Set(scriptPaths([other]));
  return scriptPaths([name])
    .filter((file) => !there.has(file))
    .map((file) => readFileSync(file));
}

/** @param {string[]} names */
function scriptPaths(names) {
  const files = new Set(names.map((name) => path.join(scripts, `${name}.js`)));
  for (const file of files)
    for (const node of parseAst(readFileSync(file, 'utf8')).body)
      if ('source' in node && node.source)
        files.add(path.join(path.dirname(file), String(node.source.value)));
  return [...files];
}

/** Every element by a script tag of its own. */
const everyElement = () =>
  Object.keys(JSON.parse(readFileSync(`${scripts}integrity.json`, 'utf8')).scripts).filter(
    (name) => !['client', 'loader', 'development'].includes(name),
  );

/** The language of expressions is all in one part, which only a message with an expression in it loads. */
const partBudget = (/** @type {string} */ part) => (part === 'success-message' ? 6_000 : 3_000);

/** @param {Buffer[]} files each compressed for itself, as it is served */
const brotli = (files) => files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0);

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
  // A chunk's name has a hash of what is in it in its eight letters. With other letters the compressed size differs by up to
  // 50 bytes, whichever part has changed: here they are a hash of the names of its modules, as random, but lasting.
  const names = new Map(
    Object.entries(metafile.outputs).map(([file, { inputs }]) => [
      path.basename(file, '.js'),
      `chunk-${createHash('sha256').update(Object.keys(inputs).join()).digest('base64url').slice(0, 8)}`,
    ]),
  );
  const text = [...loaded]
    .map((file) => outputFiles.find(({ path }) => path === `${root}${file}`)?.text ?? lost(file))
    .join('');
  return [Buffer.from(text.replace(/\bchunk-[A-Z0-9]{8}\b/g, (name) => names.get(name) ?? lost(name)))];
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
  return outputFiles.map(({ contents }) => Buffer.from(contents));
}

/** @param {string} file @returns {never} */
function lost(file) {
  throw new Error(`esbuild wrote no ${file}`);
}

// What has no budget is a peer, or the floor, that does the same.
/** @type {{ name: string, code: () => Buffer[] | Promise<Buffer[]>, budget?: number }[]} */
const measured = [
  { name: 'lead form, script tag', budget: 10_000, code: () => scriptFiles('lead-form') },
  { name: 'group picker, script tag', budget: 12_000, code: () => scriptFiles('group-picker') },
  { name: 'all elements', budget: 40_000, code: () => scriptFiles(...everyElement()) },
  {
    name: 'group picker with a client',
    budget: 20_000,
    code: () => program('group-picker-with-client'),
  },
  {
    name: 'stats card, beside the picker',
    budget: 8_000,
    code: () => scriptFilesBeside('group-stats', 'group-picker'),
  },
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

buildScripts();
if (scriptFiles('lead-form').length > 1)
  throw new Error('The lead form is one request, but its file imports others.');
const parts = partsOf(scripts, 'lead-form.js').map((file) => {
  const part = path.basename(file).replace(/-[\w-]{8}\.js$/, '');
  return { name: `  its part ${part}`, budget: partBudget(part), code: () => [readFileSync(scripts + file)] };
});
measured.splice(1, 0, ...parts);
let over = 0;
console.log(`${'brotli bytes'.padEnd(36)}${'is'.padStart(9)}${'budget'.padStart(9)}`);
for (const { name, budget, code } of measured) {
  const size = brotli(await code());
  const isOver = budget !== undefined && size > budget;
  if (isOver) over += 1;
  report({
    name: name.trim(),
    figures: { 'brotli bytes': size },
    ...(budget !== undefined && { limit: budget.toLocaleString('en') }),
  });
  const figures = size.toLocaleString('en').padStart(9) + (budget?.toLocaleString('en') ?? '').padStart(9);
  console.log(`${name.padEnd(36)}${figures}${isOver ? '  OVER BUDGET' : ''}`.trimEnd());
}
process.exitCode = over === 0 ? 0 : 1;
