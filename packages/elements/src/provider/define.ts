/**
 * Registers `<fluenzr-provider>`.
 *
 * @module
 */
import { FluenzrProvider } from './provider.js';

if (!customElements.get('fluenzr-provider')) customElements.define('fluenzr-provider', FluenzrProvider);
