/**
 * Registers `<fluenzr-contact-groups>`, with warnings for developers.
 *
 * @module
 */
import './warnings.js';
import '../contact-groups/define.js';
