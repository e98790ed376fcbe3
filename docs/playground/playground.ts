// What is live in the docs' pages, as one classic script: the docs open from the disk, where module scripts do not load.
import './query-playground.js';
import './live-examples.js';
