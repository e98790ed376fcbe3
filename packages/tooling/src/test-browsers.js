// `npm run test:browsers`: the browser tests in Chromium, Firefox and WebKit, one after another, or in the engines that
// `--only firefox,webkit` names; other arguments go on to the runner, such as `--files 'packages/client/test/**/*.test.ts'`.
// Firefox and WebKit leave out what only Chromium can do (chromium-only.js). An engine that is not on the machine is named,
// and makes the command fail only with `--all`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromiumOnly, countChromiumOnly } from './chromium-only.js';
import { findBrowser, findFirefox, findWebKit } from './find-browser.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const engines = { chromium: findBrowser, firefox: findFirefox, webkit: findWebKit };
const rest = process.argv.slice(2);
const all = rest.includes('--all');
if (all) rest.splice(rest.indexOf('--all'), 1);
const at = rest.indexOf('--only');
const wanted = at < 0 ? Object.keys(engines) : (rest.splice(at, 2)[1] ?? '').split(',');
const unknown = wanted.find((name) => !Object.hasOwn(engines, name));
if (unknown !== undefined)
  throw new Error(
    `--only ${unknown}: name some of ${Object.keys(engines).join(', ')}, with commas between them.`,
  );

const summary = [];
for (const [name, find] of Object.entries(engines)) {
  if (!wanted.includes(name)) continue;
  try {
    await find();
  } catch (error) {
    summary.push(`${name}: NOT TESTED. ${error instanceof Error ? error.message : String(error)}`);
    if (all) process.exitCode = 1;
    continue;
  }
  console.log(`\n── ${name}`);
  const others = name !== 'chromium';
  // files that are named here take the place of the configuration's, which leaves these out
  const without = others && rest.includes('--files') ? ['--files', `!${chromiumOnly}`] : [];
  const { status } = spawnSync('npx', ['wtr', ...rest, ...without], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, BROWSERS: name },
  });
  const left = others ? `, without the ${countChromiumOnly()} files for Chromium only` : '';
  summary.push(`${name}: ${status === 0 ? 'passed' : 'FAILED'}${left}`);
  if (status !== 0) process.exitCode = 1;
}
console.log(`\n${summary.join('\n')}`);
