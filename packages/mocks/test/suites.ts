// Every suite that calls a backend through its door.
import './suites-campaigns.js';
import './suites-contacts.js';
import './suites-conventions.js';
