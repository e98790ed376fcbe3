/**
 * Registers `<fluenzr-group-picker>`, with warnings for developers.
 *
 * @module
 */
import './warnings.js';
import '../group-picker/define.js';
