// The suites about contacts, groups and jobs.
import './contacts.test.js';
import './exports.test.js';
import './first-lead.test.js';
import './groups.test.js';
import './imports.test.js';
import './jobs.test.js';
import './queries.test.js';
import './scenario.test.js';
