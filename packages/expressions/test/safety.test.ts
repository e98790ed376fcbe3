import { expect } from 'chai';
import fc from 'fast-check';
import { evaluateExpression, parseTemplate, renderTemplate } from '@fluenzr/expressions';
import { context, options } from './sample-context.js';

/** Texts made of the language's own pieces: more of them are nearly right than of random characters. */
const expressionLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'( ) [ ] , . " \\ => = != < <= > >= + - * / ^ & @ @( @@ true null 0 1 2.5 -1'.split(' '),
        ...'contact groups name fields tags id constructor __proto__ (g)=>g g "a" "2026-01-01"'.split(' '),
        ...'if( and( join( foreach( filter( sort( round( json( has_group( format_date( extract('.split(' '),
        ' ',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

const plain = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replaceAll('@', ''));

const REACHING = [
  ...['constructor', '__proto__', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__'],
  ...['globalThis', 'window', 'self', 'document', 'process', 'Function', 'Object', 'eval', 'fetch', 'this'],
  ...['length', 'map', 'at', 'call', 'apply', 'arguments', 'caller', 'undefined', 'NaN', 'Infinity', 'holds'],
];

describe('any text', () => {
  it('without @ renders to itself', () => {
    fc.assert(
      fc.property(plain, (text) => {
        expect(renderTemplate(text, context)).to.deep.equal({ text, errors: [] });
      }),
    );
  });

  it('renders to itself once its @ are doubled', () => {
    fc.assert(
      fc.property(expressionLike, (text) => {
        expect(renderTemplate(text.replaceAll('@', '@@'), context)).to.deep.equal({ text, errors: [] });
      }),
    );
  });

  it('that is none, from a caller without types, counts as empty', () => {
    const empty = evaluateExpression('', context);
    for (const none of [undefined, null, 5, {}] as unknown as string[]) {
      expect(renderTemplate(none, context)).to.deep.equal({ text: '', errors: [] });
      expect(parseTemplate(none)).to.deep.equal({ segments: [], errors: [] });
      expect(evaluateExpression(none, context)).to.deep.equal(empty);
    }
  });

  it('never throws, and reports errors where they are', () => {
    fc.assert(
      fc.property(expressionLike, (text) => {
        const rendered = renderTemplate(text, context, options);
        const parsed = parseTemplate(text);
        for (const { expression, message, range } of [...rendered.errors, ...parsed.errors]) {
          expect(text.slice(range.start, range.end)).to.equal(expression);
          expect(expression).to.match(/^@/);
          expect(message).to.match(/\.$/);
        }
        const result = evaluateExpression(text, context, options);
        if (result.ok) expect(JSON.parse(JSON.stringify(result.value))).to.deep.equal(result.value);
        else expect(result.error.expression).to.equal(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is covered by its segments, without gaps', () => {
    fc.assert(
      fc.property(expressionLike, (text) => {
        let end = 0;
        for (const { range } of parseTemplate(text).segments) {
          expect(range.start).to.equal(end);
          expect(range.end).to.be.above(range.start);
          end = range.end;
        }
        expect(end).to.equal(text.length);
      }),
    );
  });

  it('is kept round a faulty expression', () => {
    fc.assert(
      fc.property(
        plain,
        plain,
        fc.constantFrom('1 / 0', '1 +', 'nothing', 'frob()'),
        (before, after, source) => {
          const { text, errors } = renderTemplate(`${before}@(${source})${after}`, context);
          expect(text).to.equal(before + after);
          expect(errors).to.have.length(1);
          expect(errors[0]?.range).to.deep.equal({
            start: before.length,
            end: before.length + source.length + 3,
          });
        },
      ),
    );
  });

  it('survives as a quoted text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const quoted = `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
        expect(evaluateExpression(quoted, {})).to.have.property('value', text);
        expect(renderTemplate(`(@(${quoted}))`, {}).text).to.equal(`(${text})`);
      }),
    );
  });
});

describe('the operators', () => {
  it('reckon like the numbers they are given', () => {
    const whole = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const value = (operator: string) => {
          const result = evaluateExpression(`a ${operator} b`, { a, b });
          return result.ok ? result.value : result.error.message;
        };
        expect(value('+')).to.equal(a + b);
        expect(value('-')).to.equal(a - b);
        expect(value('*')).to.equal(a * b);
        expect(value('<')).to.equal(a < b);
        expect(value('>=')).to.equal(a >= b);
        expect(value('=')).to.equal(a === b);
      }),
    );
  });

  it('order texts one way only', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'binary' }),
        fc.string({ minLength: 1, unit: 'binary' }),
        (a, b) => {
          const holds = (source: string) => {
            const result = evaluateExpression(source, { a: `x${a}`, b: `x${b}` });
            return result.ok && result.value === true;
          };
          expect([holds('a < b'), holds('a = b'), holds('a > b')].filter(Boolean)).to.have.length(1);
          expect(holds('a <= b')).to.equal(!holds('a > b'));
        },
      ),
    );
  });
});

