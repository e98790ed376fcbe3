import { useMswDoor } from './msw-worker.js';

useMswDoor();
await import('./suites-contacts.js');
