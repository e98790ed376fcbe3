// `npm start -- --server`: the mock backend and the relay as processes of their own, for the page at the address that
// is the argument. Run by packages/tooling/src/start.js.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createClient } from '@fluenzr/client';
import { writeServers } from './src/servers.js';
import { prepareStory } from './src/story.js';

const FORM_ID = 'frm_website';

const page = process.argv[2];
if (!page) throw new Error('Give the address of the demo.');
const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(path.join(os.tmpdir(), 'fluenzr-demo-'));
const children: ChildProcess[] = [];

/** Starts a program of the repository, and waits for the line of its output that shows it is ready. */
function start(
  file: string,
  args: string[],
  environment: Record<string, string>,
  ready: RegExp,
): Promise<RegExpExecArray> {
  const child = spawn(
    process.execPath,
    ['--import=tsx', '--conditions=source', path.join(root, file), ...args],
    {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  children.push(child);
  return new Promise((resolve, reject) => {
    let output = '';
    createInterface({ input: child.stdout }).on('line', (line) => {
      output += `${line}\n`;
      const match = ready.exec(output);
      if (match) resolve(match);
    });
    child.on('exit', (code) => {
      reject(new Error(`${file} ended with ${String(code)}:\n${output}`));
      stop(code ?? 1);
    });
  });
}

/** A port that nobody listens on: two demos can run beside each other. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function stop(code: number): never {
  for (const child of children) child.kill();
  rmSync(scratch, { recursive: true, force: true });
  process.exit(code);
}
process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));

const [, backendUrl = '', apiKey = ''] = await start(
  'packages/mocks/src/cli.ts',
  ['--contacts', '0', '--port', '0'],
  {},
  /^FLUENZR_BASE_URL=(\S+)\nFLUENZR_API_KEY=(\S+)$/m,
);
const story = await prepareStory(createClient({ baseUrl: backendUrl, apiKey }));

const relayPort = String(await freePort());
const relayUrl = `http://127.0.0.1:${relayPort}`;
const forms = path.join(scratch, 'forms.json');
const { origin } = new URL(page);
writeFileSync(
  forms,
  JSON.stringify({
    forms: [{ id: FORM_ID, title: 'Northlight', groupId: story.groupId, origins: [origin], optIn: 'single' }],
  }),
);
await start(
  'packages/relay/src/node/cli.ts',
  ['--config', forms, '--port', relayPort, '--host', '127.0.0.1', '--data', path.join(scratch, 'relay')],
  { FLUENZR_BASE_URL: backendUrl, FLUENZR_API_KEY: apiKey, PUBLIC_URL: relayUrl },
  /"event":"started"/,
);

console.log(`
The mock backend is a process at ${backendUrl}, the relay one at ${relayUrl}.
The demo is at ${page}${writeServers({ backendUrl, relayUrl, apiKey })}

  The form knows only the relay and the form's name; the group stands in the relay's record, and the key in its
  environment. Stop the relay or the backend, and see that no lead is lost.

Press Ctrl+C to stop.
`);
