/**
 * The React components, with warnings for developers.
 *
 * @module
 */
import './warnings.js';
export * from '../react/index.js';
