// The suites about campaigns and what moves contacts through them.
import './campaigns.test.js';
import './clock.test.js';
import './explain.test.js';
import './reconcile.test.js';
import './simulate.test.js';
import './smart-groups.test.js';
import './statistics.test.js';
import './workflow.test.js';
