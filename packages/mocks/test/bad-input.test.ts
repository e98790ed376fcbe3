import { expect } from 'chai';
import { backendWithCall, newGroup } from './caller.js';

interface Case {
  name: string;
  /** The body, where it names no group. */
  body?: unknown;
  /** The body, where it does. */
  bodyWith?: (groups: { archived: string; smart: string; open: string }) => unknown;
  headers?: Record<string, string>;
  status: number;
  code: string;
  /** Pointer and code of each mistake. */
  errors?: [pointer: string, code: string][];
}

const email = 'ada@example.com';
const cases: Case[] = [
  {
    name: 'a malformed e-mail',
    body: { email: 'ada@' },
    status: 422,
    code: 'INVALID_EMAIL_FORMAT',
    errors: [['/email', 'INVALID_EMAIL_FORMAT']],
  },
  {
    name: 'no e-mail',
    body: { firstName: 'Ada' },
    status: 422,
    code: 'VALIDATION_FAILED',
    errors: [['/email', 'REQUIRED']],
  },
  {
    name: 'an e-mail that is a number',
    body: { email: 1 },
    status: 422,
    code: 'VALIDATION_FAILED',
    errors: [['/email', 'INVALID_TYPE']],
  },
  {
    name: 'an unknown group',
    body: { email, groupId: 'grp_none' },
    status: 422,
    code: 'GROUP_NOT_FOUND',
    errors: [['/groupId', 'GROUP_NOT_FOUND']],
  },
  {
    name: 'an archived group',
    bodyWith: ({ archived }) => ({ email, groupId: archived }),
    status: 409,
    code: 'GROUP_ARCHIVED',
    errors: [['/groupId', 'GROUP_ARCHIVED']],
  },
  {
    name: 'a smart group',
    bodyWith: ({ smart }) => ({ email, groupId: smart }),
    status: 409,
    code: 'GROUP_IS_SMART',
    errors: [['/groupId', 'GROUP_IS_SMART']],
  },
  {
    name: 'a good group before a bad one',
    bodyWith: ({ open }) => ({ email, groupIds: [open, 'grp_none'] }),
    status: 422,
    code: 'GROUP_NOT_FOUND',
    errors: [['/groupIds/1', 'GROUP_NOT_FOUND']],
  },
  {
    name: 'an undefined custom field',
    bodyWith: ({ open }) => ({ email, groupId: open, fields: { 'a/b': 'x' } }),
    status: 422,
    code: 'VALIDATION_FAILED',
    errors: [['/fields/a~1b', 'FIELD_NOT_FOUND']],
  },
  {
    name: 'several mistakes at once',
    body: { email: 'x', colour: 'red', tags: [''], language: 5 },
    status: 422,
    code: 'VALIDATION_FAILED',
    errors: [
      ['/email', 'INVALID_EMAIL_FORMAT'],
      ['/tags/0', 'TOO_SHORT'],
      ['/language', 'INVALID_TYPE'],
      ['/colour', 'UNKNOWN_MEMBER'],
    ],
  },
  {
    name: 'too long a name',
    body: { email, firstName: 'x'.repeat(101) },
    status: 422,
    code: 'VALIDATION_FAILED',
    errors: [['/firstName', 'TOO_LONG']],
  },
  {
    name: 'an unknown choice',
    body: { email, onConflict: 'MAYBE' },
    status: 422,
    code: 'VALIDATION_FAILED',
    errors: [['/onConflict', 'INVALID_VALUE']],
  },
  {
    name: 'a __proto__ member',
    body: `{"email":"${email}","__proto__":{"polluted":true}}`,
    status: 422,
    code: 'VALIDATION_FAILED',
    errors: [['/__proto__', 'UNKNOWN_MEMBER']],
  },
  { name: 'an empty body', body: '', status: 400, code: 'MALFORMED_REQUEST' },
  { name: 'a body of spaces', body: '  \n', status: 400, code: 'MALFORMED_REQUEST' },
  { name: 'a list as the body', body: [email], status: 400, code: 'MALFORMED_REQUEST' },
  { name: 'null as the body', body: 'null', status: 400, code: 'MALFORMED_REQUEST' },
  { name: 'broken JSON', body: '{"email": "ada@example.com"', status: 400, code: 'MALFORMED_JSON' },
  { name: 'deeply nested JSON', body: '['.repeat(100_000), status: 400, code: 'MALFORMED_JSON' },
  {
    name: 'a million-digit number',
    body: `{"email": ${'9'.repeat(1_000_000)}}`,
    status: 422,
    code: 'VALIDATION_FAILED',
    errors: [['/email', 'INVALID_TYPE']],
  },
  {
    name: 'another content type',
    body: `{"email":"${email}"}`,
    headers: { 'Content-Type': 'text/plain' },
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
  },
  {
    name: 'a body of 5 MB and more',
    body: `{"email":"${email}","firstName":"${'x'.repeat(5_000_000)}"}`,
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
  },
];

