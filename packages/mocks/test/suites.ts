// Every suite that calls a backend through its door.
import './bad-input.test.js';
import './clock.test.js';
import './contacts.test.js';
import './conventions.test.js';
import './exports.test.js';
import './first-lead.test.js';
import './groups.test.js';
import './idempotency.test.js';
import './imports.test.js';
import './jobs.test.js';
import './lists.test.js';
import './reconcile.test.js';
import './statistics.test.js';
