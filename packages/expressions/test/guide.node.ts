// Holds the guide to the code: each example of its tables prints what the table says, and no function is left out.
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { renderTemplate } from '@fluenzr/expressions';
import type { ExpressionContext } from '@fluenzr/expressions';
import { options } from './sample-context.js';

const guide = readFileSync(new URL('../../../docs/guide/expressions.md', import.meta.url), 'utf8');
const context = JSON.parse(/^```json\n(.*?)^```$/ms.exec(guide)?.[1] ?? '') as ExpressionContext;

/** The rows of the tables that have an example in them, as cells. */
const rows = guide
  .split('\n')
  .filter((line) => /^\|.*`.*@.*\|$/.test(line))
  .map((line) =>
    line
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim()),
  );

/** What a code span holds; the word "nothing" stands for an empty one, which Markdown does not have. */
const code = (cell: string | undefined) => (cell === 'nothing' ? '' : /^`(.*)`$/.exec(cell ?? '')?.[1]);

describe('the guide', () => {
  it('has examples', () => {
    expect(rows.length).to.be.above(60);
  });

  for (const cells of rows) {
    const at = cells.findIndex((cell) => cell.includes('@'));
    const [template, printed, message] = cells.slice(at);
    it(`${String(template)} prints ${String(printed)}`, () => {
      const { text, errors } = renderTemplate(code(template) ?? '', context, options);
      expect(text).to.equal(code(printed));
      expect(errors.map((error) => error.message)).to.deep.equal(message === undefined ? [] : [message]);
    });
  }

  const functions =
    'if, and, or, not, default, count, join, sort, reverse, unique, concat, slice, array, object, filter, foreach, ' +
    'extract, extract_object, contains, upper, lower, title, trim, text_length, replace, split, round, min, max, mean, ' +
    'number, text, json, today, now, format_date, has_group, has_any_word, has_text, is_error';
  for (const name of functions.split(', ')) {
    it(`has a row for ${name}`, () => {
      expect(guide).to.match(new RegExp(`^\\| \`${name}\\(`, 'm'));
    });
  }
});
