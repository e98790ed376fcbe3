import { expect } from 'chai';
import fc from 'fast-check';
import { ConditionError, parseCondition } from '../src/lead-form/condition.js';

/** Whether a condition holds for what is typed. */
const holds = (source: string, typed: Record<string, string | string[]> = {}): boolean =>
  parseCondition(source).holds((name) => (Object.hasOwn(typed, name) ? [typed[name] ?? []].flat() : []));

const problem = (source: string): { message: string; position: number } => {
  try {
    parseCondition(source);
  } catch (error) {
    if (error instanceof ConditionError) return { message: error.message, position: error.position };
    throw error;
  }
  throw new Error(`${source} was understood`);
};

describe('conditions of data-show-if', () => {
  const met: [string, Record<string, string | string[]>][] = [
    ['company-size >= 50', { 'company-size': '50' }],
    ['company-size >= 50', { 'company-size': '51-200' }],
    ['company-size > 9', { 'company-size': '10' }],
    ['price < 2.5', { price: '2.4' }],
    ['balance <= -1', { balance: '-1' }],
    ['plan = "Team"', { plan: 'Team' }],
    ["plan = 'Team'", { plan: 'Team' }],
    ['plan != "Team"', { plan: 'Solo' }],
    ['plan != "Team"', {}],
    ['interests = "crm"', { interests: ['mail', 'crm'] }],
    ['newsletter', { newsletter: 'on' }],
    ['not newsletter', {}],
    ['company = ""', {}],
    ['company != ""', { company: 'Northlight' }],
    ['start >= "2027-01-01"', { start: '2027-02-03' }],
    ['a or b and c', { a: 'x' }],
    ['not (a or b)', {}],
    ['not not a', { a: 'x' }],
    ['größe = "ä"', { größe: 'ä' }],
    ['a="x"and b=1', { a: 'x', b: '1' }],
    ['__proto__ = ""', {}],
  ];
  for (const [source, typed] of met)
    it(`${source} is met by ${JSON.stringify(typed)}`, () => expect(holds(source, typed)).to.be.true);

  const unmet: [string, Record<string, string | string[]>][] = [
    ['company-size >= 50', {}],
    ['company-size < 50', { 'company-size': '' }],
    ['company-size >= 50', { 'company-size': 'many' }],
    ['plan = "Team"', { plan: 'team' }],
    ['interests != "crm"', { interests: ['mail', 'crm'] }],
    ['(a or b) and c', { a: 'x' }],
    ['not a', { a: 'x' }],
    ['company > ""', { company: 'Northlight' }],
  ];
  for (const [source, typed] of unmet)
    it(`${source} is not met by ${JSON.stringify(typed)}`, () => expect(holds(source, typed)).to.be.false);

  const mistakes: [string, string, number][] = [
    ['', 'The name of an input must stand here.', 0],
    ['plan = Team', 'A number, or a text in quotes, must stand here.', 7],
    ['plan = "Team', 'This quote is not closed.', 7],
    ['plan == "Team"', 'A number, or a text in quotes, must stand here.', 6],
    ['(a or b', 'A closing parenthesis is missing.', 7],
    ['a b', 'Nothing more can stand here. Join conditions with and, or.', 2],
    ['a and', 'The name of an input must stand here.', 5],
    ['a and or', 'The name of an input must stand here.', 6],
    ['a + b', 'This means nothing here. Put texts into quotes.', 2],
    ['50 <= a', 'The name of an input must stand here.', 0],
    ['a >= 50x', 'This means nothing here. Put texts into quotes.', 5],
    ['alert(1)', 'Nothing more can stand here. Join conditions with and, or.', 5],
  ];
  for (const [source, message, position] of mistakes)
    it(`says what is wrong in ${source || 'nothing'}`, () =>
      expect(problem(source)).to.deep.equal({ message, position }));

  it('names the inputs that it asks for', () => {
    expect([...parseCondition('a = 1 and (b or not a)').names]).to.deep.equal(['a', 'b']);
  });

  describe('for any condition', () => {
    const name = fc.constantFrom('a', 'b-c', '_d', 'and_so', 'é');
    const value = fc.oneof(
      fc.integer({ min: -99, max: 99 }).map(String),
      fc
        .string({ maxLength: 5 })
        .filter((text) => !text.includes('"'))
        .map((text) => `"${text}"`),
    );
    const sign = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        name,
        fc.tuple(name, sign, value).map((parts) => parts.join(' ')),
        tie('tree').map((inner) => `not (${inner})`),
        fc
          .tuple(tie('tree'), fc.constantFrom('and', 'or'), tie('tree'))
          .map(([a, word, b]) => `(${a}) ${word} (${b})`),
      ),
    }));
    const typed = fc.dictionary(name, fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }));

    it('not, and, or mean what they mean', () => {
      fc.assert(
        fc.property(tree, tree, typed, (a, b, values) => {
          const [one, other] = [holds(a, values), holds(b, values)];
          expect(holds(`not (${a})`, values)).to.equal(!one);
          expect(holds(`(${a}) and (${b})`, values)).to.equal(one && other);
          expect(holds(`(${a}) or (${b})`, values)).to.equal(one || other);
          expect(holds(`  ${a}\n`, values)).to.equal(one);
        }),
      );
    });

    it('a comparison and its opposite exclude each other', () => {
      fc.assert(
        fc.property(name, value, typed, (each, literal, values) => {
          expect(holds(`${each} = ${literal}`, values)).to.equal(!holds(`${each} != ${literal}`, values));
        }),
      );
    });

    it('any text is understood, or refused with a position in it', () => {
      fc.assert(
        fc.property(
          fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...Array.from('ab <>=!()"\'1.-')) })),
          (source) => {
            try {
              parseCondition(source);
            } catch (error) {
              expect(error).to.be.instanceOf(ConditionError);
              expect((error as ConditionError).position).to.be.within(0, source.length);
            }
          },
        ),
      );
    });
  });
});
