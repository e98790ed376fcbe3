import { expect } from 'chai';
import fc from 'fast-check';
import {
  and,
  compileQuery,
  createdOn,
  firstName,
  formatQuery,
  matchesQuery,
  or,
  parseQuery,
  type QueryContact,
  type QueryNode,
} from '@fluenzr/query';
import { blank, parsed, schema, zoe } from './workspace.js';

const now = Date.UTC(2026, 2, 31, 10);

const anyText = fc.string({ unit: 'binary', maxLength: 12 });
const word = fc.constantFrom(
  'zoé',
  'Dupont',
  'acme',
  'AND',
  'vip',
  'zoe.dupont@acme.test',
  'C:\\new "x"',
  '🦄🦄🦄',
);
const value = fc.oneof(word, anyText);
const number = fc.constantFrom('34', '-1', '0', '18', '34.50', ' 7 ');
const date = fc.constantFrom(
  '2026-03-01',
  '2026-03-10',
  'today',
  '-30d',
  '+2w',
  '2026-03-29T22:30:00Z',
  '1999.1.1',
);
const equality = fc.constantFrom('=', '!=');
const order = fc.constantFrom('=', '!=', '>', '>=', '<', '<=');

function condition(
  properties: readonly string[],
  operator: fc.Arbitrary<string>,
  values: fc.Arbitrary<string>,
): fc.Arbitrary<QueryNode> {
  return fc.record({
    type: fc.constant('condition'),
    property: fc.constantFrom(...properties),
    operator,
    value: values,
  }) as fc.Arbitrary<QueryNode>;
}

/** Every kind of condition that is right in the workspace. */
const anyCondition = fc.oneof(
  condition(
    ['name', 'first_name', 'last_name', 'email', 'tag', 'fields.company', 'fields.name'],
    equality,
    value,
  ),
  condition(
    ['name', 'first_name', 'last_name'],
    fc.constant('~'),
    fc.constantFrom('zoé', 'M dupont', 'alexandrina'),
  ),
  condition(
    ['email', 'fields.company', 'fields.and'],
    fc.constant('~'),
    fc.constantFrom('acme', 'ZOE', '" \\ "'),
  ),
  condition(['fields.age'], order, number),
  condition(['created_on', 'last_seen_on', 'fields.signed'], order, date),
  condition(['language'], equality, fc.constantFrom('fr', 'ENG', '')),
  condition(['status'], equality, fc.constantFrom('active', 'BLOCKED')),
  condition(['group'], equality, fc.constantFrom('Active Customers', '[dyn] inbound leads', '')),
  condition(['campaign'], equality, fc.constantFrom('Welcome', '')),
);

const { query: anyQuery } = fc.letrec<{ query: QueryNode }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyCondition,
    fc
      .tuple(fc.constantFrom(and, or), fc.array(tie('query'), { minLength: 1, maxLength: 4 }))
      .map(([join, [first, ...others]]) => join(first!, ...others)),
  ),
}));