/** A backend with a group of each kind, whose changes from now on are kept. */
async function prepared() {
  const { backend, call } = backendWithCall();
  const groups = {
    archived: await newGroup(call, 'Churned', 'STATIC'),
    smart: await newGroup(call, 'Vips', 'SMART', { query: 'tag = "vip"' }),
    open: await newGroup(call, 'Active Customers', 'STATIC'),
  };
  await call(`POST /groups/${groups.archived}/archive`);
  backend.clock.advance(1000); // the smart group is ready by now
  const changes: unknown[] = [];
  backend.changes.subscribe((change) => changes.push(change));
  return { backend, call, groups, changes };
}

describe('POST /contacts refuses', () => {
  for (const { name, body, bodyWith, headers, status, code, errors } of cases) {
    it(name, async () => {
      const { backend, call, groups, changes } = await prepared();
      const before = backend.snapshot();
      const answer = await call('POST /contacts', bodyWith ? bodyWith(groups) : body, headers);
      expect(answer.status).to.equal(status);
      expect(answer.body.code).to.equal(code);
      const found = answer.body.errors?.map((error) => [error.pointer, error.code]);
      expect(found).to.deep.equal(errors);
      for (const error of answer.body.errors ?? []) expect(error.message).to.be.a('string').that.is.not.empty;
      expect(changes).to.be.empty;
      expect(backend.snapshot()).to.deep.equal(before);
    });
  }

  it('text that is not UTF-8', async () => {
    const { backend, changes } = await prepared();
    const response = await backend.fetch('https://crm.example.com/api/v1/contacts', {
      method: 'POST',
      headers: { Authorization: `Bearer ${backend.apiKey}`, 'Content-Type': 'application/json' },
      body: new Uint8Array([0x7b, 0xff, 0x7d]),
    });
    expect(response.status).to.equal(400);
    expect(await response.json()).to.include({ code: 'MALFORMED_JSON' });
    expect(changes).to.be.empty;
  });

  it('and nothing of it is in a later answer', async () => {
    const { call } = await prepared();
    await call('POST /contacts', `{"email":"${email}","fields":{"__proto__":{"polluted":true}}}`);
    await call('POST /contacts', `{"email":"${email}","__proto__":{"polluted":true}}`);
    const { text } = await call('GET /contacts');
    expect(text).to.not.contain('polluted');
    expect(({} as Record<string, unknown>).polluted).to.be.undefined;
  });
});

