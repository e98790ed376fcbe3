/**
 * Registers `<fluenzr-group-stats>`, with warnings for developers.
 *
 * @module
 */
import './warnings.js';
import '../group-stats/define.js';
