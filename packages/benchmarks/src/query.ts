// `npm run bench:query`: the query language beside peggy, and beside a predicate written by hand.
import { compileQuery, parseQuery, type QueryContact, type QuerySchema } from '@fluenzr/query';
import peggy from 'peggy';
import grammar from './query.peggy';
import { printFigures, race } from './table.js';

const schema: QuerySchema = { fields: { age: 'number', company: 'text' }, timeZone: 'UTC' };
const text =
  'fields.age > 18 AND (tag = vip OR language = fr) AND fields.company ~ "acme" AND created_on > 2026-01-31';

const generated = peggy.generate(grammar) as {
  parse(text: string): unknown;
};
const { ast } = parseQuery(text, { schema });
if (!ast) throw new Error('The query of the benchmark is wrong.');
if (JSON.stringify(generated.parse(text)) !== JSON.stringify(ast))
  throw new Error('peggy builds another tree.');

const times = 20_000;
const repeat = (work: () => unknown) => () => {
  for (let count = 0; count < times; count += 1) work();
};
const [parseOurs = 0, parsePeggy = 0] = await race(
  repeat(() => parseQuery(text, { schema })),
  repeat(() => generated.parse(text)),
);

const languages = ['fr', 'en', 'de', null];
const contacts: QueryContact[] = Array.from({ length: 100_000 }, (_, index) => ({
  id: `con_${String(index)}`,
  email: `person${String(index)}@example.com`,
  tags: index % 3 === 0 ? ['newsletter', 'VIP'] : ['newsletter'],
  language: languages[index % 4] ?? null,
  fields: { age: index % 80, company: index % 2 === 0 ? 'The Acme Works' : 'Fintek' },
  createdAt: new Date(Date.UTC(2026, 0, 1) + (index % 90) * 86_400_000).toISOString(),
}));

const matches = compileQuery(ast, { schema });
// the same answers, as a developer would write them down by hand for this one query
const dayAfter = Date.UTC(2026, 1, 1);
const byHand = ({ fields = {}, tags = [], language, createdAt }: QueryContact): boolean =>
  typeof fields.age === 'number' &&
  fields.age > 18 &&
  (tags.some((tag) => tag.trim().toLowerCase() === 'vip') || language?.toLowerCase() === 'fr') &&
  typeof fields.company === 'string' &&
  fields.company.toLowerCase().includes('acme') &&
  createdAt !== undefined &&
  Date.parse(createdAt) >= dayAfter;

const found = contacts.filter(matches).length;
if (found === 0 || found !== contacts.filter(byHand).length)
  throw new Error('Ours and the predicate by hand disagree.');
const [matchOurs = 0, matchByHand = 0] = await race(
  () => contacts.filter(matches),
  () => contacts.filter(byHand),
);

printFigures('Contact queries', [
  {
    name: 'parse a 5-condition query, 20,000 times',
    ours: parseOurs,
    other: parsePeggy,
    otherName: 'peggy',
    atMost: 0.6,
  },
  {
    name: 'match 100,000 contacts, 5 conditions',
    ours: matchOurs,
    other: matchByHand,
    otherName: 'predicate by hand',
    atMost: 3,
  },
]);
