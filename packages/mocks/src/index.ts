/**
 * The FluenzR backend in memory, for tests and demos.
 *
 * @module
 */
export { createMockBackend } from './backend.js';
export type { Mail, MockBackend, MockBackendOptions, Snapshot, StepError } from './backend.js';
export type { Change, Changes } from './changes.js';
export type { ClockMode } from './clock.js';
export type { Listening } from './doors/http.js';
export type { Fault, FaultKind, Faults } from './faults.js';
export type { Simulate } from './simulate.js';
