import { existsSync, writeFileSync } from 'node:fs';
import { createClient } from '@fluenzr/client';
import { createMockBackend, type Listening, type MockBackend } from '@fluenzr/mocks';
import { expect } from 'chai';
import type { FormInput } from '../src/index.js';
import { buildProgram, ChildRelay, local, makeFolder, runCommand } from './child-relay.js';
import { lead, site } from './world.js';

describe('the program fluenzr-relay', () => {
  let program: Awaited<ReturnType<typeof buildProgram>>;
  let backend: MockBackend;
  let listening: Listening;
  let folder: ReturnType<typeof makeFolder>;
  let website: FormInput;
  let environment: Record<string, string>;
  let fluenzr: ReturnType<typeof createClient>;
  const running: ChildRelay[] = [];

  before(async () => {
    program = await buildProgram();
    backend = createMockBackend();
    listening = await backend.listen();
    fluenzr = createClient({ baseUrl: listening.url, apiKey: backend.apiKey });
    environment = { FLUENZR_BASE_URL: listening.url, FLUENZR_API_KEY: backend.apiKey, SMTP_URL: 'console:' };
    const group = await fluenzr.groups.create({ name: '[DYN] Inbound Leads', type: 'DYNAMIC' });
    website = {
      id: 'frm_website',
      title: 'Example Ltd',
      groupId: group.id,
      origins: [site],
      optIn: 'single',
      honeypot: 'k7_qvw',
    };
    folder = makeFolder([website]);
  });
  afterEach(async () => {
    for (const relay of running.splice(0)) await relay.kill();
    folder.write({ forms: [website] });
    backend.faults.clear();
  });
  after(async () => {
    await listening.close();
    folder.remove();
    program.remove();
  });

  const settings = () => ['--config', folder.config, '--data', `${folder.folder}/data`];

  function start(...args: string[]): ChildRelay {
    const relay = new ChildRelay(program.file, [...local, ...settings(), ...args], environment);
    running.push(relay);
    return relay;
  }

  const post = async (relay: ChildRelay, members: object, form = 'frm_website') =>
    fetch(`${await relay.url()}/forms/${form}/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', origin: site },
      body: JSON.stringify(members),
    });

  const emails = async () =>
    (await fluenzr.contacts.list().toArray({ limit: 100 })).map(({ email }) => email);

  it('serves forms, warns of single opt-in, and stops when all is sent', async () => {
    const relay = start();
    await relay.event('single_opt_in');
    backend.faults.add({ match: 'POST /contacts', kind: 'delay', ms: 50 });
    const submission = lead();
    expect((await post(relay, submission)).status).to.equal(202);
    expect(await relay.stop()).to.equal(0);
    expect(relay.lines.at(-1)).to.include({ event: 'stopped' });
    expect(await emails()).to.include(submission.email);
  });

  it('takes changed forms without a restart, and refuses forms with mistakes', async () => {
    const relay = start();
    await relay.url();
    writeFileSync(`${folder.folder}/relay.log`, 'a neighbour of the file changes');
    folder.write({ forms: [website, { ...website, id: 'frm_event' }] });
    await relay.event('forms_loaded');
    expect((await post(relay, lead(), 'frm_event')).status).to.equal(202);
    folder.write({ forms: [{ ...website, origins: [] }] });
    expect((await relay.event('forms_refused')).message).to.match(/\/forms\/0\/origins/);
    expect((await post(relay, lead(), 'frm_event')).status).to.equal(202);
    // this one would need a mail sender’s address: `confirm` works because mails are printed
    folder.write({ forms: [{ ...website, optIn: 'confirm' }] });
    await relay.event('forms_loaded', ({ forms }) => (forms as string[]).length === 1);
    expect((await post(relay, lead(), 'frm_event')).status).to.equal(404);
    writeFileSync(`${folder.folder}/relay.log`, 'and again');
    expect(await relay.stop()).to.equal(0);
    const loads = relay.lines.filter(({ event }) => event === 'forms_loaded' || event === 'forms_refused');
    expect(loads, 'one for each change of the file').to.have.length(3);
  });

  it('reviews the quarantine of a running relay, and of a stopped one', async () => {
    const relay = start();
    const kept = [lead({ k7_qvw: 'x' }), lead({ k7_qvw: 'y' }), lead({ k7_qvw: 'z' })] as const;
    for (const submission of kept) expect((await post(relay, submission)).status).to.equal(202);
    const list = async () => {
      const { output } = await runCommand(program.file, ['quarantine', 'list', ...settings()]);
      return output
        .trim()
        .split('\n')
        .filter(Boolean)
        .map(
          (line) => JSON.parse(line) as { receipt: string; reasons: string[]; contact: { email: string } },
        );
    };
    const listed = await list();
    expect(listed.map(({ contact }) => contact.email)).to.have.members(kept.map(({ email }) => email));
    expect(listed[0]?.reasons).to.deep.equal(['HONEYPOT_FILLED']);
    const receipts = kept.map(
      ({ email }) => listed.find(({ contact }) => contact.email === email)?.receipt ?? '',
    );

    const released = await runCommand(program.file, [
      'quarantine',
      'release',
      receipts[0] ?? '',
      'rcp_unknown',
      ...settings(),
    ]);
    expect(JSON.parse(released.output)).to.deep.equal({ receipts: [receipts[0]], unknown: ['rcp_unknown'] });
    await relay.event('lead_delivered');
    expect(await emails()).to.include(kept[0].email);

    await relay.kill();
    await runCommand(program.file, ['quarantine', 'discard', receipts[1] ?? '', ...settings()]);
    expect((await list()).map(({ contact }) => contact.email)).to.deep.equal([kept[2].email]);
    await runCommand(program.file, ['quarantine', 'discard', '--all', ...settings()]);
    expect(await list()).to.deep.equal([]);
  });

  it('replays dead letters', async () => {
    const { groupId } = website;
    folder.write({ forms: [{ ...website, groupId: 'grp_wrong' }] });
    const relay = start();
    const submission = lead();
    expect((await post(relay, submission)).status).to.equal(202);
    await relay.event('lead_given_up');
    folder.write({ forms: [{ ...website, groupId }] });
    await relay.event('forms_loaded');
    const { output } = await runCommand(program.file, ['dead-letters', 'list', ...settings()]);
    const letters = output.trim().split('\n');
    const found = letters.map((line) => JSON.parse(line) as { form: string; reasons: string[] });
    expect(found.map(({ form, reasons }) => [form, ...reasons])).to.deep.include([
      'frm_website',
      'GROUP_NOT_FOUND',
      'groupId',
    ]);
    await runCommand(program.file, ['dead-letters', 'replay', '--all', ...settings()]);
    await relay.event('lead_delivered');
    expect(await emails()).to.include(submission.email);
  });

  it('shows metrics on a port of their own', async () => {
    const relay = start('--metrics-port', '0');
    const port = (await relay.event('metrics')).port as number;
    await post(relay, lead());
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(text).to.include('fluenzr_relay_submissions_total{form="frm_website",code="ACCEPTED"} 1');
    expect((await fetch(`${await relay.url()}/metrics`)).status).to.equal(404);
  });

  it('shares its data folder with no other relay', async () => {
    const relay = start();
    await relay.url();
    const second = await runCommand(program.file, ['--port', '0', ...settings()], environment);
    expect(second).to.include({ code: 1 });
    expect(second.errors).to.match(/Another relay uses the data directory/);
    await relay.kill();
    expect(existsSync(`${folder.folder}/data/relay.sock`), 'the socket of the killed one is left').to.equal(
      true,
    );
    expect((await post(start(), lead())).status).to.equal(202);
  });

  for (const [what, args, without, message] of [
    ['no key', [], ['FLUENZR_API_KEY'], /Set FLUENZR_BASE_URL and FLUENZR_API_KEY/],
    ['no forms file', ['--config', 'nowhere.json'], [], /no forms file at \/.*nowhere\.json: give --config/],
    [
      'a port that is none',
      ['--port', 'eighty'],
      [],
      /--port must be a number from 0 to 65535, not "eighty"/,
    ],
    ['an option that is none', ['--prot', '80'], [], /--prot/],
    ['a command that is none', ['serve'], [], /Unknown command "serve"/],
    ['a review without receipts', ['quarantine', 'release'], [], /Name the receipts, or give --all/],
  ] as const) {
    it(`says what to do about ${what}`, async () => {
      const rest = Object.fromEntries(
        Object.entries(environment).filter(([name]) => !(without as readonly string[]).includes(name)),
      );
      const { code, errors } = await runCommand(program.file, [...settings(), ...args], rest);
      expect(code).to.equal(1);
      expect(errors)
        .to.match(message)
        .and.not.match(/ at .*\.mjs/);
    });
  }

  for (const [what, changed, message] of [
    [
      'an address that is none',
      { FLUENZR_BASE_URL: 'crm.example.com' },
      /FLUENZR_BASE_URL must be an address such as https:\/\/crm\.example\.com, not "crm\.example\.com"/,
    ],
    [
      'an address of the API in place of the host’s',
      { FLUENZR_BASE_URL: 'https://crm.example.com/sales/api/v1/' },
      /without \/api\/v1, .*: FLUENZR_BASE_URL=https:\/\/crm\.example\.com\/sales$/m,
    ],
    [
      'no mail server',
      { SMTP_URL: undefined },
      /Set SMTP_URL .* MAIL_FROM .* PUBLIC_URL .* SMTP_URL=console:/,
    ],
    [
      'mails without an address of the relay',
      { SMTP_URL: 'smtp://localhost:25', MAIL_FROM: 'hello@example.com' },
      /Set PUBLIC_URL/,
    ],
    [
      'mails without a sender',
      { SMTP_URL: 'smtp://localhost:25', PUBLIC_URL: 'https://leads.example.com' },
      /Set MAIL_FROM/,
    ],
    ['links without TLS', { PUBLIC_URL: 'http://leads.example.com' }, /PUBLIC_URL must begin with https:/],
    ['an address of the relay that is none', { PUBLIC_URL: 'leads.example.com' }, /PUBLIC_URL must be/],
  ] as const) {
    it(`says what to do about ${what}, and makes no data folder`, async () => {
      folder.write({ forms: [{ ...website, optIn: 'confirm' }] });
      const wrong: Record<string, string | undefined> = { ...environment, ...changed };
      const set = Object.entries(wrong).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      );
      const data = `${folder.folder}/unused`;
      const { code, errors } = await runCommand(
        program.file,
        ['--config', folder.config, '--data', data],
        Object.fromEntries(set) as Record<string, string>,
      );
      expect(code).to.equal(1);
      expect(errors).to.match(message);
      expect(existsSync(data)).to.equal(false);
    });
  }

  it('says that a port is taken, and before that, that the first start takes its time', async () => {
    const { port } = new URL(listening.url);
    const args = ['--config', folder.config, '--data', `${folder.folder}/fresh`, '--host', '127.0.0.1'];
    const { code, errors, output } = await runCommand(program.file, [...args, '--port', port], environment);
    expect(code).to.equal(1);
    expect(errors).to.include(`Port ${port} is taken: give another one (--port N).`);
    expect(output).to.match(/"event":"making_data_folder","folder":".*\/fresh"/);
  });

  it('checks forms', async () => {
    expect((await runCommand(program.file, ['check', ...settings()])).output).to.match(
      /one form, no mistakes/,
    );
    folder.write({
      forms: [{ id: 'website', challenge: { kind: 'turnstile', siteKey: 'k', secret: { env: 'NOT_SET' } } }],
    });
    const { code, errors } = await runCommand(program.file, ['check', ...settings()]);
    expect(code).to.equal(1);
    expect(errors).to.match(/\/forms\/0\/challenge\/secret: The environment variable NOT_SET is not set/);
    expect((await runCommand(program.file, ['--help'])).output).to.match(
      /fluenzr-relay --config forms\.json/,
    );
  });
});
