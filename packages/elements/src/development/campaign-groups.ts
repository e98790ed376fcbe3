/**
 * Registers `<fluenzr-campaign-groups>`, with warnings for developers.
 *
 * @module
 */
import './warnings.js';
import '../campaign-groups/define.js';
