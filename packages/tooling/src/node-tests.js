// Runs the tests that are about Node (files *.node.ts) and the end-to-end tests of the built demo (*.e2e.ts),
// and closes with one plain line: "node: N passed, M failed". Arguments narrow it to paths that contain them.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const filters = process.argv.slice(2);
const files = ['packages', 'demo']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(folder, file),
    ),
  )
  .filter((file) => /\/test\/.*\.(node|e2e)\.ts$/.test(file) && !file.includes('node_modules'))
  .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
  .sort();

if (files.length === 0) {
  console.error('No test file matches', filters.join(' '));
  process.exit(1);
}

const child = spawn(
  process.execPath,
  [
    '--import=./packages/tooling/src/mocha-globals.js',
    '--import=tsx',
    '--conditions=source',
    '--test',
    '--test-concurrency=2',
    '--test-reporter=spec',
    ...files,
  ],
  {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    // the elements are the code whose meaning depends on a compiler option: their decorators
    env: { ...process.env, TSX_TSCONFIG_PATH: 'packages/elements/tsconfig.json' },
  },
);
let output = '';
child.stdout.on('data', (chunk) => {
  output += chunk;
  process.stdout.write(chunk);
});
child.on('close', (code) => {
  /** @param {string} word */
  const figure = (word) => Number(new RegExp(`^. ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  const failed = figure('fail') + figure('cancelled') + figure('skipped') + figure('todo');
  console.log(`\nnode: ${figure('pass')} passed, ${failed} failed`);
  process.exit(code === 0 && failed === 0 && figure('pass') > 0 ? 0 : 1);
});
