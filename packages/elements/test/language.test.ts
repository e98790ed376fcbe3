import { expect } from 'chai';
import { languageAround, translation } from '../src/language.js';

describe('language', () => {
  const translations = {
    fr: () => Promise.resolve('français'),
    'pt-br': () => Promise.resolve('brasileiro'),
  };

  for (const [tag, texts] of [
    ['fr', 'français'],
    ['fr-CH', 'français'],
    ['FR', 'français'],
    ['pt-BR', 'brasileiro'],
    ['pt', undefined],
    ['en', undefined],
    ['', undefined],
    ['__proto__', undefined],
    ['constructor', undefined],
  ] as const)
    it(`has ${texts ?? 'English'} for "${tag}"`, async () => {
      expect(await translation(translations, tag)).to.equal(texts);
    });

  it('is that of the nearest element with a lang, over shadow roots', () => {
    const host = document.createElement('div');
    host.lang = 'fr';
    const inner = document.createElement('p');
    host.attachShadow({ mode: 'open' }).append(inner);
    expect(languageAround(inner)).to.equal('fr');
    inner.lang = 'de';
    expect(languageAround(inner)).to.equal('de');
    expect(languageAround(document.createElement('p'))).to.equal('');
  });
});
