// `npm test`: everything that must hold before a change lands, one step after another, on a clean checkout.
// Closes with one plain line, "N passed, M failed": tests are counted one by one, every other step as one.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** @type {{ name: string, command: string, needed?: true }[]} */
const steps = [
  { name: 'types', command: 'npm run build:types', needed: true },
  { name: 'npm builds', command: 'npm run build:npm', needed: true },
  { name: 'script-tag builds', command: 'npm run build:script', needed: true },
  { name: 'demo build', command: 'npm run build:demo', needed: true },
  { name: 'lint', command: 'npm run lint' },
  { name: 'browser tests', command: 'npm run test:browser' },
  { name: 'Node and end-to-end tests', command: 'npm run test:node' },
  { name: 'pictures', command: 'npm run pictures' },
  { name: 'size budgets', command: 'npm run size' },
  { name: 'docs', command: 'npm run docs' },
];

/**
 * @param {string} command
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(command) {
  return new Promise((resolve, reject) => {
    const child = spawn(`${command} --silent`, {
      cwd: root,
      shell: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

let passed = 0;
let failed = 0;
const broken = [];
for (const { name, command, needed } of steps) {
  const started = Date.now();
  console.log(`\n── ${name} (${command})`);
  const { code, output } = await run(command);
  const counts = [...output.matchAll(/^(?:browser|node|pictures): (\d+) passed, (\d+) failed$/gm)].at(-1);
  if (counts) {
    passed += Number(counts[1]);
    failed += Math.max(Number(counts[2]), code === 0 ? 0 : 1);
  } else if (code === 0) passed += 1;
  else failed += 1;
  if (code !== 0) broken.push(name);
  console.log(
    `── ${name}: ${code === 0 ? 'ok' : 'FAILED'} after ${Math.round((Date.now() - started) / 1000)} s`,
  );
  if (code !== 0 && needed) {
    console.log('The steps after it need it: stopped here.');
    break;
  }
}

if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = broken.length === 0 ? 0 : 1;
