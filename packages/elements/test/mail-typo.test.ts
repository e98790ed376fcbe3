import { expect } from 'chai';
import fc from 'fast-check';
import { mailDomains } from '../src/lead-form/mail-domains.js';
import { mailTypo } from '../src/lead-form/mail-typo.js';

describe('mailTypo', () => {
  for (const [typed, meant] of [
    ['ada@gmial.com', 'ada@gmail.com'],
    ['ada@gmai.com', 'ada@gmail.com'],
    ['ada@gmaill.com', 'ada@gmail.com'],
    ['ada@gmail.con', 'ada@gmail.com'],
    ['ada@gmail.cm', 'ada@gmail.com'],
    ['Ada.L@Hotmial.com', 'Ada.L@hotmail.com'],
    ['ada@outlok.com', 'ada@outlook.com'],
    ['ada@northlight.con', 'ada@northlight.com'],
    ['"a@b"@yaho.com', '"a@b"@yahoo.com'],
  ] as const)
    it(`takes ${typed} for ${meant}`, () => expect(mailTypo(typed)).to.equal(meant));

  for (const right of [
    'ada@example.com',
    'ada@northlight.co',
    'ada@we.com',
    'ada@mail.de',
    'ada@GMAIL.com',
    'ada',
    '@gmial.com',
    '',
  ])
    it(`leaves ${right || 'nothing'} as it is`, () => expect(mailTypo(right)).to.equal(undefined));

  it('leaves every known domain as it is, keeps what stands before the @, and is content with its own answer', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z.]{1,12}$/),
        fc.constantFrom(...mailDomains),
        fc.nat(),
        fc.stringMatching(/^[a-z]$/),
        (name, domain, place, letter) => {
          expect(mailTypo(`${name}@${domain}`)).to.equal(undefined);
          const at = place % domain.length;
          const slip = `${name}@${domain.slice(0, at)}${letter}${domain.slice(at)}`;
          const meant = mailTypo(slip);
          expect(meant?.startsWith(`${name}@`) ?? true).to.equal(true);
          if (meant && mailDomains.includes(meant.slice(name.length + 1)))
            expect(mailTypo(meant)).to.equal(undefined);
        },
      ),
    );
  });
});
