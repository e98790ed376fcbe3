import type { Store } from '../store/store.js';
import { FilePersistence } from './file.js';
import { IndexedDbPersistence } from './indexed-db.js';
import type { Opened } from './persistence.js';

/**
 * Keeps a store in IndexedDB under a name, or in Node in a file of that name.
 *
 * @throws Error where there is neither, and where what is there cannot be read.
 */
export function keepUnder(store: Store, name: string): Promise<Opened> {
  if (typeof indexedDB !== 'undefined') return IndexedDbPersistence.open(store, name);
  // Not an import: this module is in browser bundles too.
  const { process: node } = globalThis as { process?: Partial<Pick<typeof process, 'getBuiltinModule'>> };
  const files = node?.getBuiltinModule?.('node:fs');
  if (files) return FilePersistence.open(store, name, files.promises);
  throw new Error('persist() needs IndexedDB, or Node. Use snapshot() and restore() instead.');
}
