import { expect } from 'chai';
import { type FormInput, FormsError, parseForms } from '../src/index.js';

const website: FormInput = {
  id: 'frm_website',
  title: 'Example Ltd',
  groupId: 'grp_1',
  origins: ['https://www.example.com'],
};

/** Pointers of the mistakes in form records. */
function mistakesIn(...forms: unknown[]): string[] {
  try {
    parseForms({ forms });
  } catch (error) {
    expect(error).to.be.instanceOf(FormsError);
    return (error as FormsError).mistakes.map(({ pointer, code }) => `${pointer} ${code}`);
  }
  return [];
}

describe('form records', () => {
  it('need an id, a title, a group and origins; the rest has safe defaults', () => {
    const form = parseForms({ forms: [website] }).get('frm_website');
    expect(form).to.include({ optIn: 'confirm', locale: undefined });
    expect(form?.limits.network).to.deep.equal({ max: 10, seconds: 600 });
    expect(form?.mail).to.deep.equal({ disposable: 'quarantine', free: 'accept' });
    expect(form?.challenge).to.deep.equal({ kind: 'none' });
  });

  it('name every mistake at once', () => {
    const wrong = { id: 'website', title: '', origins: ['https://www.example.com/'], optin: 'single' };
    expect(mistakesIn(website, wrong)).to.have.members([
      '/forms/1/id INVALID_VALUE',
      '/forms/1/title TOO_SHORT',
      '/forms/1/groupId REQUIRED',
      '/forms/1/origins/0 INVALID_VALUE',
      '/forms/1/optin UNKNOWN_MEMBER',
    ]);
    expect(() => parseForms({ forms: [wrong] })).to.throw(
      FormsError,
      /5 mistakes:\n(?:.*\n)* {2}\/forms\/0\/id: This must be frm_/,
    );
  });

  for (const [what, members, pointer] of [
    ['an origin with a path', { origins: ['https://www.example.com/de'] }, '/forms/0/origins/0'],
    ['an origin with a wildcard', { origins: ['https://*.example.com'] }, '/forms/0/origins/0'],
    ['an origin of another kind', { origins: ['ftp://example.com'] }, '/forms/0/origins/0'],
    ['no origins', { origins: [] }, '/forms/0/origins'],
    ['a redirect that is a script', { redirectAllow: ['javascript:alert(1)'] }, '/forms/0/redirectAllow/0'],
    ['a redirect without a host', { redirectAllow: ['/thanks'] }, '/forms/0/redirectAllow/0'],
    ['a trap that browsers fill in', { honeypot: 'website2' }, '/forms/0/honeypot'],
    ['a trap that is a field', { honeypot: 'k7_qvw', fields: { k7_qvw: {} } }, '/forms/0/honeypot'],
    ['a field with the name of a member', { fields: { email: {} } }, '/forms/0/fields/email'],
    ['a field with the name of a touch', { fields: { utm_source: {} } }, '/forms/0/fields/utm_source'],
    [
      'a number with options',
      { fields: { size: { type: 'number', options: ['1'] } } },
      '/forms/0/fields/size/options',
    ],
    [
      'several values without options',
      { fields: { size: { multiple: true } } },
      '/forms/0/fields/size/multiple',
    ],
    ['an unknown kind of challenge', { challenge: { kind: 'riddle' } }, '/forms/0/challenge'],
    [
      'a captcha without a secret',
      { challenge: { kind: 'turnstile', siteKey: 'k' } },
      '/forms/0/challenge/secret',
    ],
    ['an unknown language', { locale: 'tlh' }, '/forms/0/locale'],
    ['a limit of nothing', { limits: { network: { max: 0, seconds: 60 } } }, '/forms/0/limits/network/max'],
    ['an unknown touch', { attribution: { 'first.utm_magic': 'x' } }, '/forms/0/attribution'],
    ['a group that an example left open', { groupId: 'grp_…' }, '/forms/0/groupId'],
    ['a field that is no key', { fields: { 'company-size': {} } }, '/forms/0/fields/company-size'],
    ['a field with capitals', { fields: { companySize: {} } }, '/forms/0/fields/companySize'],
    [
      'a consent in a field that is no key',
      { consent: { version: '1', text: 'Yes', field: 'Consent' } },
      '/forms/0/consent/field',
    ],
    [
      'a touch in a field that is no key',
      { attribution: { 'first.utm_source': 'First source' } },
      '/forms/0/attribution/first.utm_source',
    ],
    ['a title of two lines', { title: 'Example\r\nBcc: eve@example.com' }, '/forms/0/title'],
  ] as const) {
    it(`cannot have ${what}`, () => {
      const mistakes = mistakesIn({ ...website, ...members });
      expect(mistakes.map((mistake) => mistake.split(' ')[0])).to.satisfy(
        (pointers: string[]) => pointers.length > 0 && pointers.every((found) => found.startsWith(pointer)),
        mistakes.join(),
      );
    });
  }

  it('cannot share an id', () => {
    expect(mistakesIn(website, website)).to.deep.equal(['/forms/1/id INVALID_VALUE']);
  });

  for (const document of [
    undefined,
    null,
    [],
    {},
    { forms: [] },
    { forms: {} },
    { forms: [website], form: 1 },
    'forms',
  ]) {
    it(`cannot be ${document === undefined ? 'nothing' : JSON.stringify(document)}`, () => {
      expect(() => parseForms(document)).to.throw(FormsError);
    });
  }
});
