// The examples in the comments of the public functions.
import { expect } from 'chai';
import {
  and,
  compileQuery,
  createdOn,
  email,
  field,
  formatQuery,
  group,
  matchesQuery,
  name,
  or,
  parseQuery,
  referencedFields,
  tag,
  usesRelativeDates,
  validateForGroup,
} from '@fluenzr/query';

const schema = { fields: { age: 'number' } } as const;

describe('the examples', () => {
  it('parseQuery and formatQuery', () => {
    const { ok, ast, errors } = parseQuery('age > 18 zoé', { schema });
    expect(errors).to.deep.equal([]);
    expect(ok && formatQuery(ast)).to.equal('fields.age > 18 AND name ~ "zoé"');
    const bracketed = parseQuery('AGE > 18 (zoé)', { schema });
    expect(bracketed.ast && formatQuery(bracketed.ast)).to.equal('fields.age > 18 AND name ~ "zoé"');
  });

  it('compileQuery and matchesQuery', () => {
    const isAdult = compileQuery(field('age').gte(18), { schema });
    expect([{ fields: { age: 18 } }, { fields: { age: 17 } }].filter(isAdult)).to.have.length(1);
    expect(matchesQuery(tag.eq('vip'), { tags: ['VIP'] }, { schema: { fields: {} } })).to.equal(true);
  });

  it('the builder', () => {
    expect(formatQuery(field('company').has('acme'))).to.equal('fields.company ~ "acme"');
    expect(formatQuery(and(field('age').gt(18), name.has('zoé')))).to.equal(
      'fields.age > 18 AND name ~ "zoé"',
    );
    const either = or(tag.eq('vip'), email.has('@acme.test'));
    expect(formatQuery(either)).to.equal('tag = "vip" OR email ~ "@acme.test"');
    const nested = and(field('age').gt(18), or(name.has('zoé'), tag.eq('vip')), createdOn.gte('-30d'));
    expect(formatQuery(nested)).to.equal(
      'fields.age > 18 AND (name ~ "zoé" OR tag = "vip") AND created_on >= "-30d"',
    );
  });

  it('validateForGroup, referencedFields and usesRelativeDates', () => {
    const query = and(tag.eq('vip'), group.eq('Active Customers'));
    expect(validateForGroup(query)).to.deep.equal({ ok: false, properties: ['group'] });
    expect(referencedFields(and(field('age').gt(18), name.has('zoé')))).to.deep.equal(['age']);
    expect(usesRelativeDates(createdOn.gt('-30d'), { schema: { fields: {} } })).to.equal(true);
  });
});
