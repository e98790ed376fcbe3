import { expect } from 'chai';
import { parseQuery, type QueryErrorKind, type QuerySchema } from '@fluenzr/query';
import { schema } from './workspace.js';

/** Takes « and » out of a text, and says where they stood. */
function marked(text: string): { plain: string; ranges: { start: number; end: number }[] } {
  const ranges: { start: number; end: number }[] = [];
  let plain = '';
  for (const part of text.split(/([«»])/)) {
    if (part === '«') ranges.push({ start: plain.length, end: plain.length });
    else if (part === '»') ranges.findLast((range) => range.end === range.start)!.end = plain.length;
    else plain += part;
  }
  return { plain, ranges };
}

/** Errors as `kind` and range, beside those expected. */
function check(text: string, kinds: QueryErrorKind[], with_: QuerySchema = schema): void {
  const { plain, ranges } = marked(text);
  const { ok, ast, errors } = parseQuery(plain, { schema: with_ });
  expect({ ok, ast }).to.deep.equal({ ok: false, ast: null });
  expect(errors.map(({ kind, range }) => ({ kind, range }))).to.deep.equal(
    kinds.map((kind, index) => ({ kind, range: ranges[index] })),
  );
  for (const error of errors) expect(error.message).to.match(/^.{8,}\.$/s);
}

describe('errors of parseQuery', () => {
  describe('underline exactly the wrong part', () => {
    const cases: [kind: QueryErrorKind, text: string][] = [
      // values, with their quotes
      ['invalid_number', 'age > «abc» AND name ~ zoé'],
      ['invalid_number', 'name ~ zoé AND age > «"a \\" b"»'],
      ['invalid_date', 'created_on > «yesterday»'],
      ['invalid_date', 'signed = «"31 March"»'],
      ['invalid_status', 'status = «gone»'],
      ['invalid_language', 'language != «english»'],
      ['invalid_group', 'group = «"Old Leads"»'],
      ['invalid_campaign', 'campaign = «Goodbye»'],
      ['invalid_partial_name', 'name ~ «"M. D."»'],
      ['invalid_partial_name', 'first_name has «z»'],
      ['invalid_partial_name', 'last_name ~ «""»'],
      ['invalid_partial_email', 'email ~ «"@a "»'],
      ['invalid_partial_email', '«@.»'],
      ['invalid_partial_text', 'company ~ «a»'],
      ['invalid_partial_text', 'company ~ «"🦄"»'],
      ['unsupported_setcheck', 'status != «""»'],
      // operators
      ['unsupported_contains', 'age «~» 18'],
      ['unsupported_contains', 'tag «has» vip'],
      ['unsupported_comparison', 'name «>» zoé'],
      ['unsupported_comparison', 'group «<=» anything'],
      // properties
      ['unknown_property', '«shoe_size» > 40'],
      ['unknown_property', '«FIELDS.Shoe_Size» > 40'],
      ['unknown_property', '«constructor» = 1'],
      ['unknown_property', '«fields.__proto__» = 1'],
      ['unknown_property_type', '«urns».age > 18'],
      ['unknown_property_type', '«İx».age > 18'],
      // form
      ['syntax', 'age > 18 «AND»'],
      ['syntax', '«or» age > 18'],
      ['syntax', 'age > 18 AND «OR» name ~ zoé'],
      ['syntax', 'name ~ zoé OR (age > 18 «AND»)'],
      ['syntax', '«(»age > 18 OR name ~ zoé'],
      ['syntax', 'age > 18«)» name ~ zoé'],
      ['syntax', 'name ~ zoé «()»'],
      ['syntax', 'name ~ zoé AND «(  )» OR age > 1'],
      ['syntax', 'age «>»'],
      ['syntax', 'age «>» AND name ~ zoé'],
      ['syntax', '(age «is») zoé'],
      ['syntax', '«=» 18'],
      ['syntax', 'name = «and»'],
      ['syntax', 'tag = «or»'],
      ['syntax', '(tag = «OR») zoé'],
      ['syntax', 'tag = «and» AND zoé'],
      ['syntax', 'tag «=» and zoé'],
      ['syntax', 'tag «=» or (zoé)'],
      ['syntax', 'age =«=» 18'],
      ['syntax', 'age < «>»'],
      ['syntax', 'age > 18 «<» 65'],
      ['syntax', 'name «has»'],
      ['syntax', 'name = «"zoé AND age > 18»'],
      ['syntax', 'age > «"18\\»'],
      ['syntax', 'name ~ zoé «#!*» dupont'],
      ['syntax', 'age > «€»'],
      ['syntax', '(«§»)'],
      ['syntax', '«🦄🦄» zoé'],
      ['syntax', '«first-name» = zoé'],
      ['syntax', '«a.b.c» = zoé'],
      ['syntax', '«fields.» = zoé'],
      ['syntax', '«"age"» > 18'],
      ['syntax', '«   »'],
    ];
    for (const [kind, text] of cases) it(`${kind}: ${text}`, () => check(text, [kind]));

    it('in UTF-16 code units', () => {
      const { errors } = parseQuery('"🦄" age > x', { schema });
      expect(errors[0]?.range).to.deep.equal({ start: 11, end: 12 });
    });

    it('with nothing to underline in an empty text', () => {
      const { errors } = parseQuery('', { schema });
      expect(errors).to.have.length(1);
      expect(errors[0]).to.deep.include({ kind: 'syntax', range: { start: 0, end: 0 } });
    });
  });

  describe('come all at once, in the order of the text', () => {
    const cases: [text: string, kinds: QueryErrorKind[]][] = [
      [
        '«shoe» = 4 OR (age > «x» AND name «>» zoé) «#» status = «gone»',
        ['unknown_property', 'invalid_number', 'unsupported_comparison', 'syntax', 'invalid_status'],
      ],
      ['age > «x» «AND»', ['invalid_number', 'syntax']],
      ['«shoe» «>» OR tag «>» 1', ['unknown_property', 'syntax', 'unsupported_comparison']],
      ['«urns».x = «#»', ['unknown_property_type', 'syntax']],
      ['«(»age > «x» OR «(»email ~ «z»', ['syntax', 'invalid_number', 'syntax', 'invalid_partial_email']],
      ['«AND» «)» age > «x»', ['syntax', 'syntax', 'invalid_number']],
    ];
    for (const [text, kinds] of cases) it(text, () => check(text, kinds));
  });

  it('says more where there is more to say', () => {
    const extras: [text: string, kind: QueryErrorKind, extra: object][] = [
      ['name ~ z', 'invalid_partial_name', { min_token_length: 2 }],
      ['email ~ ze', 'invalid_partial_email', { min_value_length: 3 }],
      ['company ~ z', 'invalid_partial_text', { min_value_length: 2 }],
      ['AGE ~ 18', 'unsupported_contains', { property: 'age' }],
      ['fields.age ~ 18', 'unsupported_contains', { property: 'fields.age' }],
      ['tag >= 18', 'unsupported_comparison', { property: 'tag', operator: '>=' }],
      ['id is ""', 'unsupported_setcheck', { property: 'id', operator: '=' }],
      ['shoe = 40', 'unknown_property', { property: 'shoe' }],
      ['URNS.tel = 40', 'unknown_property_type', { type: 'urns' }],
      ['age = x', 'invalid_number', {}],
      ['(', 'syntax', {}],
    ];
    for (const [text, kind, extra] of extras) {
      expect(parseQuery(text, { schema }).errors[0], text).to.deep.include({ kind, extra });
    }
  });

  it('refuses a field whose type is newer than this version', () => {
    const newer = JSON.parse('{"fields":{"vip":"boolean"}}') as QuerySchema;
    check('«vip» = true', ['unknown_property_type'], newer);
    expect(parseQuery('vip = true', { schema: newer }).errors[0]?.extra).to.deep.equal({ type: 'boolean' });
  });
});

