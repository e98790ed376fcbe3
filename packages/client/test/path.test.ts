import { expect } from 'chai';
import fc from 'fast-check';
import { InvalidInputError } from '../src/errors.js';
import { fillPath } from '../src/transport/path.js';

const template = '/groups/{id}/contacts/{contactId}';

describe('fillPath', () => {
  it('puts values into their places', () => {
    expect(fillPath(template, { id: 'grp_1', contactId: 'con_1' })).to.equal('/groups/grp_1/contacts/con_1');
    expect(fillPath('/contacts')).to.equal('/contacts');
  });

  for (const value of ['', '.', '..', '\ud800', 5, null, undefined, {}, ['con_1']]) {
    it(`refuses ${JSON.stringify(value)}`, () => {
      expect(() => fillPath(template, { id: 'grp_1', contactId: value })).to.throw(
        InvalidInputError,
        /contactId/,
      );
    });
  }

  it('keeps any other text in its segment, and the server can read it back', () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1 })
      .filter((value) => value !== '.' && value !== '..');
    const tricky = fc.constantFrom(
      '../../jobs',
      'a/b',
      'a%2Fb',
      '%2e%2e',
      '?q=1',
      '#x',
      '\\..\\x',
      ' ',
      '\n',
      '..;',
      '💥',
      'a:b@c',
    );
    fc.assert(
      fc.property(fc.oneof(text, tricky), fc.oneof(text, tricky), (id, contactId) => {
        const url = new URL(`https://crm.example.com/api/v1${fillPath(template, { id, contactId })}`);
        expect(url.search + url.hash).to.equal('');
        const segments = url.pathname.split('/');
        expect(segments).to.have.length(7);
        expect(segments.slice(0, 4)).to.deep.equal(['', 'api', 'v1', 'groups']);
        expect(segments[5]).to.equal('contacts');
        expect(decodeURIComponent(segments[4]!)).to.equal(id);
        expect(decodeURIComponent(segments[6]!)).to.equal(contactId);
      }),
    );
  });
});
