// `npm start`: builds the script-tag files and the demo, serves the demo, and says where it is. Backend and relay run
// in the page; with `npm start -- --server` they run as processes of their own.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));

for (const kind of ['script', 'demo']) {
  const build = spawnSync(process.execPath, [path.join(root, 'packages/tooling/src/build.js'), kind], {
    cwd: root,
    stdio: 'inherit',
  });
  if (build.status !== 0) process.exit(build.status ?? 1);
}

const withServers = process.argv.includes('--server');
const someoneIsLooking =
  process.stdout.isTTY && (process.platform !== 'linux' || Boolean(process.env.DISPLAY));
const server = await preview({
  configFile: path.join(root, 'vite.config.ts'),
  mode: 'demo',
  logLevel: 'warn',
  preview: { strictPort: false, open: someoneIsLooking && !withServers },
});
const address = server.resolvedUrls?.local[0] ?? '';

if (withServers) {
  const servers = spawn(
    process.execPath,
    ['--import=tsx', '--conditions=source', path.join(root, 'demo/server.ts'), address],
    { cwd: root, stdio: 'inherit' },
  );
  servers.on('exit', (code) => process.exit(code ?? 1));
} else {
  console.log(`
The demo is at ${address}

  Fill in the form on the left, as a visitor would. On the right, the CRM shows what it caused: the contact
  in the dynamic group, its enrolment in every running campaign of the group, and the first e-mail.
  Then switch the backend off above the form, and try again: nothing typed is lost.

Press Ctrl+C to stop.
`);
}
