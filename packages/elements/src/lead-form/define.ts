/**
 * Registers `<fluenzr-lead-form>`, and sends what waits on this device from earlier visits: also on pages without a form.
 * A second copy of the script on a page finds the name taken, and the outbox lets one copy send at a time.
 *
 * @module
 */
import { outbox } from '@fluenzr/client/leads';
import { FluenzrLeadForm } from './lead-form.js';

if (!customElements.get('fluenzr-lead-form')) customElements.define('fluenzr-lead-form', FluenzrLeadForm);
outbox.solveChallenge = async (url) => (await import('./challenge.js')).solve(url);
outbox.start();
