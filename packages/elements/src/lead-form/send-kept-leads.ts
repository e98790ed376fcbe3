/**
 * Sends what waits on this device from earlier visits, on pages with and without a form. With several copies of the script
 * on a page, one sends at a time.
 *
 * @module
 */
import { outbox } from '@fluenzr/client/leads';

if ('document' in globalThis) {
  outbox.solveChallenge = async (url) => (await import('./challenge.js')).solve(url);
  outbox.start();
}
