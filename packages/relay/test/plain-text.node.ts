import { expect } from 'chai';
import { looksLikeFormula } from '../src/plain-text.js';

describe('a text that', () => {
  for (const formula of [
    '=1+1',
    ' =1+1',
    '@SUM(A1:A9)',
    '+ SUM (A1)',
    '-(2+3)',
    "+cmd|' /C calc'!A0",
    "@a|b|'c'!A0",
  ]) {
    it(`is ${formula} looks like a formula`, () => expect(looksLikeFormula(formula)).to.equal(true));
  }
  for (const text of ['+33 (0)6 12 34', '-5', '@ada', '+1 more | none', 'a=b', '- see below!']) {
    it(`is ${text} does not`, () => expect(looksLikeFormula(text)).to.equal(false));
  }

  it('is made to keep the check busy is checked all the same', () => {
    // were a part to match in two ways, this would take hours
    for (const character of ['|', ' ', '(', '.', 'a'])
      expect(looksLikeFormula(`+${character.repeat(1_000_000)}x`)).to.equal(character === '(');
  });
});
