import { expect } from 'chai';
import fc from 'fast-check';
import {
  and,
  campaign,
  createdOn,
  email,
  field,
  firstName,
  formatQuery,
  group,
  id,
  language,
  lastName,
  lastSeenOn,
  name,
  or,
  status,
  tag,
  type ContactStatus,
  type QueryCondition,
  type QueryError,
  type QueryErrorExtras,
  type QueryNode,
} from '@fluenzr/query';
import { parsed } from './workspace.js';

describe('the builder', () => {
  const pairs: [QueryNode, string][] = [
    [and(field('age').gt(18), name.has('zoé')), 'fields.age > 18 AND name ~ "zoé"'],
    [or(tag.eq('vip'), email.has('@acme.test')), 'tag = "vip" OR email ~ "@acme.test"'],
    [and(or(tag.eq('a'), tag.eq('b')), or(tag.eq('c'))), '(tag = "a" OR tag = "b") AND tag = "c"'],
    [and(and(tag.eq('a'), tag.eq('b')), tag.eq('c')), 'tag = "a" AND tag = "b" AND tag = "c"'],
    [or(or(tag.eq('a'), and(tag.eq('b'), tag.eq('c')))), 'tag = "a" OR tag = "b" AND tag = "c"'],
    [and(and(and(tag.eq('a')))), 'tag = "a"'],
    [field('AGE').gte(-0.5), 'fields.age >= "-0.5"'],
    [field('age').lt(65), 'fields.age < 65'],
    [field('age').gt(1e-7), 'fields.age > 0.0000001'],
    [field('age').gt(-1.25e-9), 'fields.age > "-0.00000000125"'],
    [field('age').eq(1e21), 'fields.age = 1000000000000000000000'],
    [field('age').lte('65'), 'fields.age <= 65'],
    [field('company').isSet(), 'fields.company != ""'],
    [field('company').isEmpty(), 'fields.company = ""'],
    [field('name').has('zozo'), 'fields.name ~ "zozo"'],
    [id.ne('ctc_1'), 'id != "ctc_1"'],
    [firstName.isEmpty(), 'first_name = ""'],
    [lastName.ne('Dupont'), 'last_name != "Dupont"'],
    [status.eq('ACTIVE'), 'status = "ACTIVE"'],
    [language.eq('fr'), 'language = "fr"'],
    [group.eq('[DYN] Inbound Leads'), 'group = "[DYN] Inbound Leads"'],
    [campaign.isSet(), 'campaign != ""'],
    [createdOn.gt('-30d'), 'created_on > "-30d"'],
    [lastSeenOn.isEmpty(), 'last_seen_on = ""'],
  ];
  for (const [built, text] of pairs) {
    it(text, () => {
      expect(formatQuery(built)).to.equal(text);
      expect(parsed(text)).to.deep.equal(built);
    });
  }

  it('refuses a key that no field can have', () => {
    for (const key of ['', 'lead score', 'a.b', 'x = 1 OR y', 'ключ-1']) {
      expect(() => field(key), key).to.throw(TypeError, JSON.stringify(key));
    }
    expect(field('ключ_1').eq('x').property).to.equal('fields.ключ_1');
  });

  it('writes every number as a plain decimal that reads as the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const built = field('age').gte(number);
        expect(Number(built.value)).to.equal(number);
        expect(parsed(formatQuery(built))).to.deep.equal(built);
      }),
      { examples: [[Number.MIN_VALUE], [Number.MAX_VALUE], [-0], [0.1], [1.2345678901234567e-10]] },
    );
  });

  it('refuses what is no number', () => {
    for (const number of [NaN, Infinity, -Infinity]) {
      expect(() => field('age').lt(number)).to.throw(TypeError, String(number));
    }
  });

  it('joins very many parts', () => {
    const many = Array.from({ length: 200_000 }, () => tag.eq('a'));
    const joined = and(tag.eq('a'), or(tag.eq('a'), tag.eq('b')), { type: 'and', children: many });
    expect(joined.type === 'and' && joined.children.length).to.equal(200_002);
  });
});

describe('the types', () => {
  it('let a property have only its own conditions', () => {
    // @ts-expect-error names have no order
    expect(name.gt).to.be.a('function');
    // @ts-expect-error every contact has a status
    expect(status.isSet).to.be.a('function');
    // @ts-expect-error groups are not searched
    expect(group.has).to.be.a('function');
    // @ts-expect-error dates are not searched
    expect(createdOn.has).to.be.a('function');
    // @ts-expect-error the statuses are known
    expect(status.eq('GONE').value).to.equal('GONE');
    // @ts-expect-error an address is text
    expect(email.eq(1).value).to.equal('1');
    // @ts-expect-error nothing to join
    expect(() => and()).to.throw(TypeError);
  });

  it('tell by its kind what an error says besides', () => {
    const describeError = (error: QueryError): string => {
      switch (error.kind) {
        case 'unsupported_comparison':
          return `${error.extra.property} ${error.extra.operator}`;
        case 'invalid_partial_name':
          return error.extra.min_token_length.toFixed();
        default:
          return error.message;
      }
    };
    const extra: QueryErrorExtras['unsupported_comparison'] = { property: 'name', operator: '>' };
    const range = { start: 0, end: 1 };
    expect(describeError({ kind: 'unsupported_comparison', message: '', extra, range })).to.equal('name >');
  });

  it('tell a condition from a combination', () => {
    const node: QueryNode = and(tag.eq('a'), tag.eq('b'));
    const first: QueryNode | undefined = node.type === 'condition' ? node : node.children[0];
    const condition: QueryCondition | undefined = first?.type === 'condition' ? first : undefined;
    const contactStatus: ContactStatus = 'BLOCKED';
    expect(condition?.value).to.equal('a');
    expect(status.ne(contactStatus).value).to.equal('BLOCKED');
  });
});
