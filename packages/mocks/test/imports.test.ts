import { expect } from 'chai';
import { backendWithCall, newContact, newGroup, runningCampaign, type Call } from './caller.js';

const csv = { 'Content-Type': 'text/csv' };
const mapping = { 'E-mail': 'email', 'First name': 'firstName' };

/** Asks for an import. */
function importFile(call: Call, file: string, query: Record<string, string | object> = {}) {
  const parameters = Object.entries({ mapping, ...query }).map(
    ([name, value]) =>
      `${name}=${encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))}`,
  );
  return call(`POST /imports?${parameters.join('&')}`, file, csv);
}

async function setUp() {
  const { backend, call } = backendWithCall();
  for (const [key, type] of [
    ['age', 'number'],
    ['company', 'text'],
    ['signed', 'datetime'],
  ]) {
    await call('POST /fields', { key, name: key, type });
  }
  const groupId = await newGroup(call, '[DYN] Website Form');
  /** Imports a file to its end, and gives the job. */
  const imported = async (file: string, query: Record<string, string | object> = {}) => {
    const { status, body, text } = await importFile(call, file, query);
    if (status !== 202) throw new Error(text);
    backend.clock.advance(60_000);
    return (await call(`GET /jobs/${body.id}`)).body;
  };
  return { backend, call, groupId, imported };
}

