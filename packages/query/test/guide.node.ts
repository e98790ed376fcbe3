// Holds the guide to the code: each query of its tables finds, means or gets wrong what the table says.
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import {
  compileQuery,
  formatQuery,
  parseQuery,
  type QueryContact,
  type QueryNode,
  type QuerySchema,
} from '@fluenzr/query';

const guide = readFileSync(new URL('../../../docs/guide/queries.md', import.meta.url), 'utf8');
const { schema, now, contacts } = JSON.parse(/^```json\n(.*?)^```$/ms.exec(guide)?.[1] ?? '') as {
  schema: QuerySchema;
  now: string;
  contacts: QueryContact[];
};

/** The rows of all tables whose first columns have these titles, as cells. */
function rows(...titles: string[]): string[][] {
  const cells = (line: string) =>
    line
      .replace(/^\| | *\|$/g, '')
      .split(' | ')
      .map((cell) => cell.trim());
  let inside = false;
  return guide.split('\n').flatMap((line) => {
    if (!line.startsWith('|')) inside = false;
    if (inside && !line.startsWith('| --')) return [cells(line)];
    if (line.startsWith('|') && titles.every((title, index) => cells(line)[index] === title)) inside = true;
    return [];
  });
}

/** What a code span holds. */
const code = (cell: string | undefined) => /^`(.*)`$/.exec(cell ?? '')?.[1] ?? '';

function parsed(text: string): QueryNode {
  const result = parseQuery(text, { schema });
  expect(result.errors).to.deep.equal([]);
  if (!result.ok) throw new Error(text);
  return result.ast;
}

describe('the guide to queries', () => {
  const finds = rows('Query', 'Finds');
  const means = [
    ...rows('Query', 'Finds', 'It means').map(([query, , meaning]) => [query, meaning]),
    ...rows('Query', 'Normal form'),
  ];
  const mistakes = rows('Query', 'Kind', 'Wrong part');

  it('has its examples', () => {
    expect([finds.length, means.length, mistakes.length]).to.deep.equal([46, 8, 17]);
  });

  for (const [query, names] of finds) {
    it(`${query ?? ''} finds ${names ?? ''}`, () => {
      const matches = compileQuery(parsed(code(query)), { schema, now: new Date(now) });
      const found = contacts.filter(matches).map((contact) => contact.firstName);
      expect(found.join(', ') || 'nobody').to.equal(names);
    });
  }

  for (const [query, meaning] of means) {
    it(`${query ?? ''} means ${meaning ?? ''}`, () => {
      expect(formatQuery(parsed(code(query)))).to.equal(code(meaning));
    });
  }

  for (const [query, kind, part] of mistakes) {
    it(`${query ?? ''} is ${kind ?? ''}`, () => {
      const text = code(query);
      const errors = parseQuery(text, { schema }).errors.map(({ kind, range }) => [
        kind,
        text.slice(range.start, range.end),
      ]);
      expect(errors).to.deep.equal([[code(kind), code(part)]]);
    });
  }
});
