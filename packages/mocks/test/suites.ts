// Every suite that calls a backend through its door.
import './bad-input.test.js';
import './clock.test.js';
import './conventions.test.js';
import './first-lead.test.js';
import './idempotency.test.js';
import './lists.test.js';
import './reconcile.test.js';
