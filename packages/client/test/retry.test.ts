import { expect } from 'chai';
import { type Retriable, retryAfter, retryDelay, shouldRetry } from '../src/transport/retry.js';

describe('shouldRetry', () => {
  const rows: [what: string, failure: Retriable, tries: number, expected: boolean][] = [
    ['connection error', { name: 'ConnectionError' }, 1, true],
    ['time-out of a try', { name: 'TimeoutError' }, 1, true],
    ['the last allowed retry', { name: 'ConnectionError' }, 3, true],
    ['no retries left', { name: 'ConnectionError' }, 4, false],
    ['408', { name: 'APIError', status: 408 }, 1, true],
    ['409 without Retry-After', { name: 'APIError', status: 409 }, 1, false],
    ['409 with Retry-After', { name: 'APIError', status: 409, retryAfter: 1000 }, 1, true],
    ['409 with Retry-After: 0', { name: 'APIError', status: 409, retryAfter: 0 }, 1, true],
    ['425', { name: 'APIError', status: 425 }, 1, true],
    ['429', { name: 'APIError', status: 429 }, 1, true],
    ['429 with the longest wait allowed', { name: 'APIError', status: 429, retryAfter: 60_000 }, 1, true],
    ['429 with a longer wait', { name: 'APIError', status: 429, retryAfter: 60_001 }, 1, false],
    ['429 without retries left', { name: 'APIError', status: 429, retryAfter: 1 }, 4, false],
    ['500', { name: 'APIError', status: 500 }, 1, true],
    ['503', { name: 'APIError', status: 503 }, 1, true],
    ['503 with a wait that is too long', { name: 'APIError', status: 503, retryAfter: 600_000 }, 1, false],
    ['599', { name: 'APIError', status: 599 }, 1, true],
    ['a status of four digits', { name: 'APIError', status: 5000 }, 1, false],
    ['400', { name: 'APIError', status: 400 }, 1, false],
    ['401', { name: 'APIError', status: 401 }, 1, false],
    ['404', { name: 'APIError', status: 404 }, 1, false],
    ['422', { name: 'APIError', status: 422 }, 1, false],
    ['422 with Retry-After', { name: 'APIError', status: 422, retryAfter: 1000 }, 1, false],
    ['an answer of a wrong shape', { name: 'ResponseValidationError', status: 200 }, 1, false],
    ['a redirect as a page sees it', { name: 'ResponseValidationError', status: 0 }, 1, false],
    ['an argument that is wrong', { name: 'InvalidInputError' }, 1, false],
    ['an abort', { name: 'AbortError' }, 1, false],
    ["an error of the caller's own functions", new TypeError('x'), 1, false],
  ];
  for (const [what, failure, tries, expected] of rows) {
    it(`${expected ? 'tries again' : 'gives up'} after: ${what}`, () => {
      expect(shouldRetry(failure, tries, 3, 60_000)).to.equal(expected);
    });
  }
  it('never tries again with maxRetries: 0', () => {
    expect(shouldRetry({ name: 'ConnectionError' }, 1, 0, 60_000)).to.equal(false);
  });
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
    [429, { 'retry-after': 'Mon, 23 Nov 2026 09:00:00 GMT' }, undefined],
    [429, { 'retry-after': '-5' }, undefined],
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
