import { expect } from 'chai';
import fc from 'fast-check';
import type { GroupOption } from '@fluenzr/elements';
import { windowOf, rowAfter, scrollTo } from '../src/group-picker/listbox-window.js';
import { inSections, isHeading } from '../src/group-picker/option-source.js';
import { fold, matchesIn, Search, wordsOf } from '../src/group-picker/search.js';
import { countText } from '../src/group-picker/count-text.js';

const named = (...names: string[]): GroupOption[] =>
  names.map((name, index) => ({ id: String(index), name, type: 'STATIC', color: '#000000' }));
const found = (query: string, ...names: string[]): string[] =>
  new Search(named(...names)).find(query).map(({ name }) => name);

describe('search of groups', () => {
  for (const [query, names, expected] of [
    ['', ['B', 'A'], ['B', 'A']],
    ['  ', ['B', 'A'], ['B', 'A']],
    ['LEADS', ['Active Customers', 'LinkedIn Leads Q4'], ['LinkedIn Leads Q4']],
    ['elodie', ['Élodie’s accounts', 'E-commerce'], ['Élodie’s accounts']],
    ['ÉLODIE', ['Elodie'], ['Elodie']],
    ['q4 linked', ['LinkedIn Leads Q4', 'Q4'], ['LinkedIn Leads Q4']],
    // the whole name's beginning, then a word's, then anywhere
    ['in', ['Fintech', 'Leads in Paris', 'Inbound'], ['Inbound', 'Leads in Paris', 'Fintech']],
    ['in', ['Fintech', '[DYN] Inbound Leads'], ['[DYN] Inbound Leads', 'Fintech']],
    ['[dyn', ['Inbound', '[DYN] Inbound'], ['[DYN] Inbound']],
    ['commerce', ['Ecommerce', 'E-commerce'], ['E-commerce', 'Ecommerce']],
    ['.*', ['Anything', 'a.*b'], ['a.*b']],
    ['σας', ['ΠΕΛΑΤΕΣ ΣΑΣ'], ['ΠΕΛΑΤΕΣ ΣΑΣ']],
    ['missing', ['A'], []],
  ] as const)
    it(`finds ${JSON.stringify(expected)} for "${query}"`, () => {
      expect(found(query, ...names)).to.deep.equal(expected);
    });

  it('keeps the order among equals', () => {
    expect(found('lead', 'Leads B', 'Leads A', 'Leads C')).to.deep.equal(['Leads B', 'Leads A', 'Leads C']);
  });

  const marked = (name: string, query: string): string[] =>
    matchesIn(name, wordsOf(query)).map(([from, to]) => name.slice(from, to));

  for (const [name, query, matches] of [
    ['LinkedIn Leads Q4', 'lead', [[9, 13]]],
    ['Leads', 'lead', [[0, 4]]],
    ['Leads', 'eads', [[1, 5]]],
    ['Élodie', 'el', [[0, 2]]],
    ['E\u0301lodie', 'el', [[0, 3]]],
    [
      'Leads in Lead',
      'lead',
      [
        [0, 4],
        [9, 13],
      ],
    ],
    ['abab', 'aba bab', [[0, 4]]],
    ['😀 Leads', 'lead', [[3, 7]]],
    [
      '<b>Leads</b>',
      'b',
      [
        [1, 2],
        [10, 11],
      ],
    ],
    ['Leads', '', []],
  ] as const)
    it(`marks "${query}" in "${name}"`, () => {
      expect(matchesIn(name, wordsOf(query))).to.deep.equal(matches);
    });

  it('marks a text with another case and accents as it stands', () => {
    expect(marked('ÉLODIE and Élodie', 'elo')).to.deep.equal(['ÉLO', 'Élo']);
  });

  it('marks what it has found, in parts of the name that follow each other and do not touch', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
        (name, query) => {
          const words = wordsOf(query);
          const matches = matchesIn(name, words);
          let before = -1;
          for (const [from, to] of matches) {
            expect(from).to.be.greaterThan(before);
            expect(to).to.be.greaterThan(from).and.at.most(name.length);
            before = to;
          }
          for (const word of words)
            if (fold(name).includes(word) && Array.from(name, fold).join('').includes(word))
              expect(matches).not.to.deep.equal([]);
        },
      ),
    );
  });

  it('finds each name by each of its words', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1 }), (names) => {
        const search = new Search(named(...names));
        for (const name of names)
          for (const word of wordsOf(name))
            expect(search.find(word).map((group) => group.name)).to.include(name);
      }),
    );
  });
});

describe('window of the list', () => {
  it('always holds the rows in sight, and always as many rows', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.double({ min: 20, max: 90, noNaN: true }),
        fc.integer({ min: 100, max: 900 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (count, rowHeight, viewHeight, share) => {
          const scrollTop = Math.max(0, count * rowHeight - viewHeight) * share;
          const { from, to } = windowOf({ scrollTop, viewHeight, rowHeight }, count);
          expect(from).to.be.at.most(Math.floor(scrollTop / rowHeight));
          expect(to).to.be.at.least(Math.min(count, Math.ceil((scrollTop + viewHeight) / rowHeight)));
          expect(to - from).to.equal(Math.min(count, Math.ceil(viewHeight / rowHeight) + 4));
        },
      ),
    );
  });

  it('brings a row into sight with the least scrolling', () => {
    const viewport = { scrollTop: 100, viewHeight: 200, rowHeight: 50 };
    expect([0, 1, 2, 5, 6, 9].map((row) => scrollTo(row, viewport))).to.deep.equal([
      0, 50, 100, 100, 150, 300,
    ]);
  });

  it('goes over headings, and to nowhere when there is nothing', () => {
    const { rows, headings } = inSections([
      { id: '1', name: 'A', type: 'STATIC', color: '' },
      { id: '2', name: 'B', type: 'DYNAMIC', color: '' },
      { id: '3', name: 'C', type: 'NEW', color: '' },
      { id: '4', name: 'D', type: 'STATIC', color: '' },
    ]);
    expect(rows.map((row) => (isHeading(row) ? row.section : row.name))).to.deep.equal([
      'DYNAMIC',
      'B',
      'STATIC',
      'A',
      'D',
      'NEW',
      'C',
    ]);
    expect(headings).to.deep.equal([0, 2, 5]);
    expect(rowAfter(rows, -1, 1)).to.equal(1);
    expect(rowAfter(rows, 1, 1)).to.equal(3);
    expect(rowAfter(rows, 3, -1)).to.equal(1);
    expect(rowAfter(rows, 1, -1), 'stays where nothing is above').to.equal(1);
    expect(rowAfter(rows, -1, -1)).to.equal(6);
    expect(rowAfter([], -1, 1)).to.equal(-1);
  });
});

describe('texts of the picker', () => {
  it('count as the language does', () => {
    const texts = { one: '{count} contact', other: '{count} contacts' };
    expect([0, 1, 1240].map((count) => countText(texts, count, 'en'))).to.deep.equal([
      '0 contacts',
      '1 contact',
      '1,240 contacts',
    ]);
    expect(countText(texts, 0, 'fr')).to.equal('0 contact');
    expect(countText({ other: '{count} x' }, 1, 'en')).to.equal('1 x');
  });
});
