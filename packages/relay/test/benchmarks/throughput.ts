// Accepted submissions a second on one core, beside a bare hono handler that inserts one row: --seconds 10 --clients 32
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { buildProgram, ChildRelay, local, makeFolder } from '../child-relay.js';
import { startPostgres } from '../real-postgres.js';
import { option, percentile } from './options.js';

const seconds = option('seconds', 10);
const clients = option('clients', 32);
const site = 'https://www.example.com';

// FluenzR as fast as can be, in this process, so that the relay's own work is what is measured
const upstream = http.createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(201, { 'Content-Type': 'application/json' }).end('{"id":"con_1","enrollments":[]}');
  });
});
await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
const baseUrl = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;

const program = await buildProgram();
const bare = path.join(path.dirname(program.file), 'bare.mjs');
await build({
  entryPoints: [path.join(import.meta.dirname, 'bare.ts')],
  outfile: bare,
  bundle: true,
  platform: 'node',
  format: 'esm',
  conditions: ['source'],
  external: ['@electric-sql/pglite', 'pg', 'nodemailer'],
});

/** Binds a process to the first core, where the system can. */
function toOneCore({ process: child }: ChildRelay): void {
  try {
    execFileSync('taskset', ['-a', '-cp', '0', String(child.pid)], { stdio: 'ignore' });
  } catch {
    console.log('(taskset is missing: not bound to one core)');
  }
}

async function measure(name: string, relay: ChildRelay): Promise<void> {
  const url = new URL(`${await relay.url()}/forms/frm_website/submissions`);
  toOneCore(relay);
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  const post = () =>
    new Promise<void>((resolve, reject) => {
      const started = performance.now();
      const body = JSON.stringify({
        id: randomUUID(),
        email: `lead.${randomUUID()}@fintech.example`,
        firstName: 'Ada',
      });
      const request = http.request(
        url,
        {
          agent,
          method: 'POST',
          headers: { 'content-type': 'text/plain', origin: site, 'content-length': body.length },
        },
        (response) => {
          response.resume().on('end', () => {
            if (response.statusCode === 202) times.push(performance.now() - started);
            resolve();
          });
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  const run = async (milliseconds: number) => {
    const end = performance.now() + milliseconds;
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (performance.now() < end) await post();
      }),
    );
  };
  await run(2000);
  times.length = 0;
  const started = performance.now();
  await run(seconds * 1000);
  const rate = times.length / ((performance.now() - started) / 1000);
  console.log(
    `${name.padEnd(28)} ${rate.toFixed(0).padStart(6)} /s   p50 ${percentile(times, 0.5).toFixed(1)} ms   p99 ${percentile(times, 0.99).toFixed(1)} ms`,
  );
  agent.destroy();
  await relay.kill();
}

const wide = { max: 1e9, seconds: 60 };
const folder = makeFolder([
  {
    id: 'frm_website',
    title: 'Example Ltd',
    groupId: 'grp_1',
    origins: [site],
    optIn: 'single',
    limits: { network: wide, address: wide, form: wide },
  },
]);
const environment = { FLUENZR_BASE_URL: baseUrl, FLUENZR_API_KEY: 'key' };
const data = mkdtempSync(path.join(tmpdir(), 'relay-throughput-'));
const postgres = await startPostgres();
try {
  await measure('bare, embedded', new ChildRelay(bare, [`${data}/bare`], environment));
  await measure(
    'relay, embedded',
    new ChildRelay(
      program.file,
      [...local, '--limit', '1000000000', '--config', folder.config, '--data', `${data}/relay`],
      environment,
    ),
  );
  await measure('bare, PostgreSQL', new ChildRelay(bare, [postgres.url], environment));
  await measure(
    'relay, PostgreSQL',
    new ChildRelay(program.file, [...local, '--limit', '1000000000', '--config', folder.config], {
      ...environment,
      DATABASE_URL: postgres.url,
    }),
  );
} finally {
  await postgres.stop();
  upstream.close();
  upstream.closeAllConnections();
  folder.remove();
  program.remove();
  rmSync(data, { recursive: true, force: true });
}
