/**
 * What a relay needs on Node: stores, SMTP, a server.
 *
 * @module
 */
export { openDataDirectory } from './data-directory.js';
export type { DataDirectory } from './data-directory.js';
export type { ControlServer } from './control-socket.js';
export { loadForms } from './forms-file.js';
export { takesMail } from './mail-exchange.js';
export { openPostgres } from './postgres.js';
export { serve } from './server.js';
export type { ServerOptions, Serving } from './server.js';
export { smtp } from './smtp.js';