describe('POST /imports', () => {
  it('takes in the rows of a file, with what each column is mapped to', async () => {
    const { backend, call, groupId, imported } = await setUp();
    await runningCampaign(call, 'Nurture', [groupId]);
    const file =
      '\uFEFFE-mail;x,First name,Last name,Language,Tags,Age,Company,Signed,Notes\r\n' +
      'ADA@example.com ,Ada,Lovelace,EN,vip; paris,36,"Analytical, Engines",2026-01-01,ignored\r\n' +
      '\r\n' +
      'grace@example.com,,,,,,,\r\n';
    const job = await imported(file, {
      groupId,
      mapping: {
        'E-mail;x': 'email',
        'First name': 'firstName',
        'Last name': 'lastName',
        Language: 'language',
        Tags: 'tags',
        Age: 'fields.age',
        Company: 'fields.company',
        Signed: 'fields.signed',
      },
    });
    expect(job).to.deep.include({
      type: 'IMPORT',
      status: 'SUCCEEDED',
      progress: { total: 2, processed: 2, succeeded: 2, skipped: 0, failed: 0 },
      result: { created: 2, updated: 0, attached: 0 },
    });
    const [grace, ada] = (await call(`GET /groups/${groupId}/contacts`)).body.data;
    expect(ada).to.deep.include({
      email: 'ada@example.com',
      firstName: 'Ada',
      lastName: 'Lovelace',
      language: 'en',
      tags: ['vip', 'paris'],
      fields: { age: 36, company: 'Analytical, Engines', signed: '2026-01-01' },
      source: 'IMPORT',
    });
    expect(grace).to.deep.include({ email: 'grace@example.com', firstName: null, tags: [], fields: {} });
    expect(backend.inbox.map((mail) => mail.to)).to.deep.equal(['ada@example.com', 'grace@example.com']);
  });

  it('enrols nobody with enroll=false', async () => {
    const { backend, call, groupId, imported } = await setUp();
    await runningCampaign(call, 'Nurture', [groupId]);
    await imported('E-mail,First name\nada@example.com,Ada', { groupId, enroll: 'false' });
    expect(backend.inbox).to.be.empty;
  });

  const conflicts: [string, object, string][] = [
    ['ATTACH', { created: 1, updated: 0, attached: 1 }, 'Ada'],
    ['UPDATE', { created: 1, updated: 1, attached: 0 }, 'Augusta'],
    ['ERROR', { created: 1, updated: 0, attached: 0 }, 'Ada'],
  ];
  for (const [onConflict, result, firstName] of conflicts) {
    it(`with ${onConflict} treats a known address so`, async () => {
      const { call, imported } = await setUp();
      const id = await newContact(call, 'ada@example.com', { firstName: 'Ada' });
      const job = await imported('E-mail,First name\nada@example.com,Augusta\ngrace@example.com,Grace', {
        onConflict,
      });
      expect(job.result).to.deep.equal(result);
      expect((await call(`GET /contacts/${id}`)).body.firstName).to.equal(firstName);
      const { body } = await call(`GET /jobs/${job.id}/errors`);
      expect(body.data.map((error) => [error.row, error.code])).to.deep.equal(
        onConflict === 'ERROR' ? [[2, 'CONTACT_EXISTS']] : [],
      );
    });
  }

  it('tells of each row that failed, by its number in the file; the others are in', async () => {
    const { call, imported } = await setUp();
    const file = [
      'E-mail,First name,Age,Signed',
      'ada@example.com,Ada,36,2026-01-01',
      'no address,Bob,1,',
      ',Carol,2,',
      '',
      'dan@example.com,Dan,old,soon',
      'eve@example.com,Eve,3,,one too many',
      `fay@example.com,${'x'.repeat(101)},4,`,
      'gus@example.com',
    ].join('\n');
    const job = await imported(file, { mapping: { ...mapping, Age: 'fields.age', Signed: 'fields.signed' } });
    expect(job).to.deep.include({
      status: 'PARTIAL',
      progress: { total: 7, processed: 7, succeeded: 2, skipped: 0, failed: 5 },
    });
    const { body } = await call(`GET /jobs/${job.id}/errors`);
    expect(body.data.map((error) => [error.row, error.code])).to.deep.equal([
      [3, 'INVALID_EMAIL_FORMAT'],
      [4, 'INVALID_EMAIL_FORMAT'],
      [6, 'INVALID_TYPE'],
      [7, 'INVALID_VALUE'],
      [8, 'TOO_LONG'],
    ]);
    expect(body.data[2]?.message).to.match(/^fields\.age: /);
    const emails = (await call('GET /contacts?sort=email')).body.data.map((contact) => contact.email);
    expect(emails).to.deep.equal(['ada@example.com', 'gus@example.com']);
    const first = await call(`GET /jobs/${job.id}/errors?limit=2&include=total`);
    expect(first.body.page.total).to.equal(5);
    const next = await call(`GET /jobs/${job.id}/errors?limit=2&cursor=${first.body.page.nextCursor ?? ''}`);
    expect(next.body.data.map((error) => error.row)).to.deep.equal([6, 7]);
  });

  it('fails where every row does', async () => {
    const { imported } = await setUp();
    const job = await imported('E-mail,First name\nx,y\nz,w');
    expect(job).to.deep.include({ status: 'FAILED', result: { created: 0, updated: 0, attached: 0 } });
  });

  it('of a group that is gone by then fails row by row', async () => {
    const { backend, call, groupId } = await setUp();
    const { id } = (await importFile(call, 'E-mail,First name\nada@example.com,Ada', { groupId })).body;
    await call(`DELETE /groups/${groupId}`);
    backend.clock.advance(1000);
    expect((await call(`GET /jobs/${id}`)).body.status).to.equal('FAILED');
    expect((await call(`GET /jobs/${id}/errors`)).body.data[0]).to.include({
      row: 2,
      code: 'GROUP_NOT_FOUND',
    });
    expect((await call('GET /contacts')).body.data).to.be.empty;
  });

  const head = 'E-mail,First name,First name\n';
  const mappings: [string, object, string][] = [
    ['no column for the address', { 'First name': 'firstName' }, 'email'],
    ['a column that is not in the file', { ...mapping, Phone: 'lastName' }, 'Phone'],
    ['a column that is in it twice', mapping, 'First name'],
    ['something that contacts do not have', { 'E-mail': 'email', 'First name': 'shoe' }, 'shoe'],
    ['a field that is not defined', { 'E-mail': 'fields.shoe' }, 'fields.shoe'],
    ['two columns for one thing', { 'E-mail': 'email', 'First name': 'email' }, 'email'],
  ];
  for (const [name, wrong, mentioned] of mappings) {
    it(`refuses a mapping with ${name}`, async () => {
      const { backend, call } = await setUp();
      const { status, body } = await importFile(call, `${head}ada@example.com,Ada,x`, { mapping: wrong });
      expect([status, body.code]).to.deep.equal([422, 'MAPPING_INVALID']);
      expect(body.detail).to.contain(mentioned);
      for (const error of body.errors ?? [])
        expect(error).to.include({ pointer: '?mapping', code: 'MAPPING_INVALID' });
      expect(backend.snapshot().tables.jobs).to.be.empty;
    });
  }

  it('refuses an empty file, a group that takes nobody, a wrong type, and what is no CSV', async () => {
    const { call } = await setUp();
    const smart = await newGroup(call, 'Vips', 'SMART', { query: 'tag = vip' });
    const old = await newGroup(call, 'Churned', 'STATIC');
    await call(`POST /groups/${old}/archive`);
    const good = 'E-mail,First name\nada@example.com,Ada';
    const refusals: [string, Record<string, string | object>, number, string, string | undefined][] = [
      ['', {}, 422, 'MAPPING_INVALID', '?mapping'],
      [good, { groupId: 'grp_none' }, 422, 'GROUP_NOT_FOUND', '?groupId'],
      [good, { groupId: smart }, 409, 'GROUP_IS_SMART', '?groupId'],
      [good, { groupId: old }, 409, 'GROUP_ARCHIVED', '?groupId'],
      [good, { mapping: 'not JSON' }, 422, 'VALIDATION_FAILED', '?mapping'],
      [good, { onConflict: 'MAYBE' }, 422, 'VALIDATION_FAILED', '?onConflict'],
      [`${good}\n"never closed`, {}, 400, 'MALFORMED_REQUEST', undefined],
    ];
    for (const [file, query, status, code, pointer] of refusals) {
      const answer = await importFile(call, file, query);
      expect([answer.status, answer.body.code, answer.body.errors?.[0]?.pointer]).to.deep.equal([
        status,
        code,
        pointer,
      ]);
    }
    expect((await call('POST /imports', good, csv)).body.errors?.[0]).to.include({
      pointer: '?mapping',
      code: 'REQUIRED',
    });
    const typed = await call(`POST /imports?mapping=${encodeURIComponent(JSON.stringify(mapping))}`, good, {
      'Content-Type': 'application/json',
    });
    expect([typed.status, typed.body.code]).to.deep.equal([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it('takes 100,000 rows, and not one more', async () => {
    const { call } = await setUp();
    const rows = Array.from({ length: 100_000 }, (_, index) => `${index}@example.com,x`);
    const file = `E-mail,First name\n${rows.join('\n')}`;
    expect((await importFile(call, file)).status).to.equal(202);
    const { status, body } = await importFile(call, `${file}\none@example.com,more`);
    expect([status, body.code]).to.deep.equal([413, 'PAYLOAD_TOO_LARGE']);
  });

  it('takes 50 MB, and not more', async () => {
    const { call } = await setUp();
    const { status, body } = await importFile(
      call,
      `E-mail,First name\na@example.com,"${'x'.repeat(50_000_000)}"`,
    );
    expect([status, body.code]).to.deep.equal([413, 'PAYLOAD_TOO_LARGE']);
  });
});
