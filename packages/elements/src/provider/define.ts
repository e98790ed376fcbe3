/**
 * Registers `<fluenzr-provider>`.
 *
 * @module
 */
import { FluenzrProvider } from './provider.js';

if (!customElements.get('fluenzr-provider')) customElements.define('fluenzr-provider', FluenzrProvider);

/** So that TypeScript knows the tag where this module alone is imported. */
export type { FluenzrProvider } from './provider.js';
