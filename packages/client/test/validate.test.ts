import { expect } from 'chai';
import fc from 'fast-check';
import { createClient, type FluenzR, InvalidInputError, ResponseValidationError } from '../src/index.js';
import { routes } from '../src/routes/index.js';
import { validate } from '../src/validate.js';
import { contact, created, group } from './samples.js';
import { json, rejection, scriptedFetch, type Step } from './scripted-fetch.js';

function setUp(...steps: Step[]) {
  const { fetch, seen } = scriptedFetch(...steps);
  const fluenzr = createClient({
    baseUrl: 'https://crm.example.com',
    apiKey: () => 'token-0123456789',
    fetch,
  });
  return { fluenzr, seen };
}

describe('validation of inputs', () => {
  const rows: [what: string, call: (fluenzr: FluenzR) => Promise<unknown>, field: string, code: string][] = [
    ['no e-mail address', (f) => f.contacts.create({} as never), 'email', 'REQUIRED'],
    ['a malformed one', (f) => f.contacts.create({ email: 'ada@' }), 'email', 'INVALID_EMAIL_FORMAT'],
    [
      'a number for a name',
      (f) => f.contacts.create({ email: 'ada@example.com', firstName: 5 as never }),
      'firstName',
      'INVALID_TYPE',
    ],
    [
      'a long name',
      (f) => f.contacts.create({ email: 'ada@example.com', firstName: 'x'.repeat(101) }),
      'firstName',
      'TOO_LONG',
    ],
    [
      'an unknown member',
      (f) => f.contacts.create({ email: 'ada@example.com', name: 'Ada' } as never),
      'name',
      'UNKNOWN_MEMBER',
    ],
    [
      'an item deep inside',
      (f) => f.contacts.create({ email: 'ada@example.com', groupIds: ['grp_1', ''] }),
      'groupIds.1',
      'TOO_SHORT',
    ],
    [
      'an unknown choice',
      (f) => f.groups.create({ name: 'Leads', type: 'DYNAMO' as never }),
      'type',
      'INVALID_VALUE',
    ],
    [
      'a step of no kind',
      (f) => f.campaigns.create({ name: 'Welcome', steps: [{ type: 'SING' } as never] }),
      'steps.0.type',
      'INVALID_VALUE',
    ],
    ['a limit out of range', (f) => f.groups.list({ limit: 201 }), 'limit', 'TOO_LONG'],
    ['an unknown filter', (f) => f.groups.list({ colour: 'red' } as never), 'colour', 'UNKNOWN_MEMBER'],
    ['no body at all', (f) => f.contacts.create(undefined as never), '', 'REQUIRED'],
    [
      'a time-out that is no number',
      (f) => f.contacts.get('con_1', { timeout: '5s' as never }),
      'timeout',
      'INVALID_VALUE',
    ],
    [
      'a negative number of retries',
      (f) => f.contacts.get('con_1', { maxRetries: -1 }),
      'maxRetries',
      'INVALID_VALUE',
    ],
    ['no time at all', (f) => f.contacts.get('con_1', { timeout: 0 }), 'timeout', 'INVALID_VALUE'],
    [
      'a time that no timer holds',
      (f) => f.contacts.get('con_1', { totalTimeout: 2 ** 31 }),
      'totalTimeout',
      'INVALID_VALUE',
    ],
    [
      'an idempotency key that no header holds',
      (f) => f.contacts.create({ email: 'ada@example.com' }, { idempotencyKey: 'lead-Łukasz' }),
      'idempotencyKey',
      'INVALID_VALUE',
    ],
    [
      'an empty idempotency key',
      (f) => f.contacts.create({ email: 'ada@example.com' }, { idempotencyKey: '' }),
      'idempotencyKey',
      'INVALID_VALUE',
    ],
    [
      'a version that is none',
      (f) => f.contacts.delete('con_1', { ifMatch: '3' as never }),
      'ifMatch',
      'INVALID_VALUE',
    ],
    [
      'a malformed header name',
      (f) => f.contacts.get('con_1', { headers: { 'x tenant': 'a' } }),
      'headers.x tenant',
      'INVALID_VALUE',
    ],
    [
      'a malformed header value',
      (f) => f.contacts.get('con_1', { headers: { 'x-tenant': 'a\nb' } }),
      'headers.x-tenant',
      'INVALID_VALUE',
    ],
    [
      'a header that an option sets',
      (f) => f.contacts.delete('con_1', { headers: { 'Idempotency-Key': 'lead-1' } }),
      'headers.Idempotency-Key',
      'INVALID_VALUE',
    ],
  ];
  for (const [what, call, field, code] of rows) {
    it(`finds ${what} before any request, and names ${field || 'the whole'}`, async () => {
      const { fluenzr, seen } = setUp();
      const error = (await rejection(call(fluenzr))) as InvalidInputError;
      expect(error).to.be.instanceOf(InvalidInputError);
      expect(Object.keys(error.fieldErrors ?? {})).to.deep.equal([field]);
      expect(error.fieldErrors?.[field]?.[0]?.code).to.equal(code);
      expect(error.message).to.contain(`${field}: ${error.fieldErrors?.[field]?.[0]?.message ?? ''}`);
      expect(seen).to.have.length(0);
    });
  }

  it('finds all mistakes at once', async () => {
    const { fluenzr } = setUp();
    const error = (await rejection(
      fluenzr.contacts.create({ email: 'x', language: 'english', nick: 1 } as never),
    )) as InvalidInputError;
    expect(Object.keys(error.fieldErrors ?? {}).sort()).to.deep.equal(['email', 'language', 'nick']);
  });

  it('is not led astray by __proto__', async () => {
    const { fluenzr } = setUp();
    const input = JSON.parse('{"email":"x","__proto__":{"polluted":1},"constructor":2}') as never;
    expect(await rejection(fluenzr.contacts.create(input))).to.be.instanceOf(InvalidInputError);
    expect({}).to.not.have.property('polluted');
  });

  it('sends what it was given, unchanged', async () => {
    const { fluenzr, seen } = setUp(json(created, 201));
    await fluenzr.contacts.create({ email: ' Ada@Example.com ' });
    expect(JSON.parse(seen[0]!.body)).to.deep.equal({ email: ' Ada@Example.com ' });
  });
});

