import { createClient, InvalidInputError, ValidationError } from '@fluenzr/client';
import { createMockBackend, type MockBackend } from '@fluenzr/mocks';
import { and, field, formatQuery, parseQuery, tag, validateForGroup } from '@fluenzr/query';
import { expect } from 'chai';

const schema = { fields: { company_size: 'number' } } as const;

describe('queryLanguage', () => {
  let backend: MockBackend;
  const bodies: unknown[] = [];
  const client = (withLanguage = true) =>
    createClient({
      baseUrl: 'https://crm.example.com',
      apiKey: () => backend.apiKey,
      fetch: async (request) => {
        if (request.method === 'POST') bodies.push(await request.clone().json());
        return backend.fetch(request);
      },
      ...(withLanguage && { queryLanguage: { parseQuery, formatQuery, validateForGroup, schema } }),
    });

  beforeEach(async () => {
    backend = createMockBackend();
    await client(false).fields.create({ key: 'company_size', name: 'Company size', type: 'number' });
    bodies.length = 0;
  });

  const failureOf = (promise: Promise<unknown>) =>
    promise.then(
      () => expect.fail('it was sent'),
      (error: unknown) => error as InvalidInputError,
    );

  it('puts a built query into words', async () => {
    const query = and(tag.eq('vip'), field('company_size').gt(50));
    const group = await client().groups.create({ name: 'Large VIP Accounts', type: 'SMART', query });
    expect(bodies).to.deep.equal([
      { name: 'Large VIP Accounts', type: 'SMART', query: 'tag = "vip" AND fields.company_size > 50' },
    ]);
    expect(group.query).to.equal('tag = "vip" AND fields.company_size > 50');
  });

  it('takes a built query for lists, for parsing and for previews', async () => {
    const query = tag.eq('vip');
    await client().contacts.create({ email: 'ada@example.com', tags: ['vip'] });
    expect((await client().contacts.list({ query }).toArray({ limit: 5 })).length).to.equal(1);
    expect((await client().queries.parse({ query })).normalized).to.equal('tag = "vip"');
    expect((await client().queries.preview({ query })).total).to.equal(1);
  });

  it('refuses a faulty query before it is sent, with all mistakes and their ranges', async () => {
    const error = await failureOf(
      client().groups.create({ name: 'Wrong', type: 'SMART', query: 'age > 18 AND company_size ~ 5' }),
    );
    expect(error).to.be.instanceOf(InvalidInputError);
    expect(error.fieldErrors?.query?.map(({ code, params }) => ({ code, ...params }))).to.deep.equal([
      {
        code: 'QUERY_INVALID',
        kind: 'unknown_property',
        extra: { property: 'age' },
        range: { start: 0, end: 3 },
      },
      {
        code: 'QUERY_INVALID',
        kind: 'unsupported_contains',
        extra: { property: 'company_size' },
        range: { start: 26, end: 27 },
      },
    ]);
    expect(bodies).to.deep.equal([]);
  });

  it('refuses for a smart group what only a search may name', async () => {
    const query = 'status = ACTIVE';
    const error = await failureOf(client().groups.create({ name: 'Active', type: 'SMART', query }));
    expect(error.fieldErrors?.query?.[0]?.code).to.equal('QUERY_NOT_ALLOWED_AS_GROUP');
    expect(bodies).to.deep.equal([]);
    await client().contacts.list({ query });
  });

  it('leaves a faulty query to the parse endpoint, whose answer it is', async () => {
    const { valid, errors } = await client().queries.parse({ query: 'age > 18' });
    expect(valid).to.equal(false);
    expect(errors.length).to.equal(1);
  });

  it('is not needed: the backend refuses the same', async () => {
    const error = await failureOf(
      client(false).groups.create({ name: 'Wrong', type: 'SMART', query: 'age > 18' }),
    );
    expect(error).to.be.instanceOf(ValidationError);
    expect(error.code).to.equal('QUERY_INVALID');
  });
});
