import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { FormInput } from '../src/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The relay's program in one file, so that it starts fast: it is started often. */
export async function buildProgram(): Promise<{ file: string; remove: () => void }> {
  const file = path.join(root, 'dist', `test-${process.pid}`, 'fluenzr-relay.mjs');
  await build({
    entryPoints: [path.join(root, 'src/node/cli.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['source'],
    external: ['@electric-sql/pglite', 'pg', 'nodemailer'],
    logLevel: 'error',
  });
  return { file, remove: () => rmSync(path.dirname(file), { recursive: true }) };
}

/** A fresh folder with a forms file; data goes there too. */
export function makeFolder(forms: FormInput[]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'relay-'));
  const config = path.join(folder, 'forms.json');
  const write = (document: unknown) => writeFileSync(config, JSON.stringify(document));
  write({ forms });
  return { folder, config, write, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Where a relay of a test listens. */
export const local = ['--host', '127.0.0.1', '--port', '0'];

export type LogLine = Record<string, unknown>;

/** A running relay process. */
export class ChildRelay {
  readonly process: ChildProcess;
  readonly lines: LogLine[] = [];
  readonly exited: Promise<unknown>;
  #heard: (() => void)[] = [];

  constructor(file: string, args: readonly string[], environment: Record<string, string>) {
    this.process = spawn(process.execPath, [file, ...args], {
      env: { PATH: process.env.PATH ?? '', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.exited = once(this.process, 'exit');
    const { stdout } = this.process;
    if (!stdout) throw new Error('The relay has no output.');
    createInterface({ input: stdout }).on('line', (line) => {
      if (line.startsWith('{')) this.lines.push(JSON.parse(line) as LogLine);
      for (const heard of this.#heard.splice(0)) heard();
    });
  }

  /** Waits for a log line of an event. */
  async event(name: string, matches: (line: LogLine) => boolean = () => true): Promise<LogLine> {
    for (;;) {
      const line = this.lines.find((line) => line.event === name && matches(line));
      if (line) return line;
      const heard = new Promise<'heard'>((resolve) => this.#heard.push(() => resolve('heard')));
      const what = await Promise.race([heard, this.exited]);
      if (what !== 'heard') throw new Error(`The relay ended before "${name}".`);
    }
  }

  /** Its address, when it is ready. */
  async url(): Promise<string> {
    return String((await this.event('started')).url);
  }

  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.exited;
  }

  async stop(): Promise<number | null> {
    this.process.kill('SIGTERM');
    await this.exited;
    return this.process.exitCode;
  }
}

/** Runs a command of the relay's program to its end. */
export const runCommand = (
  file: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<{ code: number; output: string; errors: string }> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [file, ...args],
      { env: { PATH: process.env.PATH ?? '', ...environment } },
      (error, output, errors) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, output, errors });
      },
    );
  });
