/**
 * Registers `<fluenzr-lead-form>`, with warnings for developers.
 *
 * @module
 */
import './warnings.js';
import '../lead-form/define.js';
