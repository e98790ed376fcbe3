import { expect } from 'chai';
import { formatQuery, parseQuery } from '@fluenzr/query';
import { parsed, schema } from './workspace.js';

describe('parseQuery', () => {
  it('gives a tree of plain JSON', () => {
    const ast = parsed('age > 18 AND (tag = vip OR zoé)');
    expect(ast).to.deep.equal({
      type: 'and',
      children: [
        { type: 'condition', property: 'fields.age', operator: '>', value: '18' },
        {
          type: 'or',
          children: [
            { type: 'condition', property: 'tag', operator: '=', value: 'vip' },
            { type: 'condition', property: 'name', operator: '~', value: 'zoé' },
          ],
        },
      ],
    });
    expect(JSON.parse(JSON.stringify(ast))).to.deep.equal(ast);
  });

  it('answers ok without errors, or errors without a tree', () => {
    expect(parseQuery('zoé', { schema })).to.deep.include({ ok: true, errors: [] });
    expect(parseQuery('age > x', { schema })).to.deep.include({ ok: false, ast: null });
  });

  // each query beside its normal form
  const rules: Record<string, [text: string, normal: string][]> = {
    'AND binds tighter than OR, written or not': [
      ['tag=a AND tag=b OR tag=c', 'tag = "a" AND tag = "b" OR tag = "c"'],
      ['tag=a OR tag=b AND tag=c', 'tag = "a" OR tag = "b" AND tag = "c"'],
      ['tag=a tag=b OR tag=c tag=d', 'tag = "a" AND tag = "b" OR tag = "c" AND tag = "d"'],
      ['tag=a tag=b AND tag=c', 'tag = "a" AND tag = "b" AND tag = "c"'],
      ['(tag=a OR tag=b) tag=c', '(tag = "a" OR tag = "b") AND tag = "c"'],
    ],
    'brackets stay only where they change the meaning': [
      ['((tag=a))', 'tag = "a"'],
      ['(tag=a OR tag=b)', 'tag = "a" OR tag = "b"'],
      ['tag=a AND (tag=b AND (tag=c tag=d))', 'tag = "a" AND tag = "b" AND tag = "c" AND tag = "d"'],
      ['tag=a OR (tag=b OR tag=c)', 'tag = "a" OR tag = "b" OR tag = "c"'],
      ['tag=a OR (tag=b AND tag=c)', 'tag = "a" OR tag = "b" AND tag = "c"'],
      ['(tag=a)(tag=b)', 'tag = "a" AND tag = "b"'],
    ],
    'properties and reserved words have any case': [
      ['AGE > 18 And FIELDS.Age < 65', 'fields.age > 18 AND fields.age < 65'],
      ['Name HAS zoé oR tag Is vip', 'name ~ "zoé" OR tag = "vip"'],
    ],
    'a custom field may be named like an attribute or a reserved word': [
      ['name = zoé', 'name = "zoé"'],
      ['fields.name = zoé', 'fields.name = "zoé"'],
      ['fields.and = x', 'fields.and = "x"'],
    ],
    'quoted, a reserved word is a value': [
      ['tag = "and"', 'tag = "and"'],
      ['"or"', 'name ~ "or"'],
      ['tag = "is" "has"', 'tag = "is" AND name ~ "has"'],
      ['orlando andy', 'name ~ "orlando" AND name ~ "andy"'],
    ],
    "a literal without quotes has letters, digits and _ . - + / ' @ :": [
      ["last_name = o'neil", 'last_name = "o\'neil"'],
      ['tag = a_b.c-d+e/f:g', 'tag = "a_b.c-d+e/f:g"'],
      ['created_on > 2026-03-31', 'created_on > "2026-03-31"'],
      ['company = Ærø', 'fields.company = "Ærø"'],
      ['company = Zoe\u0301', 'fields.company = "Zoe\u0301"'],
    ],
    'quoted values have the escapes \\", \\\\ and \\u00e9, and other backslashes as they are': [
      [String.raw`tag = "say \"hi\""`, String.raw`tag = "say \"hi\""`],
      [String.raw`tag = "a\\b"`, String.raw`tag = "a\\b"`],
      [String.raw`tag = "C:\dir"`, String.raw`tag = "C:\\dir"`],
      [String.raw`tag = "C:\temp\new\users\file.txt"`, String.raw`tag = "C:\\temp\\new\\users\\file.txt"`],
      [String.raw`tag = "a\u0009b\u00e9\ud800"`, String.raw`tag = "a\u0009bé\ud800"`],
      ['tag = "two\nlines \u007f\ud800 🦄"', String.raw`tag = "two\u000alines \u007f\ud800 🦄"`],
      ['tag = "a (b) = c AND d"', 'tag = "a (b) = c AND d"'],
      ['tag = "#!*"', 'tag = "#!*"'],
    ],
    'values that are plain digits need no quotes': [
      ['age = "18"', 'fields.age = 18'],
      ['age = 2.50', 'fields.age = 2.50'],
      ['age = -3', 'fields.age = "-3"'],
      ['tag = 007', 'tag = 007'],
      ['tag = 1.', 'tag = "1."'],
    ],
    'one space surrounds an operator': [
      ['age>18', 'fields.age > 18'],
      ['age   >=\n18', 'fields.age >= 18'],
      ['age!=18', 'fields.age != 18'],
      ['age<=18 age<1', 'fields.age <= 18 AND fields.age < 1'],
    ],
    'a bare literal looks for an address or a name': [
      ['zoe@acme.test', 'email ~ "zoe@acme.test"'],
      ['@acme.', 'email ~ "@acme."'],
      ['zoe.d@acme', 'name ~ "zoe.d@acme"'],
      ['"zoé dupont"', 'name ~ "zoé dupont"'],
      ['z', 'name = "z"'],
      ['"z d"', 'name = "z d"'],
      ['42', 'name ~ 42'],
      ['"🦄"', 'name = "🦄"'],
    ],
  };

  for (const [rule, cases] of Object.entries(rules)) {
    describe(rule, () => {
      for (const [text, normal] of cases) {
        it(text, () => {
          const ast = parsed(text);
          expect(formatQuery(ast)).to.equal(normal);
          expect(parsed(normal)).to.deep.equal(ast);
        });
      }
    });
  }

  it('finds a field whose key is not in lower case', () => {
    const camel = { fields: { leadScore: 'number' } } as const;
    expect(formatQuery(parsed('LeadScore > 5', camel))).to.equal('fields.leadscore > 5');
  });

  describe('which operators a property has', () => {
    const ordered = ['>', '>=', '<', '<='];
    const properties: [
      property: string,
      value: string,
      contains: boolean,
      order: boolean,
      presence: boolean,
    ][] = [
      ['id', 'ctc_1', false, false, false],
      ['name', 'zoé', true, false, true],
      ['first_name', 'zoé', true, false, true],
      ['last_name', 'dupont', true, false, true],
      ['email', 'zoe@acme.test', true, false, true],
      ['status', 'active', false, false, false],
      ['language', 'fr', false, false, true],
      ['tag', 'vip', false, false, true],
      ['group', '"Active Customers"', false, false, true],
      ['campaign', 'welcome', false, false, true],
      ['created_on', 'today', false, true, false],
      ['last_seen_on', '-30d', false, true, true],
      ['company', 'acme', true, false, true],
      ['age', '18', false, true, true],
      ['signed', '2026-03-31', false, true, true],
    ];
    for (const [property, value, contains, order, presence] of properties) {
      it(property, () => {
        const kinds = (query: string) => parseQuery(query, { schema }).errors.map((error) => error.kind);
        expect(kinds(`${property} = ${value}`)).to.deep.equal([]);
        expect(kinds(`${property} != ${value}`)).to.deep.equal([]);
        expect(kinds(`${property} ~ ${value}`)).to.deep.equal(contains ? [] : ['unsupported_contains']);
        for (const operator of ordered) {
          const expected = order ? [] : ['unsupported_comparison'];
          expect(kinds(`${property} ${operator} ${value}`)).to.deep.equal(expected);
        }
        for (const operator of ['=', '!=']) {
          const expected = presence ? [] : ['unsupported_setcheck'];
          expect(kinds(`${property} ${operator} ""`)).to.deep.equal(expected);
          expect(kinds(`${property} ${operator} "  "`)).to.deep.equal(expected);
        }
      });
    }
  });

  describe('which values it takes', () => {
    const dmy = { ...schema, dateOrder: 'DMY' } as const;
    const mdy = { ...schema, dateOrder: 'MDY' } as const;
    const ymd = { ...schema, dateOrder: 'YMD' } as const;
    const right: [query: string, with_?: typeof schema][] = [
      ['age = -0.5'],
      ['age = " 18 "'],
      ['status = Unsubscribed'],
      ['status = " BLOCKED "'],
      ['language = FR'],
      ['language = fra'],
      ['group = "active customers "'],
      ['campaign = WELCOME'],
      ['group = anything', { fields: {} }],
      ['campaign = anything', { fields: {} }],
      ['tag = unheard-of', { fields: {}, tags: ['vip'] }],
      ['created_on = 2026-3-1'],
      ['created_on = 2026/03/01'],
      ['created_on = 2024-02-29'],
      ['created_on = 2026-03-01T10:00'],
      ['created_on = 2026-03-01T10:00:00Z'],
      ['created_on = 2026-03-01T10:00:00.123456+02:00'],
      ['created_on = TODAY'],
      ['created_on = -30d'],
      ['created_on = +2W'],
      ['created_on = 31-12-2026', dmy],
      ['created_on = 31/12/2026', dmy],
      ['created_on = 1.2.2026', dmy],
      ['created_on = 2026-12-31', dmy],
      ['created_on = 12/31/2026', mdy],
      ['created_on = 2026.12.31', ymd],
    ];
    for (const [query, with_ = schema] of right) {
      it(`${query} ${with_.dateOrder ?? ''}`, () => {
        expect(parseQuery(query, { schema: with_ }).errors).to.deep.equal([]);
      });
    }

    const wrong: [query: string, kind: string, with_?: typeof schema][] = [
      ...['abc', '1e3', '1,5', '0x10', '.5', '5.', '+5', 'Infinity', '١٨', '9'.repeat(400)].map(
        (value): [string, string] => [`age = "${value}"`, 'invalid_number'],
      ),
      ['age > ""', 'invalid_number'],
      ...[
        '2026-02-30',
        '2025-02-29',
        '2026-13-01',
        '2026-00-10',
        '2026-1',
        '26-03-01',
        'tomorrow',
        '30d',
        '-30',
      ].map((value): [string, string] => [`created_on = "${value}"`, 'invalid_date']),
      ...['-30m', '+100000d', '2026-03-01T25:00', '2026-03-01T10:00+99:00', '2026-03/01', '31-12-2026'].map(
        (value): [string, string] => [`created_on = "${value}"`, 'invalid_date'],
      ),
      ['created_on > ""', 'invalid_date'],
      ['created_on = 31-12-2026', 'invalid_date', ymd],
      ['created_on = 12/31/2026', 'invalid_date', dmy],
      ['created_on = 31/12/2026', 'invalid_date', mdy],
      ['created_on = 31/12/26', 'invalid_date', dmy],
      ['status = gone', 'invalid_status'],
      ['language = english', 'invalid_language'],
      ['language = ß', 'invalid_language'],
      ['language = fr-FR', 'invalid_language'],
      ['group = "Old Leads"', 'invalid_group'],
      ['group = "constructor"', 'invalid_group'],
      ['campaign = "Old Offer"', 'invalid_campaign'],
      ['group != "Old Leads"', 'invalid_group', { fields: {}, groups: [] }],
    ];
    for (const [query, kind, with_ = schema] of wrong) {
      it(`not ${query.slice(0, 60)} ${with_.dateOrder ?? ''}`, () => {
        expect(parseQuery(query, { schema: with_ }).errors.map((error) => error.kind)).to.deep.equal([kind]);
      });
    }
  });
});
