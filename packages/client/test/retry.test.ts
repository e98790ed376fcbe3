import { expect } from 'chai';
import {
  AbortError,
  AuthenticationError,
  ConflictError,
  ConnectionError,
  InvalidInputError,
  RateLimitError,
  ResponseValidationError,
  ServerError,
  TimeoutError,
  ValidationError,
} from '../src/errors.js';
import { retryAfter, retryDelay, shouldRetry } from '../src/transport/retry.js';

const limits = { maxRetries: 3, maxRetryAfter: 60_000 };
const api = (status: number, retryAfter?: number) => ({ status, retryAfter });

describe('shouldRetry', () => {
  const rows: [what: string, error: unknown, tries: number, expected: boolean][] = [
    ['connection error', new ConnectionError('x'), 1, true],
    ['time-out of a try', new TimeoutError('x'), 1, true],
    ['the last allowed retry', new ConnectionError('x'), 3, true],
    ['no retries left', new ConnectionError('x'), 4, false],
    ['408', new ValidationError('x', api(408)), 1, true],
    ['409 without Retry-After', new ConflictError('x', api(409)), 1, false],
    ['409 with Retry-After', new ConflictError('x', api(409, 1000)), 1, true],
    ['409 with Retry-After: 0', new ConflictError('x', api(409, 0)), 1, true],
    ['425', new ValidationError('x', api(425)), 1, true],
    ['429', new RateLimitError('x', api(429)), 1, true],
    ['429 with the longest wait allowed', new RateLimitError('x', api(429, 60_000)), 1, true],
    ['429 with a longer wait', new RateLimitError('x', api(429, 60_001)), 1, false],
    ['500', new ServerError('x', api(500)), 1, true],
    ['503', new ServerError('x', api(503)), 1, true],
    ['503 with a wait that is too long', new ServerError('x', api(503, 600_000)), 1, false],
    ['599', new ServerError('x', api(599)), 1, true],
    ['400', new ValidationError('x', api(400)), 1, false],
    ['401', new AuthenticationError('x', api(401)), 1, false],
    ['404', new ValidationError('x', api(404)), 1, false],
    ['422', new ValidationError('x', api(422)), 1, false],
    ['422 with Retry-After', new ValidationError('x', api(422, 1000)), 1, false],
    ['an answer of a wrong shape', new ResponseValidationError('x', api(200)), 1, false],
    ['an argument that is wrong', new InvalidInputError('x'), 1, false],
    ['an abort', new AbortError('x'), 1, false],
    ["an error of the caller's own functions", new TypeError('x'), 1, false],
    ['something thrown that is no error', 'x', 1, false],
  ];
  for (const [what, error, tries, expected] of rows) {
    it(`${expected ? 'tries again' : 'gives up'} after: ${what}`, () => {
      expect(shouldRetry(error, tries, limits)).to.equal(expected);
    });
  }
});

describe('retryDelay', () => {
  it('is what the server asks for, without jitter', () => {
    expect(retryDelay(1234, 1, () => 0.5)).to.equal(1234);
    expect(retryDelay(0, 3, () => 0.5)).to.equal(0);
  });
  it('is otherwise a random part of a growing, bounded span', () => {
    const whole = [1, 2, 3, 4, 5, 6, 20].map((tries) => retryDelay(undefined, tries, () => 1));
    expect(whole).to.deep.equal([500, 1000, 2000, 4000, 8000, 8000, 8000]);
    expect(retryDelay(undefined, 3, () => 0)).to.equal(0);
    expect(retryDelay(undefined, 3, () => 0.25)).to.equal(500);
  });
});

describe('retryAfter', () => {
  const now = Date.parse('2026-11-23T10:00:00Z');
  const rows: [status: number, headers: Record<string, string>, expected: number | undefined][] = [
    [429, { 'retry-after': '2' }, 2000],
    [503, { 'retry-after': '0' }, 0],
    [503, { 'retry-after': '1.5' }, 1500],
    [429, { 'retry-after': 'Mon, 23 Nov 2026 10:00:30 GMT' }, 30_000],
    [429, { 'retry-after': 'Mon, 23 Nov 2026 09:00:00 GMT' }, 0],
    [429, { 'retry-after': '-5' }, 0],
    [429, { 'retry-after': 'soon' }, undefined],
    [429, { 'retry-after': '' }, undefined],
    [429, { 'ratelimit-reset': '7' }, 7000],
    [429, { 'retry-after': '2', 'ratelimit-reset': '7' }, 2000],
    [503, { 'ratelimit-reset': '7' }, undefined],
    [500, {}, undefined],
  ];
  for (const [status, headers, expected] of rows) {
    it(`is ${String(expected)} for ${status} with ${JSON.stringify(headers)}`, () => {
      expect(retryAfter(status, new Headers(headers), now)).to.equal(expected);
    });
  }
});
