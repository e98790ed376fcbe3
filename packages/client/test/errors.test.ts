import { expect } from 'chai';
import * as errors from '../src/errors.js';
import type * as failures from '../src/transport/failure.js';
import { answerError } from '../src/transport/answer.js';

const { APIError, FluenzRError } = errors;

const answered = (status: number) =>
  answerError('GET /contacts/{id}', new Response(null, { status }), '', 'req_1');

describe('error classes', () => {
  const rows: [status: number, name: keyof typeof errors][] = [
    [400, 'BadRequestError'],
    [401, 'AuthenticationError'],
    [403, 'PermissionDeniedError'],
    [404, 'NotFoundError'],
    [409, 'ConflictError'],
    [412, 'PreconditionFailedError'],
    [422, 'ValidationError'],
    [429, 'RateLimitError'],
    [500, 'ServerError'],
    [503, 'ServerError'],
    [599, 'ServerError'],
    [405, 'APIError'],
    [413, 'APIError'],
    [418, 'APIError'],
    [302, 'ResponseValidationError'],
    [204, 'ResponseValidationError'],
  ];
  const classes = Object.entries(errors).filter(
    (entry): entry is [string, typeof FluenzRError] =>
      typeof entry[1] === 'function' && 'prototype' in entry[1] && /^[A-Z]/.test(entry[0]),
  );

  for (const [status, name] of rows) {
    it(`${status} is a ${name}, and of no other class beside its ancestors`, () => {
      const error = answered(status);
      expect(error.name).to.equal(status >= 400 ? 'APIError' : 'ResponseValidationError');
      const held = classes.filter(([, type]) => error instanceof type).map(([own]) => own);
      const ancestors = status >= 400 ? ['APIError', 'FluenzRError'] : ['FluenzRError'];
      expect(held.sort()).to.deep.equal([...new Set([name, ...ancestors])].sort());
    });
  }

  it('hold for the errors of a second copy of the package, both ways', async () => {
    const copy = (await import(new URL('../src/errors.ts?copy', import.meta.url).href)) as typeof errors;
    expect(copy.FluenzRError).to.not.equal(FluenzRError);
    const failure = (await import(
      new URL('../src/transport/failure.ts?copy', import.meta.url).href
    )) as typeof failures;
    const theirs = new failure.Failure('APIError', 'gone', { status: 404 });
    expect(theirs).to.be.instanceOf(errors.NotFoundError);
    expect(theirs).to.be.instanceOf(APIError);
    expect(theirs).to.be.instanceOf(FluenzRError);
    expect(theirs).to.not.be.instanceOf(errors.ConflictError);
    expect(answered(409)).to.be.instanceOf(copy.ConflictError);
  });

  it('hold for nothing else', () => {
    const lookalike = Object.assign(new Error('x'), { name: 'APIError', status: 404 });
    for (const value of [lookalike, null, undefined, 0, 'NotFoundError', {}, Object.create(null)]) {
      expect(value).to.not.be.instanceOf(FluenzRError);
      expect(value).to.not.be.instanceOf(errors.NotFoundError);
      expect(value).to.not.be.instanceOf(APIError);
    }
  });

  it('are errors like any other', () => {
    const error = answered(404);
    expect(error).to.be.instanceOf(Error);
    expect(String(error)).to.match(/^APIError: GET \/contacts\/\{id\}: 404/);
    expect(error.stack).to.be.a('string');
  });
});

describe('answerError', () => {
  it('takes any JSON for a problem document without failing', () => {
    const bodies = [
      'null',
      '1',
      '"text"',
      '[]',
      '[null]',
      '{}',
      '{"errors":5}',
      '{"errors":[null]}',
      '{"errors":[{"pointer":5}]}',
      '{"code":{"toString":1}}',
      '{"detail":{"toString":null}}',
      '{"errors":[{"pointer":"/__proto__","message":"x"}]}',
      '{"__proto__":{"polluted":true}}',
      '{"errors":[{"pointer":"/constructor","code":"X","message":{"toString":1}}]}',
    ];
    for (const body of bodies) {
      const error = answerError('POST /contacts', new Response(null, { status: 422 }), body, 'req_1');
      expect(error, body).to.be.instanceOf(errors.ValidationError);
      expect(error.message, body).to.contain('req_1');
    }
    expect({}).to.not.have.property('polluted');
    expect(Object.prototype).to.not.have.property('message');
  });
});
