import { expect } from 'chai';
import { evaluateExpression, parseTemplate, renderTemplate } from '@fluenzr/expressions';
import { messageOf, valueOf } from './evaluate.js';

const nest = (open: string, inner: string, close: string, depth: number) =>
  open.repeat(depth) + inner + close.repeat(depth);

const TOO_DEEP = 'The expression is nested deeper than 100.';
const TOO_LONG = 'The text is longer than 100000 characters.';
const TOO_MUCH = 'The expressions take too much work: simplify them.';

describe('nesting', () => {
  for (const [what, open, inner, close, value] of [
    ['brackets', '(', '1', ')', 1],
    ['calls', 'upper(', '"a"', ')', 'A'],
    ['signs', '-', '1', '', 1],
    ['lambdas', '', '1', '', 1],
  ] as const) {
    it(`takes 100 ${what} in each other`, () => {
      expect(valueOf(nest(open, inner, close, 100))).to.equal(value);
    });
  }
  for (const [what, open, inner, close] of [
    ['brackets', '(', '1', ')'],
    ['calls', 'upper(', '"a"', ')'],
    ['indexes', 'a[', '0', ']'],
    ['signs', '-', '1', ''],
    ['lambdas', '(a) => ', 'a', ''],
  ] as const) {
    it(`refuses 101 ${what} in each other, and 20,000`, () => {
      expect(messageOf(nest(open, inner, close, 101))).to.equal(TOO_DEEP);
      expect(messageOf(nest(open, inner, close, 20_000))).to.equal(TOO_DEEP);
    });
  }

  it('takes long runs of operators and members, which are not nested', () => {
    expect(valueOf(`0${' + 1'.repeat(20_000)}`)).to.equal(20_000);
    expect(valueOf(`a${'.b'.repeat(101)}`, { a: nested(102) })).to.deep.equal({});
    expect(messageOf(`a${'.b'.repeat(20_000)}`, { a: {} })).to.equal('There is no "b" in an object.');
  });

  it('refuses to print or give back data that contains itself', () => {
    const loop: Record<string, unknown> = { list: [] as unknown[] };
    loop['name'] = loop;
    (loop['list'] as unknown[]).push(loop['list']);
    const message = 'Lists and objects are nested deeper than 100.';
    expect(messageOf('loop', { loop })).to.equal(message);
    expect(messageOf('json(loop)', { loop })).to.equal(message);
    expect(messageOf('text(loop)', { loop })).to.equal(message);
    expect(messageOf('text(loop.list)', { loop })).to.equal(message);
  });
});

function nested(depth: number): object {
  let object = {};
  for (let level = 1; level < depth; level++) object = { b: object };
  return object;
}

describe('the length of a result', () => {
  const long = 'x'.repeat(100_000);

  it('is at most 100,000 in a template', () => {
    expect(renderTemplate('@long', { long })).to.deep.equal({ text: long, errors: [] });
    expect(renderTemplate(long, {})).to.deep.equal({ text: long, errors: [] });
  });

  const half = 'x'.repeat(49_999);

  it('is at most 100,000 for join, to the character', () => {
    expect(valueOf('join(array(half, half), "--")', { half })).to.have.length(100_000);
    expect(messageOf('join(array(half, half), "---")', { half })).to.equal(TOO_LONG);
  });

  it('leaves out an expression that does not fit, and prints those that do', () => {
    const { text, errors } = renderTemplate('a@long@short', { long, short: 'b' });
    expect(text).to.equal('ab');
    expect(errors).to.deep.equal([
      {
        expression: '@long',
        message: 'The whole text is longer than 100000 characters: this part did not fit.',
        range: { start: 1, end: 6 },
      },
    ]);
  });

  it('cuts plain text, once and between characters', () => {
    const { text, errors } = renderTemplate(`${long.slice(1)}😀 and more @@ @short`, { short: 'b' });
    expect(text).to.equal(long.slice(1));
    expect(errors).to.have.length(1);
    expect(errors[0]?.range.start).to.equal(0);
  });

  for (const source of [
    'long & "x"',
    'join(array(long, long), "")',
    'replace(long, "x", "xx")',
    'upper(array(long, long))',
    'text(array(long, long))',
    'json(quotes)',
    'longer',
    'array(longer)',
    'text_length(upper(sharp))',
    'default(long & "x", "short")',
    'is_error(long & "x")',
  ]) {
    it(`is at most 100,000 for ${source}`, () => {
      expect(
        messageOf(source, {
          long,
          longer: `${long}x`,
          quotes: '"'.repeat(60_000),
          sharp: 'ß'.repeat(60_000),
        }),
      ).to.equal(TOO_LONG);
    });
  }
});