describe('Groups and campaigns refuse', () => {
  const refusals: [string, string, number, string, string?][] = [
    [
      'a name that is taken, in any case',
      'POST /groups {"name":"ACTIVE customers","type":"STATIC"}',
      409,
      'GROUP_NAME_TAKEN',
      '/name',
    ],
    ['an empty name', 'POST /groups {"name":"  ","type":"STATIC"}', 422, 'VALIDATION_FAILED', '/name'],
    [
      'a name of 65 characters',
      `POST /groups {"name":"${'x'.repeat(65)}","type":"STATIC"}`,
      422,
      'VALIDATION_FAILED',
      '/name',
    ],
    ['an unknown type', 'POST /groups {"name":"x","type":"MAGIC"}', 422, 'VALIDATION_FAILED', '/type'],
    [
      'a colour that is none',
      'POST /groups {"name":"x","type":"STATIC","color":"red"}',
      422,
      'VALIDATION_FAILED',
      '/color',
    ],
    [
      'a smart group without a query',
      'POST /groups {"name":"x","type":"SMART"}',
      422,
      'QUERY_REQUIRED',
      '/query',
    ],
    [
      'a query for a static group',
      'POST /groups {"name":"x","type":"STATIC","query":"tag = vip"}',
      422,
      'QUERY_NOT_ALLOWED',
      '/query',
    ],
    [
      'autoEnroll for a static group',
      'POST /groups {"name":"x","type":"STATIC","autoEnroll":true}',
      422,
      'VALIDATION_FAILED',
      '/autoEnroll',
    ],
    [
      'a step of an unknown type',
      'POST /campaigns {"name":"x","steps":[{"type":"DANCE"}]}',
      422,
      'VALIDATION_FAILED',
      '/steps/0/type',
    ],
    [
      'a step without its text',
      'POST /campaigns {"name":"x","steps":[{"type":"SEND_EMAIL","subject":"Hi"}]}',
      422,
      'VALIDATION_FAILED',
      '/steps/0/body',
    ],
    [
      'a duration that is none',
      'POST /campaigns {"name":"x","steps":[{"type":"WAIT","duration":"3 days"}]}',
      422,
      'VALIDATION_FAILED',
      '/steps/0/duration',
    ],
    ['a group that is not there', 'GET /groups/grp_none/contacts', 404, 'GROUP_NOT_FOUND'],
    ['a campaign that is not there', 'POST /campaigns/cmp_none/launch', 404, 'CAMPAIGN_NOT_FOUND'],
  ];
  for (const [name, request, status, code, pointer] of refusals) {
    it(name, async () => {
      const { call, changes } = await prepared();
      const [, line = '', body] = /^(\S+ \S+)(?: (.*))?$/.exec(request) ?? [];
      const answer = await call(line, body);
      expect(answer.status).to.equal(status);
      expect(answer.body.code).to.equal(code);
      expect(answer.body.errors?.map((error) => error.pointer)).to.deep.equal(pointer && [pointer]);
      expect(changes).to.be.empty;
    });
  }

  it('an archived or smart group for a member, and a removal from a smart one', async () => {
    const { call, groups } = await prepared();
    const { body } = await call('POST /contacts', { email });
    const path = (groupId: string) => `/groups/${groupId}/contacts/${body.id}`;
    expect((await call(`PUT ${path(groups.archived)}`)).body.code).to.equal('GROUP_ARCHIVED');
    expect((await call(`PUT ${path(groups.smart)}`)).body.code).to.equal('GROUP_IS_SMART');
    expect((await call(`DELETE ${path(groups.smart)}`)).body.code).to.equal('GROUP_IS_SMART');
    expect((await call(`PUT ${path(groups.open)}`)).status).to.equal(201);
    expect((await call(`PUT ${path(groups.open)}`)).status).to.equal(200);
    expect((await call(`DELETE ${path(groups.open)}`)).status).to.equal(204);
    expect((await call(`DELETE ${path(groups.open)}`)).status).to.equal(204);
  });

  it('launching a campaign without an audience, or twice; linking to a running one without enrollExisting', async () => {
    const { call, groups } = await prepared();
    const { body } = await call('POST /campaigns', { name: 'Nurture' });
    const campaign = `/campaigns/${body.id}`;
    expect((await call(`POST ${campaign}/launch`)).body.code).to.equal('NO_AUDIENCE');
    expect((await call(`PUT ${campaign}/groups/${groups.archived}`)).body.code).to.equal('GROUP_ARCHIVED');
    expect((await call(`PUT ${campaign}/groups/${groups.open}`)).status).to.equal(200);
    expect((await call(`PUT ${campaign}/excluded-groups/${groups.open}`)).body.code).to.equal('GROUP_LINKED');
    expect((await call(`POST ${campaign}/launch`)).status).to.equal(200);
    expect((await call(`POST ${campaign}/launch`)).body.code).to.equal('INVALID_TRANSITION');
    const unsaid = await call(`PUT ${campaign}/groups/${groups.smart}`);
    expect(unsaid.status).to.equal(422);
    expect(unsaid.body.errors?.[0]).to.include({ pointer: '/enrollExisting', code: 'REQUIRED' });
    const inUse = await call(`POST /groups/${groups.open}/archive`);
    expect(inUse.status).to.equal(409);
    expect(inUse.body.code).to.equal('GROUP_IN_USE');
    expect(inUse.body.usages).to.deep.include({ blocking: true });
    expect((await call(`POST /groups/${groups.open}/archive`, { detach: true })).body.status).to.equal(
      'ARCHIVED',
    );
    expect((await call(`GET ${campaign}`)).body.groups).to.be.empty;
  });
});

describe('Custom fields', () => {
  it('are checked against their definitions', async () => {
    const { call } = await prepared();
    for (const type of ['text', 'number', 'datetime']) {
      await call('POST /fields', { key: `a_${type}`, name: `A ${type}`, type });
    }
    const wrong = await call('POST /contacts', {
      email,
      fields: { a_text: 1, a_number: '1', a_datetime: 'soon' },
    });
    expect(wrong.body.errors?.map((error) => [error.pointer, error.code])).to.deep.equal([
      ['/fields/a_text', 'INVALID_TYPE'],
      ['/fields/a_number', 'INVALID_TYPE'],
      ['/fields/a_datetime', 'INVALID_TYPE'],
    ]);
    for (const a_datetime of [
      '2026-02-31',
      '2026-03-31 10:00',
      '2026-03-31 (x',
      '5',
      '2026-03-31T25:00:00Z',
    ]) {
      const { body } = await call('POST /contacts', { email, fields: { a_datetime } });
      expect(body.errors?.[0], a_datetime).to.include({
        pointer: '/fields/a_datetime',
        code: 'INVALID_TYPE',
      });
    }
    const fields = { a_text: 'x', a_number: 1, a_datetime: '2026-11-23T09:24:06Z' };
    const right = await call('POST /contacts', { email, fields });
    expect(right.body.fields).to.deep.equal(fields);
    const cleared = await call(`PATCH /contacts/${right.body.id}`, { fields: { a_text: null } });
    expect(cleared.body.fields).to.deep.equal({ a_number: 1, a_datetime: '2026-11-23T09:24:06Z' });
    const faulty = await call('POST /fields', { key: 'A key', name: '', type: 'colour' });
    expect(faulty.body.errors?.map(({ pointer }) => pointer)).to.deep.equal(['/key', '/name', '/type']);
    const taken = await call('POST /fields', { key: 'a_text', name: 'Again', type: 'text' });
    expect(taken.body.code).to.equal('FIELD_EXISTS');
    expect((await call('GET /fields')).body.data.map((field) => field.key)).to.deep.equal([
      'a_datetime',
      'a_number',
      'a_text',
    ]);
  });
});
