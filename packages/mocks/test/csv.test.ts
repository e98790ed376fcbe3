import { expect } from 'chai';
import * as fc from 'fast-check';
import { byteOrderMark, formatCsvRecord } from '../src/csv/format-csv.js';
import { parseCsv } from '../src/csv/parse-csv.js';

const read = (text: string) => [...parseCsv(text)].map(({ cells }) => cells);

describe('parseCsv', () => {
  const cases: [string, string, string[][]][] = [
    ['nothing', '', []],
    ['one record without a line end', 'a,b', [['a', 'b']]],
    ['CRLF, LF and CR', 'a\r\nb\nc\rd', [['a'], ['b'], ['c'], ['d']]],
    ['a byte order mark', '\uFEFFa,b\n', [['a', 'b']]],
    ['blank lines', '\n\na\n\n\nb\n\n', [['a'], ['b']]],
    [
      'empty cells',
      ',a,\r\n,',
      [
        ['', 'a', ''],
        ['', ''],
      ],
    ],
    ['quotes', '"a, b","c ""d""",""\n', [['a, b', 'c "d"', '']]],
    ['line ends in quotes', '"a\r\nb",c\nd', [['a\r\nb', 'c'], ['d']]],
    ['a quote within a cell that is not quoted', 'a"b,c', [['a"b', 'c']]],
    ['spaces, which are text', ' a , b\n', [[' a ', ' b']]],
  ];
  for (const [name, text, expected] of cases) {
    it(`reads ${name}`, () => expect(read(text)).to.deep.equal(expected));
  }

  it('numbers the records as they stand in the file', () => {
    expect([...parseCsv('a\n\n"b\nb"\nc')].map(({ row }) => row)).to.deep.equal([1, 3, 4]);
  });

  const faulty: [string, string, string][] = [
    ['a quote that is never closed', 'a\n"b,c\nd', 'Row 2'],
    ['text behind a closing quote', 'a\nb\n"c"d', 'Row 3'],
  ];
  for (const [name, text, where] of faulty) {
    it(`refuses ${name}, and says where`, () => expect(() => read(text)).to.throw(SyntaxError, where));
  }
});

describe('formatCsvRecord', () => {
  const cases: [string, string[], string][] = [
    ['plain cells', ['a', 'b c', ''], 'a,b c,\r\n'],
    ['commas, quotes and line ends', ['a,b', 'c"d', 'e\nf', 'g\rh'], '"a,b","c""d","e\nf","g\rh"\r\n'],
    ['formulas', ['=1+1', '+1', '-1', '@x', '\tx', '\rx'], `'=1+1,'+1,'-1,'@x,'\tx,"'\rx"\r\n`],
    ['a formula with a comma', ['=A1,B1'], `"'=A1,B1"\r\n`],
    ['what only looks like one', ['a=1', '1-1', ' =1'], 'a=1,1-1, =1\r\n'],
  ];
  for (const [name, cells, expected] of cases) {
    it(`writes ${name}`, () => expect(formatCsvRecord(cells)).to.equal(expected));
  }

  it('writes what parseCsv reads, whatever is in the cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '"', ',', '\n', '\r', ' ', "'") });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 }), (records) => {
        const safe = records.map((cells) => cells.map((text) => text.replace(/^\r+/, '')));
        expect(read(byteOrderMark + safe.map(formatCsvRecord).join(''))).to.deep.equal(safe);
      }),
    );
  });
});