const anyContact: fc.Arbitrary<QueryContact> = fc.oneof(
  fc.constantFrom(zoe, blank),
  fc.record({
    email: fc.option(value),
    firstName: fc.option(value),
    lastName: fc.option(value),
    status: fc.constantFrom('ACTIVE', 'BLOCKED'),
    language: fc.constantFrom(null, 'fr', 'de'),
    tags: fc.array(value, { maxLength: 3 }),
    groups: fc.subarray(['Active Customers', '[DYN] Inbound Leads']),
    fields: fc.record({ age: fc.oneof(fc.integer({ min: -5, max: 40 }), number), company: fc.option(value) }),
    createdAt: fc
      .date({ min: new Date(0), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((d) => d.toISOString()),
  }),
);

describe('for any query', () => {
  it('the normal form parses to the query, and is its own normal form', () => {
    fc.assert(
      fc.property(anyQuery, (ast) => {
        const normal = formatQuery(ast);
        expect(parsed(normal)).to.deep.equal(ast);
        expect(formatQuery(parsed(normal))).to.equal(normal);
      }),
    );
  });

  it('other spacing, case and brackets give the same query', () => {
    fc.assert(
      fc.property(anyCondition, anyCondition, anyCondition, (a, b, c) => {
        const [x, y, z] = [a, b, c].map(formatQuery) as [string, string, string];
        expect(parsed(` ((${x})and\n${y})oR ${z}`)).to.deep.equal(or(and(a, b), c));
        expect(parsed(`(${x} or (${y}))(${z})`)).to.deep.equal(and(or(a, b), c));
        expect(parsed(`${x} ${y} OR ${z}`)).to.deep.equal(or(and(a, b), c));
      }),
    );
  });

  it('the normal form matches the same contacts', () => {
    fc.assert(
      fc.property(anyQuery, anyContact, (ast, contact) => {
        const options = { schema, now };
        expect(matchesQuery(parsed(formatQuery(ast)), contact, options)).to.equal(
          matchesQuery(ast, contact, options),
        );
      }),
    );
  });

  it('compileQuery answers as matchesQuery does for each of its conditions', () => {
    fc.assert(
      fc.property(anyQuery, anyContact, (ast, contact) => {
        const options = { schema, now };
        const evaluate = (node: QueryNode): boolean => {
          if (node.type === 'condition') return matchesQuery(node, contact, options);
          return node.type === 'and' ? node.children.every(evaluate) : node.children.some(evaluate);
        };
        expect(compileQuery(ast, options)(contact)).to.equal(evaluate(ast));
      }),
    );
  });

  it('a condition and its opposite never agree', () => {
    const opposites = { '=': '!=', '!=': '=', '>': '<=', '>=': '<', '<': '>=', '<=': '>' } as const;
    fc.assert(
      fc.property(anyCondition, anyContact, (node, contact) => {
        if (node.type !== 'condition' || node.operator === '~') return;
        const opposite: QueryNode = { ...node, operator: opposites[node.operator] };
        const answers = [node, opposite].map((ast) => matchesQuery(ast, contact, { schema, now }));
        // neither order holds for a contact without a value
        const ordered = /[<>]/.test(node.operator);
        expect(answers.filter(Boolean).length).to.be.within(ordered ? 0 : 1, 1);
      }),
    );
  });
});

describe('for any text', () => {
  it('equality ignores case, outer spaces and how letters are composed, and nothing else', () => {
    const tricky = fc.string({
      unit: fc.constantFrom(
        'a',
        'A',
        'b',
        ' ',
        '\u00a0',
        'e',
        'é',
        'e\u0301',
        '\u0301',
        'ß',
        'ss',
        'ı',
        'Σ',
        'ς',
        'ﬁ',
        'Z',
        '[',
      ),
      maxLength: 4,
    });
    const canonical = (text: string) => text.trim().toUpperCase().normalize();
    fc.assert(
      fc.property(tricky, tricky, (wanted, actual) => {
        fc.pre(canonical(wanted) !== '');
        const same = canonical(wanted) === canonical(actual);
        expect(matchesQuery(firstName.eq(wanted), { firstName: actual }, { schema })).to.equal(same);
        expect(matchesQuery(firstName.ne(wanted), { firstName: actual }, { schema })).to.equal(!same);
      }),
      { numRuns: 1000 },
    );
  });

  it('parsing never throws, and underlines parts of the text', () => {
    const piece = fc.constantFrom(
      ...[
        '(',
        ')',
        '"',
        '\\',
        ' ',
        'AND',
        'or',
        'is',
        'has',
        '=',
        '!',
        '!=',
        '~',
        '>',
        '<=',
        'age',
        'name',
        'fields.',
      ],
      ...[
        'x.',
        '18',
        'zoé',
        '@',
        '#',
        '🦄',
        '\ud800',
        '""',
        '-30d',
        'today',
        '__proto__',
        'constructor',
        '\n',
      ],
    );
    const noise = fc.oneof(
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(' ')),
      fc.string({ unit: 'binary', maxLength: 50 }),
    );
    fc.assert(
      fc.property(noise, (text) => {
        const result = parseQuery(text, { schema });
        expect(result.ok).to.equal(result.errors.length === 0);
        let last = 0;
        for (const { range } of result.errors) {
          expect(range.start).to.be.within(last, text.length);
          expect(range.end).to.be.within(Math.min(range.start + 1, text.length), text.length);
          last = range.start;
        }
        if (result.ok) expect(parsed(formatQuery(result.ast))).to.deep.equal(result.ast);
      }),
      { numRuns: 2000 },
    );
  });

  it('nesting of any depth neither throws nor overflows the stack', () => {
    for (const text of ['(', ')', '((a OR ', '(a AND (b ', 'a) OR (']) {
      for (const times of [99, 101, 1_000, 100_000]) {
        expect(parseQuery(text.repeat(times), { schema }).ok, `${times} × ${text}`).to.equal(false);
      }
    }
  });
});

describe('the work of parsing', () => {
  /** How many steps of a regular expression a text takes: each token, and each check of a part, is one. */
  function steps(text: string): number {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on its own expression below
    const original = RegExp.prototype.exec;
    let count = 0;
    RegExp.prototype.exec = function (subject) {
      count++;
      return original.call(this, subject);
    };
    try {
      parseQuery(text, { schema });
    } finally {
      RegExp.prototype.exec = original;
    }
    return count;
  }

  it('grows in proportion to the length', () => {
    const shapes = [
      'tag = a ',
      'age > x OR ',
      '(',
      ')',
      '= ',
      '# ',
      '"',
      '\\"',
      'AND ',
      '(zoé OR ',
      'a@b.c ',
    ];
    for (const shape of shapes) {
      const once = steps(shape.repeat(90));
      const tenTimes = steps(shape.repeat(900));
      expect(once, shape).to.be.greaterThan(0);
      expect(tenTimes, shape).to.be.at.most(10 * once + 10);
    }
  });
});

describe('for any instant and zone', () => {
  const zones = [
    ...['UTC', 'Europe/Paris', 'America/New_York', 'America/Havana', 'America/Sao_Paulo', 'Africa/Cairo'],
    ...['Asia/Kathmandu', 'Asia/Tehran', 'Pacific/Apia', 'Pacific/Kiritimati', 'Australia/Lord_Howe'],
  ];
  const instant = fc.integer({ min: Date.UTC(1975), max: Date.UTC(2037) });

  /** The date on a calendar there, which is how Swedes write it, too. */
  function localDate(time: number, timeZone: string): string {
    return new Intl.DateTimeFormat('sv', { timeZone }).format(time);
  }

  it('the day is the one on a calendar there', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        instant,
        fc.integer({ min: -30, max: 30 }),
        (timeZone, time, hours) => {
          const other = time + hours * 3_600_000;
          const contact = { createdAt: new Date(other).toISOString() };
          const day = localDate(time, timeZone);
          const options = { schema, timeZone, now: time };
          const there = localDate(other, timeZone);
          for (const text of [day, 'today', new Date(time).toISOString()]) {
            expect(matchesQuery(createdOn.eq(text), contact, options)).to.equal(there === day);
            expect(matchesQuery(createdOn.gt(text), contact, options)).to.equal(there > day);
            expect(matchesQuery(createdOn.lt(text), contact, options)).to.equal(there < day);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a timestamp means the same in every form', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((day) => day * 86_400_000);
    fc.assert(
      fc.property(days, fc.integer({ min: -1, max: 1 }), (day, milliseconds) => {
        const json = new Date(day + milliseconds).toISOString();
        const date = new Date(day).toISOString().slice(0, 10);
        const forms = [json, json.replace('Z', '+00:00'), json.replace('Z', '000Z')];
        for (const ast of [createdOn.eq(date), createdOn.gte(date), createdOn.lt(date)]) {
          const answers = forms.map((createdAt) => matchesQuery(ast, { createdAt }, { schema }));
          expect(new Set(answers).size, json).to.equal(1);
        }
      }),
    );
  });
});
