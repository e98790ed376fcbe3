import { expect } from 'chai';
import { backendWithCall, newContact, newGroup } from './caller.js';
import { openDoor } from './door.js';

const second = 1000;

/** A backend whose one group is exported. */
async function exported(columns?: string[], people: [string, object][] = [['ada@example.com', {}]]) {
  const { backend, call } = backendWithCall();
  await call('POST /fields', { key: 'age', name: 'Age', type: 'number' });
  const groupId = await newGroup(call, 'Active Customers', 'STATIC');
  for (const [email, more] of people) await newContact(call, email, { groupId, ...more });
  const { status, body } = await call(`POST /groups/${groupId}/actions/export`, columns && { columns });
  expect(status).to.equal(202);
  backend.clock.advance(60 * second);
  const job = (await call(`GET /jobs/${body.id}`)).body;
  const result = job.result as { url: string; expiresAt: string; rows: number };
  const { fetch } = await openDoor(backend);
  return { backend, call, groupId, job, result, fetch };
}

describe('POST /groups/{id}/actions/export', () => {
  it('makes a file, at an address that needs no key', async () => {
    const { job, result, fetch } = await exported(
      ['email', 'firstName', 'fields.age', 'tags', 'groups'],
      [
        ['ada@example.com', { firstName: 'Ada, "Countess"', fields: { age: 36 }, tags: ['vip', 'paris'] }],
        ['eve@example.com', { firstName: '=HYPERLINK("https://evil.example")', fields: { age: -1 } }],
        ['zoe@example.com', { firstName: 'Zoé' }],
      ],
    );
    expect(job.status).to.equal('SUCCEEDED');
    expect(result).to.deep.include({ rows: 3, expiresAt: job.expiresAt });
    const response = await fetch(result.url);
    expect(response.status).to.equal(200);
    expect(response.headers.get('Content-Type')).to.equal('text/csv; charset=utf-8');
    expect(response.headers.get('Content-Disposition')).to.contain('attachment');
    expect(response.headers.get('Access-Control-Allow-Origin')).to.equal('*');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes).split('\r\n')).to.deep.equal([
      'email,firstName,fields.age,tags,groups',
      'ada@example.com,"Ada, ""Countess""",36,vip;paris,Active Customers',
      `eve@example.com,"'=HYPERLINK(""https://evil.example"")",'-1,,Active Customers`,
      'zoe@example.com,Zoé,,,Active Customers',
      '',
    ]);
    const head = await fetch(result.url, { method: 'HEAD' });
    expect([head.status, await head.text()]).to.deep.equal([200, '']);
  });

  it('has all columns where none are named', async () => {
    const { result, fetch } = await exported();
    const [head, row] = (await (await fetch(result.url)).text()).split('\r\n');
    expect(head).to.equal(
      'id,email,emailStatus,firstName,lastName,status,language,tags,groups,createdAt,updatedAt,lastEngagedAt,joinedAt,source,fields.age',
    );
    expect(row).to.match(
      /^con_\w+,ada@example.com,VALID,,,ACTIVE,,,Active Customers,2026-01-05T09:00:00.000Z,/,
    );
  });

  it('is sent part by part', async () => {
    const people = Array.from({ length: 30 }, (_, index): [string, object] => [`${index}@example.com`, {}]);
    const { backend, result } = await exported(['email'], people);
    const response = await backend.fetch(result.url);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let reads = 0;
    for (;;) {
      const { done } = await reader.read();
      if (done) break;
      reads += 1;
    }
    expect(reads).to.equal(11); // the head, and ten parts
    expect(result.rows).to.equal(30);
  });

  it('of nobody is a file with its head', async () => {
    const { result, fetch } = await exported(['email'], []);
    expect(await (await fetch(result.url)).text()).to.equal('email\r\n'); // the byte order mark is decoded away
    expect(result.rows).to.equal(0);
  });

  it('leaves out who left meanwhile', async () => {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, 'Active Customers', 'STATIC');
    const ada = await newContact(call, 'ada@example.com', { groupId });
    const grace = await newContact(call, 'grace@example.com', { groupId });
    await newContact(call, 'alan@example.com', { groupId });
    const { id } = (await call(`POST /groups/${groupId}/actions/export`, { columns: ['email'] })).body;
    await call(`DELETE /groups/${groupId}/contacts/${ada}`);
    await call(`DELETE /contacts/${grace}`);
    backend.clock.advance(second);
    const { progress, result } = (await call(`GET /jobs/${id}`)).body;
    expect(progress).to.include({ succeeded: 1, skipped: 2 });
    expect(result).to.include({ rows: 1 });
  });

  it('is gone when it expires, and never was where nobody knows the address', async () => {
    const { backend, result, fetch } = await exported();
    const wrong = await fetch(`${result.url}x`);
    expect([wrong.status, ((await wrong.json()) as { code: string }).code]).to.deep.equal([404, 'NOT_FOUND']);
    const posted = await fetch(result.url, { method: 'POST' });
    expect([posted.status, posted.headers.get('Allow')]).to.deep.equal([405, 'GET, HEAD, OPTIONS']);
    await posted.text();
    backend.clock.advance(24 * 3600 * second);
    const late = await fetch(result.url);
    expect(late.status).to.equal(404);
    await late.text();
    expect(backend.snapshot().tables.fileParts).to.be.empty;
  });

  it('that is cancelled leaves no file', async () => {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, 'Active Customers', 'STATIC');
    for (const name of ['ada', 'grace']) await newContact(call, `${name}@example.com`, { groupId });
    const { id } = (await call(`POST /groups/${groupId}/actions/export`)).body;
    backend.clock.advance(250);
    expect(backend.snapshot().tables.fileParts).to.have.length(2);
    await call(`POST /jobs/${id}/cancel`);
    expect(backend.snapshot().tables.fileParts).to.be.empty;
  });

  it('suffers from faults as other answers do', async () => {
    const { backend, result } = await exported(['email']);
    backend.faults.add({ match: 'GET /exports/*', kind: 'truncated JSON', times: 1 });
    const half = await (await backend.fetch(result.url)).text();
    const whole = await (await backend.fetch(result.url)).text();
    expect(whole.startsWith(half)).to.be.true;
    expect(half.length).to.be.below(whole.length);
    backend.faults.add({ match: 'GET /exports/*', kind: '503', times: 1 });
    expect((await backend.fetch(result.url)).status).to.equal(503);
  });

  it('refuses columns that are not there, and an unknown group', async () => {
    const { call, groupId } = await exported();
    const { status, body } = await call(`POST /groups/${groupId}/actions/export`, {
      columns: ['email', 'shoe', 'fields.shoe', 'fields.age', '__proto__'],
    });
    expect([status, body.code]).to.deep.equal([422, 'VALIDATION_FAILED']);
    expect(body.errors?.map((error) => [error.pointer, error.code])).to.deep.equal([
      ['/columns/1', 'INVALID_VALUE'],
      ['/columns/2', 'FIELD_NOT_FOUND'],
      ['/columns/4', 'INVALID_VALUE'],
    ]);
    expect((await call(`POST /groups/${groupId}/actions/export`, { columns: [] })).status).to.equal(422);
    expect((await call('POST /groups/grp_none/actions/export')).body.code).to.equal('GROUP_NOT_FOUND');
  });
});
