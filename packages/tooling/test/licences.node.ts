import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { licences } from '../src/licences.js';

const rowsOf = (page: string) =>
  page
    .split('\n')
    .filter((line) => /^\| [@\w]/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));

describe('the list of licences', () => {
  it('is that of what is installed (else: npm run licences)', () => {
    const page = readFileSync(fileURLToPath(new URL('../../../docs/licences.md', import.meta.url)), 'utf8');
    expect(rowsOf(page)).to.deep.equal(rowsOf(licences()));
  });

  it('has none that asks an application for its source', () => {
    const [, ...rows] = rowsOf(licences());
    expect(rows.length).to.be.greaterThan(10);
    for (const [, name, licence] of rows)
      expect(licence, name).to.match(/MIT|ISC|BSD|Apache|0BSD|PostgreSQL|Unlicense|CC0|BlueOak/);
  });
});
