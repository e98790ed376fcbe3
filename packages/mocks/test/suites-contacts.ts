// The suites about contacts, groups, and the API's conventions.
import './bad-input.test.js';
import './contacts.test.js';
import './conventions.test.js';
import './exports.test.js';
import './first-lead.test.js';
import './groups.test.js';
import './idempotency.test.js';
import './imports.test.js';
import './jobs.test.js';
import './lists.test.js';
import './queries.test.js';
import './scenario.test.js';
