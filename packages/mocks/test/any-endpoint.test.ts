import { routes, type Route } from '@fluenzr/client/routes';
import { expect } from 'chai';
import { backendWithCall, newContact, newGroup, type AnyBody } from './caller.js';
import { openDoor } from './door.js';

const pathOf = (route: string) => route.replaceAll(/\{\w+\}/g, 'unknown');
const withBody = Object.entries(routes as Record<string, Route>).flatMap(([route, { body }]) =>
  body ? route : [],
);
const megabyte = ' '.repeat(1_000_000);

interface BadBody {
  name: string;
  body: string | Uint8Array<ArrayBuffer>;
  type?: string;
  status: number;
  code: string;
}

const badBodies: BadBody[] = [
  { name: 'broken JSON', body: '{"name":', status: 400, code: 'MALFORMED_JSON' },
  { name: 'JSON that is a list', body: '[]', status: 400, code: 'MALFORMED_REQUEST' },
  { name: 'JSON nested too deep', body: '['.repeat(200_000), status: 400, code: 'MALFORMED_JSON' },
  {
    name: 'bytes that are not UTF-8',
    body: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
    status: 400,
    code: 'MALFORMED_JSON',
  },
  { name: 'another type', body: '{}', type: 'text/plain', status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' },
  {
    name: 'a number of a million digits',
    body: `{"unheard_of":${'9'.repeat(1_000_000)}}`,
    status: 422,
    code: 'VALIDATION_FAILED',
  },
  {
    name: 'a member __proto__',
    body: '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    status: 422,
    code: 'VALIDATION_FAILED',
  },
];

/** A backend with something in it, and a way to send it any bytes. */
async function prepared() {
  const { backend, call } = backendWithCall();
  await newContact(call, 'ada@example.com');
  const { fetch, origin } = await openDoor(backend);
  const changes: unknown[] = [];
  backend.changes.subscribe((change) => changes.push(change));
  const send = async (route: string, body: BodyInit | null, type = 'application/json') => {
    const [method = '', path = ''] = pathOf(route).split(' ');
    const response = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${backend.apiKey}`,
        'Content-Type': type,
        'Idempotency-Key': 'one',
      },
      body,
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as AnyBody };
  };
  return { backend, call, changes, send };
}

describe('Every endpoint with a body refuses', () => {
  for (const { name, body, type, status, code } of badBodies) {
    it(name, async () => {
      const { backend, call, changes, send } = await prepared();
      const before = JSON.stringify(backend.snapshot());
      for (const route of withBody) {
        const answer = await send(route, body, type);
        expect(answer.status, route).to.equal(status);
        expect(answer.headers.get('Content-Type'), route).to.equal('application/problem+json');
        const confirms = status === 422 && route.endsWith('/delete-contacts');
        expect(answer.body.code, route).to.equal(confirms ? 'CONFIRMATION_REQUIRED' : code);
        for (const error of answer.body.errors ?? []) expect(error.pointer).to.be.a('string');
        if (status === 422) expect(answer.body.errors, route).to.not.be.empty;
      }
      expect(changes).to.be.empty;
      expect(JSON.stringify(backend.snapshot())).to.equal(before);
      expect((await call('GET /contacts')).text).to.not.contain('polluted');
      expect(Object.hasOwn(Object.prototype, 'polluted')).to.equal(false);
    });
  }

  for (const [route, type] of [
    ['POST /contacts', 'application/json'],
    ['POST /contacts/batch', 'application/json'],
    ['POST /imports?mapping=%7B%22email%22%3A%22email%22%7D', 'text/csv'],
  ] as const) {
    it(`60 MB for ${route.split('?')[0]}`, async () => {
      const { call, changes, send } = await prepared();
      const answer = await send(route, new Blob(Array.from({ length: 60 }, () => megabyte)), type);
      expect(answer.status).to.equal(413);
      expect(answer.body.code).to.equal('PAYLOAD_TOO_LARGE');
      expect(changes).to.be.empty;
      expect((await call('GET /contacts')).body.data).to.have.length(1);
    });
  }
});

describe('Every path refuses', () => {
  it('methods that it does not take, and names those that it does', async () => {
    const { changes, send } = await prepared();
    for (const path of new Set(Object.keys(routes).map((route) => route.split(' ')[1] ?? ''))) {
      const { status, headers, body } = await send(`PURGE ${path}`, null);
      expect(status, path).to.equal(405);
      expect(body.code, path).to.equal('METHOD_NOT_ALLOWED');
      const taken = Object.keys(routes).filter((route) => route.endsWith(` ${path}`));
      for (const route of taken) expect(headers.get('Allow')).to.contain(route.split(' ')[0]);
    }
    expect(changes).to.be.empty;
  });

  it('what is below it or beside it', async () => {
    const { changes, send } = await prepared();
    for (const path of [
      '/',
      '/nothing',
      '/contact',
      '/contacts/con_1/nothing',
      '/contacts/con_1/groups/more',
      '/groups/a/contacts/b/c',
      '/__proto__',
      '/constructor',
      '/groups//contacts',
    ]) {
      const { status, body } = await send(`GET ${path}`, null);
      expect([status, body.code], path).to.deep.equal([404, 'NOT_FOUND']);
    }
    expect(changes).to.be.empty;
  });

  it('ids of nothing, each with the code of what is not there', async () => {
    const { call, changes } = await prepared();
    const { body } = await call('GET /contacts');
    const contactId = body.data[0]?.id ?? '';
    const groupId = await newGroup(call, 'Active Customers', 'STATIC');
    changes.length = 0;
    const confirm = { groupName: 'Nothing', expectedCount: 0 };
    const requests: [request: string, code: string, body?: object][] = [
      [`PUT /groups/${groupId}/contacts/con_none`, 'CONTACT_NOT_FOUND'],
      [`PUT /groups/grp_none/contacts/${contactId}`, 'GROUP_NOT_FOUND'],
      [`DELETE /groups/grp_none/contacts/${contactId}`, 'GROUP_NOT_FOUND'],
      [`DELETE /groups/${groupId}/contacts/con_none`, 'CONTACT_NOT_FOUND'],
      ['POST /groups/grp_none/actions/delete-contacts', 'GROUP_NOT_FOUND', { confirm }],
      ['POST /campaigns/cmp_none/enrollments', 'CAMPAIGN_NOT_FOUND', { contactIds: [contactId] }],
      ['PATCH /campaigns/cmp_none', 'CAMPAIGN_NOT_FOUND', {}],
      ['POST /enrollments/enr_none/stop', 'ENROLLMENT_NOT_FOUND'],
      [`GET /contacts/${contactId}/explain?campaignId=cmp_none`, 'CAMPAIGN_NOT_FOUND'],
    ];
    for (const [request, code, given] of requests) {
      const answer = await call(request, given, { 'Idempotency-Key': 'one' });
      expect([answer.status, answer.body.code], request).to.deep.equal([404, code]);
    }
    expect(changes).to.be.empty;
  });

  it('requests without a key, or with another', async () => {
    const { call, changes } = await prepared();
    for (const route of Object.keys(routes)) {
      for (const Authorization of [undefined, 'Bearer other', 'Basic YTpi', 'Bearer']) {
        const { status, body, headers } = await call(pathOf(route), undefined, { Authorization });
        expect([status, body.code], route).to.deep.equal([401, 'UNAUTHENTICATED']);
        expect(headers.get('WWW-Authenticate')).to.equal('Bearer');
      }
    }
    expect(changes).to.be.empty;
  });
});