describe('the work of one call', () => {
  const list = Array.from({ length: 1_000 }, (_, index) => index);
  const text = 'ab'.repeat(20_000);
  const huge = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key_${index}`, index]));
  for (const source of [
    'foreach(list, (a) => foreach(list, (b) => foreach(list, (c) => a * b * c)))',
    'foreach(list, (a) => replace(text, "a", "b"))',
    'foreach(list, (a) => join(list, ", "))',
    'foreach(list, (a) => sort(reverse(list)))',
    'foreach(list, (a) => concat(list, list, list))',
    'foreach(list, (a) => default(foreach(list, (b) => 1 / 0), is_error(1 / 0)))',
    'foreach(list, (a) => upper(text))',
    'foreach(list, (a) => text = text)',
    'foreach(list, (a) => text < "b")',
    'foreach(list, (a) => contains(text, "c"))',
    'foreach(list, (a) => count(huge))',
    'foreach(list, (a) => if(huge, 1, 2))',
    'foreach(list, (a) => huge.KEY_99999)',
    'foreach(list, (a) => json(list))',
    'foreach(list, (a) => format_date("2026-03-01", "MMMM MMMM MMMM MMMM MMMM MMMM MMMM MMMM"))',
    'foreach(list, (a) => foreach(list, (b) => has_group(groups, "grp_1")))',
    'foreach(list, (a) => foreach(list, (b) => "2026-01-01T00:00:00Z" < "2026-01-02T00:00:00Z"))',
    'replace(text, (text & text), "x")',
  ]) {
    it(`ends ${source}`, () => {
      expect(messageOf(source, { list, text, huge, groups: list })).to.equal(TOO_MUCH);
    });
  }

  it('ends lambdas of many parameters', () => {
    const parameters = Array.from({ length: 2_000 }, (_, index) => `p${index}`);
    const source = `foreach(list, (a, ${parameters.join(', ')}) => 1, ${parameters.map(() => '0').join(', ')})`;
    expect(messageOf(source, { list })).to.equal(TOO_MUCH);
  });

  it('ends a list that doubles at each step', () => {
    const source = nest('foreach(array(concat(a, a)), (a) => ', 'a', ')', 30);
    expect(messageOf(source, { a: [1] })).to.equal(TOO_MUCH);
  });

  it('ends a text that doubles at each step', () => {
    expect(messageOf(nest('foreach(array(a & a), (a) => ', 'a', ')', 30), { a: 'x' })).to.equal(TOO_LONG);
  });

  it('is shared by the expressions of a template, and the text between them is kept', () => {
    const { text: rendered, errors } = renderTemplate('1@(count(foreach(list, (n) => n)))2'.repeat(2_000), {
      list,
    });
    expect(rendered.length).to.be.at.most(100_000);
    expect(errors.at(-1)?.message).to.equal(TOO_MUCH);
    expect(rendered.endsWith('1212')).to.equal(true);
  });

  it('does not grow with the square of marks on one letter', () => {
    const marks = `a${'\u0301'.repeat(40_000)}${'\u0323'.repeat(40_000)}`;
    expect(valueOf('sort(array(marks, "b", other))', { marks, other: `${marks}x` })).to.have.length(3);
    expect(valueOf('marks = other', { marks, other: `${marks}x` })).to.equal(false);
  });
});

describe('hostile templates', () => {
  for (const piece of [
    '@(',
    '@("',
    '@((',
    '(',
    '@',
    '@contact.',
    '@("\\',
    '@(a => ',
    '@@(',
    '@()',
    '@contact.-',
  ]) {
    it(`takes ${JSON.stringify(piece)} 40,000 times`, () => {
      const template = piece.repeat(40_000);
      const { segments } = parseTemplate(template);
      expect(
        segments.map(({ range }) => template.slice(range.start, range.end)).join('') === template,
      ).to.equal(true);
      expect(renderTemplate(template, { contact: {} }).text.length).to.be.at.most(100_000);
      expect(evaluateExpression(template, {})).to.have.property('ok', false);
    });
  }
});
