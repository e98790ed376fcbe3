import { useMswDoor } from './msw-worker.js';

useMswDoor();
await import('./suites-conventions.js');
