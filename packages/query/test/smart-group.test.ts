import { expect } from 'chai';
import { referencedFields, usesRelativeDates, validateForGroup } from '@fluenzr/query';
import { parsed, schema } from './workspace.js';

describe('validateForGroup', () => {
  const cases: [query: string, properties: string[]][] = [
    ['age > 18 AND tag = vip', []],
    ['zoé OR language = fr OR created_on > -30d OR last_seen_on = "" OR email ~ acme', []],
    ['id = ctc_1', ['id']],
    ['tag = vip OR (age > 18 AND (zoé OR status = active))', ['status']],
    ['campaign = "" AND group != "" AND group = "Active Customers"', ['group', 'campaign']],
    ['fields.name = x', []],
  ];
  for (const [query, properties] of cases) {
    it(query, () => {
      expect(validateForGroup(parsed(query))).to.deep.equal({ ok: properties.length === 0, properties });
    });
  }
});

describe('referencedFields', () => {
  it('names each custom field once, in the order of the query', () => {
    const ast = parsed('company ~ acme AND (AGE > 18 OR name ~ zoé OR fields.company = "") fields.name = x');
    expect(referencedFields(ast)).to.deep.equal(['company', 'age', 'name']);
    expect(referencedFields(parsed('tag = vip'))).to.deep.equal([]);
  });
});

describe('usesRelativeDates', () => {
  const cases: [query: string, relative: boolean][] = [
    ['created_on > -30d', true],
    ['tag = vip OR (zoé AND last_seen_on < today)', true],
    ['signed = "+2W"', true],
    ['created_on > 2026-03-31', false],
    ['created_on > 2026-03-31T10:00:00Z', false],
    ['last_seen_on = ""', false],
    ['company = today AND tag = -30d AND today', false],
  ];
  for (const [query, relative] of cases) {
    it(query, () => expect(usesRelativeDates(parsed(query), { schema })).to.equal(relative));
  }

  it('a field that is gone has none', () => {
    expect(usesRelativeDates(parsed('signed > today'), { schema: { fields: {} } })).to.equal(false);
  });
});
