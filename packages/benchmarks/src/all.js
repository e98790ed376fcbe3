// `npm run bench`: every benchmark, one after the other, in about ten minutes on a quiet machine. Prints each table, writes
// results.json beside this folder, and out of that the guide's page of figures. `npm run bench -- --only size,query` runs
// those alone, and leaves the other figures as they were. Ends with an error when a program did, or one is beyond its limit.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { figuresPage } from './figures-page.js';

/**
 * What one program measured.
 * @typedef {{ date: string, seconds: number, within: boolean, rows: import('./report.js').Row[] }} Result
 * @typedef {{ machine: string, versions: Record<string, string>, programs: Record<string, Result> }} Results
 */

const source = fileURLToPath(new URL('.', import.meta.url));
const root = path.resolve(source, '../../..');
const resultsFile = path.resolve(source, '../results.json');

/** The programs, with arguments that keep each of them short. @type {Record<string, string[]>} */
const programs = {
  size: ['size.js'],
  client: ['run.js', 'client'],
  query: ['run.js', 'query'],
  mocks: ['run.js', 'mocks'],
  'smart-groups': ['run.js', 'smart-groups'],
  picker: ['run.js', 'picker'],
  form: ['run.js', 'form'],
  delivery: ['run.js', 'delivery', '2'],
};

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const chosen = values.only?.split(',') ?? Object.keys(programs);
const unknown = chosen.filter((name) => !Object.hasOwn(programs, name));
if (unknown.length > 0)
  throw new Error(`--only knows ${Object.keys(programs).join(', ')}, and not ${unknown.join(', ')}.`);

/** @type {(name: string) => string} the version that is installed */
const versionOf = (name) =>
  JSON.parse(readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8')).version;

/** What is measured beside ours. @type {{ devDependencies: Record<string, string> }} */
const { devDependencies: peers } = JSON.parse(readFileSync(path.resolve(source, '../package.json'), 'utf8'));

/** @type {Results} */
const results = {
  ...(existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) : { programs: {} }),
  machine: `${os.cpus()[0]?.model.trim() ?? os.arch()}, ${os.availableParallelism()} cores, ${os.type()}`,
  versions: {
    node: process.versions.node,
    ...Object.fromEntries(
      ['lit', '@sparticuz/chromium', ...Object.keys(peers)].map((name) => [name, versionOf(name)]),
    ),
  },
};

const folder = mkdtempSync(path.join(os.tmpdir(), 'fluenzr-bench-'));
const failed = [];
for (const name of chosen) {
  const [file = '', ...words] = programs[name] ?? [];
  const rowsFile = path.join(folder, name);
  const started = performance.now();
  console.log(`\n── ${name}`);
  const { status } = spawnSync(process.execPath, [path.join(source, file), ...words], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FLUENZR_BENCH_ROWS: rowsFile },
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  if (status !== 0) failed.push(name);
  console.log(`── ${name}: ${status === 0 ? 'ok' : 'FAILED, or beyond a limit'} after ${seconds} s`);
  if (!existsSync(rowsFile)) continue; // it measured nothing: what is known from before stays
  const rows = readFileSync(rowsFile, 'utf8').trim().split('\n');
  results.programs[name] = {
    date: new Date().toISOString().slice(0, 10),
    seconds,
    within: status === 0,
    rows: rows.map((row) => JSON.parse(row)),
  };
}
rmSync(folder, { recursive: true });

writeFileSync(resultsFile, await format(JSON.stringify(results), { parser: 'json' }));
writeFileSync(
  path.join(root, 'docs/guide/figures.md'),
  await format(figuresPage(results), { parser: 'markdown', printWidth: 120 }),
);
if (failed.length > 0) console.error(`\nFailed, or beyond a limit: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