describe('limits of parseQuery', () => {
  it('takes 10,000 characters, however many code units they are', () => {
    const long = (characters: number) => `"${'🦄'.repeat(characters - 2)}"`;
    expect(parseQuery(long(10_000), { schema }).ok).to.equal(true);
    const { errors } = parseQuery(long(10_001), { schema });
    expect(errors).to.have.length(1);
    expect(errors[0]).to.deep.include({ kind: 'too_complex', range: { start: 19_999, end: 20_000 } });
  });

  it('underlines what is too long, and reads nothing of it', () => {
    const { errors } = parseQuery('('.repeat(1_000_000), { schema });
    expect(errors.map(({ kind, range }) => ({ kind, range }))).to.deep.equal([
      { kind: 'too_complex', range: { start: 10_000, end: 1_000_000 } },
    ]);
  });

  it('takes brackets 100 deep', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}zoé${')'.repeat(depth)}`;
    expect(parseQuery(nested(100), { schema }).ok).to.equal(true);
    check(`${'('.repeat(100)}«(»zoé${')'.repeat(101)} AND age > «x»`, ['too_complex', 'invalid_number']);
    const { errors } = parseQuery(nested(4_000), { schema });
    expect(errors.map((error) => error.kind)).to.deep.equal(['too_complex']);
  });

  it('does not count brackets that are side by side', () => {
    expect(parseQuery('(zoé) '.repeat(200), { schema }).ok).to.equal(true);
  });

  it('takes 250 conditions', () => {
    expect(parseQuery('tag=a '.repeat(250), { schema }).ok).to.equal(true);
    check(`${'tag=a '.repeat(250)}«tag=b» tag=c zoé`, ['too_complex']);
    check(`(${'zoé OR '.repeat(250)}«"dupont"»)`, ['too_complex']);
    check(`(${'zoé OR '.repeat(250)}«shoe = 4»)`, ['too_complex']);
  });

  it('checks no more than 250 conditions, whatever their number', () => {
    let looked = 0;
    const counting: QuerySchema = {
      get fields() {
        looked++;
        return {};
      },
    };
    const { errors } = parseQuery('x=1 '.repeat(2_000), { schema: counting });
    expect(errors).to.have.length(251);
    expect(errors.at(-1)).to.deep.include({ kind: 'too_complex', range: { start: 1000, end: 1003 } });
    expect(looked).to.equal(250);
  });
});