describe('validation of answers', () => {
  it('says what is wrong, and shows how the answer begins', async () => {
    const { fluenzr } = setUp(json({ ...contact, email: undefined, tags: 'vip' }));
    const error = (await rejection(fluenzr.contacts.get('con_1'))) as ResponseValidationError;
    expect(error).to.be.instanceOf(ResponseValidationError).with.property('status', 200);
    expect(Object.keys(error.fieldErrors ?? {}).sort()).to.deep.equal(['email', 'tags']);
    expect(error.message).to.contain('"id":"con_1"');
  });

  it('is not made of a deletion', async () => {
    const { fluenzr } = setUp(new Response(null, { status: 204 }));
    const call: Promise<unknown> = fluenzr.contacts.delete('con_1');
    expect(await call).to.equal(undefined);
  });

  it('lets any JSON pass that the contract allows, with unknown members and enum values, unchanged', async () => {
    const extras = fc.dictionary(
      fc.string().map((name) => `x_${name}`),
      fc.jsonValue(),
      { maxKeys: 5 },
    );
    const text = fc.string();
    const reference = fc
      .tuple(extras, text, text)
      .map(([more, id, type]) => ({ ...more, id, name: '', type, color: '' }));
    const anyContact = fc
      .record({
        email: text,
        emailStatus: text,
        firstName: fc.option(text),
        status: text,
        tags: fc.array(text),
        fields: fc.dictionary(
          text,
          fc.oneof(text, fc.double({ noDefaultInfinity: true, noNaN: true }), fc.constant(null)),
        ),
        groups: fc.array(reference, { maxLength: 3 }),
        version: fc.nat(),
      })
      .chain((members) => extras.map((more) => ({ ...contact, ...more, ...members })));
    await fc.assert(
      fc.asyncProperty(anyContact, async (body) => {
        const { fluenzr } = setUp(json(body));
        expect(JSON.stringify(await fluenzr.contacts.get('con_1'))).to.equal(JSON.stringify(body));
      }),
    );
  });

  it('checks only the routes that it is given', () => {
    const only = validate({ 'GET /groups/{id}': routes['GET /groups/{id}'] });
    expect(() => only('GET /contacts/{id}', { answer: {} })).to.not.throw();
    expect(() => only('GET /groups/{id}', { answer: group })).to.not.throw();
    expect(() => only('GET /groups/{id}', { answer: {} })).to.throw(InvalidInputError);
  });
});