describe('what lies outside the context', () => {
  for (const name of REACHING) {
    for (const source of [
      name,
      `contact.${name}`,
      `contact["${name}"]`,
      `contact.groups.${name}`,
      `contact.first_name.${name}`,
      `contact.fields.score.${name}`,
      `array(1)["${name}"]`,
      `object("a", 1).${name}`,
      `extract(contact, "${name}")`,
      `has_text("a").${name}`,
      `has_text("a").match.${name}`,
      `upper.${name}`,
      `foreach(array(1), (g) => g.${name})`,
      `${name}("return 1")`,
    ]) {
      it(`is not reached by ${source}`, () => {
        expect(evaluateExpression(source, context)).to.have.property('ok', false);
      });
    }
    it(`is not reached by the paths of ${name}`, () => {
      expect(renderTemplate(`@${name} @contact.${name} @contact.groups.${name}`, context).text).to.equal(
        `@${name}  `,
      );
    });
  }

  it('is not reached by any path', () => {
    const step = fc.oneof(
      fc.constantFrom(...REACHING).map((name) => `.${name}`),
      fc.constantFrom(...REACHING).map((name) => `["${name}"]`),
      fc.constantFrom('.groups', '[0]', '.name', '.fields', '.match', '.-1'),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 5 }), fc.constantFrom(...REACHING), (steps, last) => {
        expect(evaluateExpression(`contact${steps.join('')}.${last}`, context)).to.have.property('ok', false);
      }),
    );
  });

  it('is not reached through a prototype of the context', () => {
    class Inherited {
      readonly own = 1;
    }
    Object.assign(Inherited.prototype, { name: 'inherited' });
    expect(
      renderTemplate('[@name]', Object.create({ name: 'inherited' }) as Record<string, unknown>).text,
    ).to.equal('[@name]');
    expect(evaluateExpression('thing', { thing: new Inherited() })).to.have.property('value', null);
    const holes: unknown[] = [];
    holes.length = 2;
    Object.setPrototypeOf(holes, Object.assign(Object.create(Array.prototype), { 0: 'inherited' }) as object);
    expect(evaluateExpression('holes[0]', { holes })).to.have.property('ok', false);
    expect(evaluateExpression('holes', { holes })).to.have.deep.property('value', [null, null]);
  });

  it('is not changed by an object with a dangerous name in it', () => {
    const result = evaluateExpression('object("__proto__", object("polluted", true), "a", 1)', {});
    expect(result.ok && Object.getPrototypeOf(result.value)).to.equal(Object.prototype);
    expect(result.ok && Object.keys(result.value as object)).to.deep.equal(['__proto__', 'a']);
    expect({}).not.to.have.property('polluted');
    const parsed = JSON.parse('{"__proto__": {"name": "own"}}') as Record<string, unknown>;
    expect(evaluateExpression('data.__proto__.name', { data: parsed })).to.have.property('value', 'own');
    expect(evaluateExpression('data', { data: parsed }).ok).to.equal(true);
  });

  it('is not changed at all: results are copies, the context stays as it was', () => {
    const before = JSON.stringify(context);
    const result = evaluateExpression('contact.groups', context);
    expect(result.ok && result.value).to.deep.equal(context.contact.groups);
    expect(result.ok && result.value).not.to.equal(context.contact.groups);
    for (const source of [
      'sort(contact.tags)',
      'reverse(contact.groups)',
      'concat(contact.tags, array(1))',
    ]) {
      evaluateExpression(source, context);
    }
    expect(JSON.stringify(context)).to.equal(before);
  });
});
