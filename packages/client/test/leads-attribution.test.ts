import { expect } from 'chai';
import { type Attribution, attribution } from '@fluenzr/client/leads';
import { memoryStorage } from './leads-fixture.js';

const now = Date.parse('2026-01-05T09:00:00Z');
const at = '2026-01-05T09:00:00.000Z';

describe('attribution', () => {
  const visit = (href: string, referrer = '', storage?: Storage, time = now): Attribution =>
    attribution(
      storage !== undefined,
      {
        location: { href },
        document: { referrer },
        get localStorage(): Storage {
          if (!storage) throw new Error('Storage was touched.');
          return storage;
        },
      },
      time,
    );

  it('tells campaign, click id, referrer and landing page', () => {
    const { first, last } = visit(
      'https://www.example.com/tour?utm_source=linkedin&utm_medium=paid&utm_campaign=q4&utm_term=crm&utm_content=a&gclid=1&fbclid=2&msclkid=3&li_fat_id=4&ttclid=5&email=ada@example.com#top',
      'https://www.linkedin.com/feed?id=7',
    );
    expect(last).to.deep.equal({
      utm_source: 'linkedin',
      utm_medium: 'paid',
      utm_campaign: 'q4',
      utm_term: 'crm',
      utm_content: 'a',
      gclid: '1',
      fbclid: '2',
      msclkid: '3',
      li_fat_id: '4',
      ttclid: '5',
      referrer: 'https://www.linkedin.com/feed',
      landingPage: 'https://www.example.com/tour',
      at,
    });
    expect(first).to.deep.equal(last);
  });

  it('keeps the first arrival and follows the last, while walking through the site changes nothing', () => {
    const storage = memoryStorage();
    visit('https://www.example.com/?utm_source=linkedin', '', storage);
    visit('https://www.example.com/prices', 'https://www.example.com/', storage, now + 1000);
    visit('https://www.example.com/blog', 'https://news.example.net/', storage, now + 2000);
    const { first, last } = visit('https://www.example.com/form', '', storage, now + 3000);
    expect(first?.utm_source).to.equal('linkedin');
    expect(last).to.deep.equal({
      referrer: 'https://news.example.net/',
      landingPage: 'https://www.example.com/blog',
      at: '2026-01-05T09:00:02.000Z',
    });
  });

  it('touches no storage unless told to', () => {
    visit('https://www.example.com/?utm_source=linkedin');
    expect(visit('https://www.example.com/form').first).to.deep.equal({
      landingPage: 'https://www.example.com/form',
      at,
    });
  });

  it('cuts what is longer than an endpoint takes', () => {
    const { last } = visit(`https://www.example.com/?utm_source=${'x'.repeat(10_000)}`);
    expect(last?.utm_source).to.have.length(500);
  });

  for (const text of ['{', 'null', '7', '"x"'])
    it(`bears ${text} in its place`, () => {
      const storage = memoryStorage();
      storage.setItem('fluenzr-attribution', text);
      expect(visit('https://www.example.com/?gclid=1', '', storage).first?.gclid).to.equal('1');
    });

  it('bears storage that throws, and a referrer that is no address', () => {
    const blocked = {
      getItem: () => {
        throw new DOMException('Blocked', 'SecurityError');
      },
      setItem: () => {
        throw new DOMException('Full', 'QuotaExceededError');
      },
    } as unknown as Storage;
    expect(visit('https://www.example.com/?gclid=1', 'about:client', blocked).last?.gclid).to.equal('1');
  });
});
