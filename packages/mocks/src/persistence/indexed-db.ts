import type { TableName } from '../store/rows.js';
import type { Progress, RowChange, Store } from '../store/store.js';
import { stateOf, type Opened, type Persistence } from './persistence.js';

const rowsStore = 'rows';
const progressKey = 'progress';

/** Keeps a store in IndexedDB: what each transaction changed, and no more. */
export class IndexedDbPersistence implements Persistence {
  readonly #store: Store;
  readonly #database: IDBDatabase;
  #written: Promise<void> = Promise.resolve();

  private constructor(store: Store, database: IDBDatabase) {
    this.#store = store;
    this.#database = database;
  }

  /**
   * Opens the database of that name and loads what it holds into the store; from then on every change is written.
   *
   * @throws DOMException where it cannot be opened (a private window, for one).
   */
  static async open(store: Store, name: string): Promise<Opened> {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(rowsStore);
    const persistence = new IndexedDbPersistence(store, await resultOf(request));
    const restored = await persistence.#load();
    if (!restored) persistence.#writeAll();
    store.onCommit((changes) => persistence.#write(changes));
    return { persistence, restored };
  }

  kept(): Promise<void> {
    return this.#written;
  }

  async replace(): Promise<void> {
    this.#writeAll();
    await this.#written;
  }

  async #load(): Promise<boolean> {
    const rows = this.#database.transaction(rowsStore).objectStore(rowsStore);
    const [keys, values] = await Promise.all([resultOf(rows.getAllKeys()), resultOf(rows.getAll())]);
    const kept = values as unknown[];
    const loaded: [table: string, row: unknown][] = [];
    let progress: Progress | undefined;
    keys.forEach((key, index) => {
      if (key === progressKey) progress = kept[index] as Progress;
      else if (Array.isArray(key) && typeof key[0] === 'string') loaded.push([key[0], kept[index]]);
    });
    if (!progress) return false;
    this.#store.load(stateOf(this.#store, progress, loaded));
    return true;
  }

  #write(changes: readonly RowChange[]): void {
    this.#inTransaction((rows) => {
      for (const { table, id, after } of changes) {
        if (after) rows.put(after, [table, id]);
        else rows.delete([table, id]);
      }
    });
  }

  #writeAll(): void {
    const { tables } = this.#store.state();
    this.#inTransaction((rows) => {
      rows.clear();
      for (const name of Object.keys(tables) as TableName[]) {
        for (const row of tables[name]) rows.put(row, [name, row.id]);
      }
    });
  }

  #inTransaction(write: (rows: IDBObjectStore) => void): void {
    const transaction = this.#database.transaction(rowsStore, 'readwrite');
    const rows = transaction.objectStore(rowsStore);
    write(rows);
    rows.put(this.#store.progress(), progressKey);
    // Transactions are done in order, so the last one's end is the end of all.
    this.#written = new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB wrote nothing.'));
    });
  }
}

function resultOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed.'));
  });
}
