// The tests are written for mocha's interface (which @web/test-runner brings in the browser); in Node the
// built-in runner offers the same functions, so the same suites run in both.
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';

// MSW 3 calls this; Node 20 does not have it yet.
Promise.withResolvers ??= function withResolvers() {
  /** @type {(value: unknown) => void} */
  let resolve = () => {};
  /** @type {(reason?: unknown) => void} */
  let reject = () => {};
  const promise = new Promise((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return /** @type {PromiseWithResolvers<any>} */ ({ promise, resolve, reject });
};

Object.assign(globalThis, { after, afterEach, before, beforeEach, describe, it });
