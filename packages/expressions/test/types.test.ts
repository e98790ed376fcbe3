import { expect } from 'chai';
import { evaluateExpression, parseTemplate, renderTemplate } from '@fluenzr/expressions';
import type {
  EvaluationResult,
  ExpressionContext,
  ExpressionError,
  ExpressionOptions,
  ExpressionValue,
  ParsedTemplate,
  RenderedTemplate,
  TemplateSegment,
} from '@fluenzr/expressions';

/** Compiles only where each type can stand for the other. */
const same = <A, B>(yes: [A] extends [B] ? ([B] extends [A] ? true : false) : false) => yes;

interface Contact {
  readonly first_name: string;
}

describe('the types', () => {
  it('name what the functions take and give', () => {
    expect(
      [
        same<
          Parameters<typeof renderTemplate>,
          [text: string, context: ExpressionContext, options?: ExpressionOptions | undefined]
        >(true),
        same<ReturnType<typeof renderTemplate>, RenderedTemplate>(true),
        same<ReturnType<typeof evaluateExpression>, EvaluationResult>(true),
        same<ReturnType<typeof parseTemplate>, ParsedTemplate>(true),
        same<RenderedTemplate['errors'], readonly ExpressionError[]>(true),
        same<TemplateSegment['type'], 'text' | 'path' | 'expression'>(true),
      ].every(Boolean),
    ).to.equal(true);
  });

  it('tell a value from an error', () => {
    const contact: Contact = { first_name: 'Zoé' };
    const result = evaluateExpression('contact.first_name', { contact });
    const shown: ExpressionValue | ExpressionError = result.ok ? result.value : result.error;
    expect(shown).to.equal('Zoé');
    // @ts-expect-error a result must be looked at before its value is there
    expect(result.value).to.equal('Zoé');
  });

  it('tell segments apart by their type', () => {
    const sources = parseTemplate('Hi @contact.first_name').segments.map((segment) =>
      segment.type === 'text' ? segment.text : segment.source,
    );
    expect(sources).to.deep.equal(['Hi ', 'contact.first_name']);
  });

  it('refuse what is no text, context or option', () => {
    // @ts-expect-error no context
    expect(() => renderTemplate('Hi')).not.to.throw();
    // @ts-expect-error a date is given as such
    expect(evaluateExpression('now()', {}, { now: 'today' })).to.have.property('ok', false);
  });
});
