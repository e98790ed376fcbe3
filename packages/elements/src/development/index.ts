/**
 * The classes, with warnings for developers about those that are registered.
 *
 * @module
 */
import './warnings.js';
export * from '../index.js';
