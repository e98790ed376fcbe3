// The suites about what holds for every endpoint.
import './any-endpoint.test.js';
import './bad-input.test.js';
import './conventions.test.js';
import './idempotency.test.js';
import './lists.test.js';
