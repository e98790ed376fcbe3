import { expect } from 'chai';
import { evaluateExpression, parseTemplate, renderTemplate } from '@fluenzr/expressions';
import { context, options } from './sample-context.js';

const render = (text: string) => renderTemplate(text, context, options);

describe('renderTemplate', () => {
  for (const [template, text] of [
    ['', ''],
    ['Hello', 'Hello'],
    ['Hi @contact.first_name', 'Hi Zoé'],
    ['Hi @contact.first_name.', 'Hi Zoé.'],
    ['Hi @contact.first_name, and @contact.last_name!', 'Hi Zoé, and Dupont!'],
    ['Hi @contact.first_name...', 'Hi Zoé...'],
    ['(@contact.first_name)', '(Zoé)'],
    ['@contact.first_name@contact.last_name', 'ZoéDupont'],
    ['@contact.first_name-@contact.last_name', 'Zoé-Dupont'],
    ['@CONTACT.First_Name', 'Zoé'],
    ['@contact', 'Zoé Dupont'],
    ['@contact.groups', '[DYN] Inbound Leads, Active Customers'],
    ['@contact.groups.0.name', '[DYN] Inbound Leads'],
    ['@contact.groups.0', '[DYN] Inbound Leads'],
    ['@contact.groups.-1.name.', 'Active Customers.'],
    ['@contact.tags', 'VIP, Newsletter'],
    ['@contact.fields', ''],
    ['@contact.fields.nickname', ''],
    ['@contact.fields.score', '7.5'],
    ['Total: @(1 + 2).', 'Total: 3.'],
    ['@(upper(contact.first_name)) has @(count(contact.groups)) groups', 'ZOÉ has 2 groups'],
    ['@(")")', ')'],
    ['@("\\")")', '")'],
    ['@("(")x)', '(x)'],
    ['@((1 + 2) * 3))', '9)'],
    ['@(\n  1 +\n  2\n)', '3'],
    ['@@', '@'],
    ['@@contact.first_name', '@contact.first_name'],
    ['@@@contact.first_name', '@Zoé'],
    ['@@(1 + 2)', '@(1 + 2)'],
    ['zoe@@acme.test', 'zoe@acme.test'],
    ['zoe@acme.test', 'zoe@acme.test'],
    ['@upper(contact.name)', '@upper(contact.name)'],
    ['@null @true', '@null @true'],
    ['a @ b', 'a @ b'],
    ['@', '@'],
    ['@.', '@.'],
    ['@1', '@1'],
    ['@é', '@é'],
    ['@(1 + 2', '@(1 + 2'],
    ['@(', '@('],
    ['@("a) then @contact.first_name', '@("a) then Zoé'],
    ['@(1 + @contact.first_name', '@(1 + Zoé'],
    ['@(1 + @(2)', '@(1 + 2'],
  ] as const) {
    it(`prints ${JSON.stringify(template)} as ${JSON.stringify(text)}`, () => {
      expect(render(template)).to.deep.equal({ text, errors: [] });
    });
  }

  it('prints nothing for a contact in no group', () => {
    expect(renderTemplate('Groups: @contact.groups.', { contact: { groups: [] } })).to.deep.equal({
      text: 'Groups: .',
      errors: [],
    });
  });

  it('reports each faulty expression, prints nothing for it and keeps the rest', () => {
    const template =
      'Hi @contact.frist_name, @(1 / 0) é@(upper() of @contact.groups.5 and @contact.first_name';
    const { text, errors } = render(
      'Hi @contact.frist_name, @(1 / 0) é@(1 +) of @contact.groups.5 and @contact.first_name',
    );
    expect(text).to.equal('Hi ,  é of  and Zoé');
    expect(errors).to.deep.equal([
      {
        expression: '@contact.frist_name',
        message: 'There is no "frist_name" in an object.',
        range: { start: 3, end: 22 },
      },
      { expression: '@(1 / 0)', message: 'Division by zero.', range: { start: 24, end: 32 } },
      { expression: '@(1 +)', message: 'Expected a value, found the end.', range: { start: 34, end: 40 } },
      {
        expression: '@contact.groups.5',
        message: 'There is no item "5" in a list of 2.',
        range: { start: 44, end: 61 },
      },
    ]);
    expect(render(template).text).to.equal('Hi ,  é@(upper() of  and Zoé');
  });

  it('prefers the name that is written just so to one in another case', () => {
    expect(renderTemplate('@a @A @x', { a: 1, A: 2, X: 3 }).text).to.equal('1 2 3');
  });

  it('knows a name whose value is missing', () => {
    expect(renderTemplate('[@contact]', { contact: undefined })).to.deep.equal({ text: '[]', errors: [] });
  });

  it('does not print what expressions do not know', () => {
    const strange = {
      f: () => 1,
      d: new Date(0),
      m: new Map([['name', 'x']]),
      n: NaN,
      i: Infinity,
      s: Symbol('s'),
      b: 1n,
    };
    expect(renderTemplate('[@f@d@m@n@i@s@b]', strange)).to.deep.equal({ text: '[]', errors: [] });
  });

  it('reads objects without a prototype', () => {
    const bare: unknown = Object.assign(Object.create(null), { name: 'Fintech Prospects' });
    expect(renderTemplate('@bare', { bare }).text).to.equal('Fintech Prospects');
  });

  it('survives a context that throws', () => {
    const thrower = {
      get name(): string {
        throw new RangeError('host');
      },
    };
    expect(renderTemplate('a @thrower b', { thrower })).to.deep.equal({
      text: 'a  b',
      errors: [
        {
          expression: '@thrower',
          message: 'A value of the context could not be read.',
          range: { start: 2, end: 10 },
        },
      ],
    });
    expect(evaluateExpression('thrower.name', { thrower })).to.have.property('ok', false);
  });
});

describe('parseTemplate', () => {
  it('divides a text into segments', () => {
    expect(parseTemplate('Hi @Contact.first_name, zoe@@acme: @(1 + 2)').segments).to.deep.equal([
      { type: 'text', text: 'Hi ', range: { start: 0, end: 3 } },
      { type: 'path', name: 'Contact', source: 'Contact.first_name', range: { start: 3, end: 22 } },
      { type: 'text', text: ', zoe', range: { start: 22, end: 27 } },
      { type: 'text', text: '@', range: { start: 27, end: 29 } },
      { type: 'text', text: 'acme: ', range: { start: 29, end: 35 } },
      { type: 'expression', source: '1 + 2', range: { start: 35, end: 43 } },
    ]);
  });

  it('has no segment for an empty text', () => {
    expect(parseTemplate('')).to.deep.equal({ segments: [], errors: [] });
  });

  it('reports what can never be evaluated, all at once', () => {
    expect(parseTemplate('@(1 +) @contact.name @(frob(1)) @(upper(1, 2)) @(1 / 0) @(').errors).to.deep.equal([
      { expression: '@(1 +)', message: 'Expected a value, found the end.', range: { start: 0, end: 6 } },
      { expression: '@(frob(1))', message: 'There is no function "frob".', range: { start: 21, end: 31 } },
      {
        expression: '@(upper(1, 2))',
        message: 'upper takes 1 argument, not 2.',
        range: { start: 32, end: 46 },
      },
    ]);
  });
});
