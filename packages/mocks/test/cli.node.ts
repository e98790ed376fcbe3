import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { caller, newContact, newGroup } from './caller.js';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

describe('fluenzr-mocks', () => {
  const running: ChildProcessWithoutNullStreams[] = [];
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'fluenzr-mocks-'));
  });
  afterEach(() => Promise.all(running.splice(0).map(end)));
  after(() => rm(folder, { recursive: true }));

  function start(...options: string[]) {
    const child = spawn(process.execPath, ['--import=tsx', '--conditions=source', cli, ...options]);
    running.push(child);
    return child;
  }

  async function end(child: ChildProcessWithoutNullStreams) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL'); // as a crash would
    await once(child, 'exit');
  }

  /** What it prints until it has said how it started, a way to call it, and what it prints from then on. */
  async function started(...options: string[]) {
    const child = start('--port', '0', ...options);
    let text = '';
    const listeners = new Set<() => void>();
    child.stdout.on('data', (chunk) => {
      text += String(chunk);
      for (const listener of listeners) listener();
    });
    const said = (words: RegExp) =>
      new Promise<string>((resolve) => {
        const look = () => {
          if (words.test(text)) resolve(text);
        };
        listeners.add(look);
        look();
      });
    const first = await said(/^(Started|Taken).*$/m);
    const [, url = ''] = /^FLUENZR_BASE_URL=(\S+)$/m.exec(first) ?? [];
    const [, apiKey = ''] = /^FLUENZR_API_KEY=(\S+)$/m.exec(first) ?? [];
    return { child, text: first, said, call: caller(fetch, url, apiKey) };
  }

  async function ended(...options: string[]) {
    const child = start(...options);
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    const [code] = (await once(child, 'close')) as [number];
    return { code, output };
  }

  it('serves the agency on a port, with as many contacts as asked', async () => {
    const { call } = await started('--contacts', '30', '--seed', 'seven');
    expect((await call('GET /contacts?include=total')).body.page.total).to.equal(30);
    expect((await call('GET /groups?q=linkedin%20inbound')).body.data).to.have.length(1);
  });

  it('takes up what it kept, after it was killed', async () => {
    const file = path.join(folder, 'kept.jsonl');
    const first = await started('--contacts', '0', '--persist', file);
    expect(first.text).to.contain('Started with 0 contacts');
    await newContact(first.call, 'ada@example.com');
    await end(first.child);
    const second = await started('--contacts', '0', '--persist', file);
    expect(second.text).to.contain(`Taken up from ${file}`);
    const { body } = await second.call('GET /contacts');
    expect(body.data.map((contact) => contact.email)).to.deep.equal(['ada@example.com']);
  });

  it('says who is enrolled, and which mails are sent', async () => {
    const { call, said } = await started('--contacts', '0');
    const groupId = await newGroup(call, '[DYN] Inbound Leads', 'DYNAMIC');
    const steps = [{ type: 'SEND_EMAIL', subject: 'Hello @contact.first_name', body: 'Good to have you.' }];
    const campaign = (await call('POST /campaigns', { name: 'Welcome', steps })).body.id;
    await call(`PUT /campaigns/${campaign}/groups/${groupId}`, {});
    await call(`POST /campaigns/${campaign}/launch`, {});
    const contact = await newContact(call, 'ada@example.com', { firstName: 'Ada', groupId });
    const text = await said(/mail to .*\n/);
    expect(text).to.contain(` ${contact} enrolled in ${campaign}\n`);
    expect(text).to.contain(' mail to ada@example.com: Hello Ada\n');
  });

  it('tells how it is used', async () => {
    const { code, output } = await ended('--help');
    expect(code).to.equal(0);
    for (const option of ['--port', '--seed', '--contacts', '--persist']) expect(output).to.contain(option);
  });

  const mistakes: [string[], string][] = [
    [['--colour', 'red'], '--colour'],
    [['--port', 'many'], '--port is "many"'],
    [['--port', '65536'], '--port is "65536"'],
    [['--contacts', '-3'], '--contacts'],
    [['--contacts', '1e3'], '--contacts is "1e3"'],
    [['--persist', '/dev/null/backend', '--port', '0', '--contacts', '0'], '/dev/null/backend'],
  ];
  for (const [options, mentioned] of mistakes) {
    it(`says what is wrong with ${options.slice(0, 2).join(' ')}`, async () => {
      const { code, output } = await ended(...options);
      expect(code).to.equal(1);
      expect(output).to.contain(mentioned);
      expect(output).to.not.contain('    at '); // no stack
    });
  }
});
