/**
 * Registers `<fluenzr-lead-form>`. A second copy of the script on a page finds the name taken and changes nothing.
 *
 * @module
 */
import { FluenzrLeadForm } from './lead-form.js';

if (!customElements.get('fluenzr-lead-form')) customElements.define('fluenzr-lead-form', FluenzrLeadForm);
