import type { TableName } from './store/rows.js';
import type { Progress, RowChange, Store, StoreState } from './store/store.js';

const rowsStore = 'rows';
const progressKey = 'progress';

/** Keeps a store in IndexedDB: what each transaction changed, and no more. */
export class Persistence {
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
   * @throws Error where there is no IndexedDB, or it cannot be opened (a private window, for one).
   */
  static async open(store: Store, name: string): Promise<{ persistence: Persistence; restored: boolean }> {
    if (typeof indexedDB === 'undefined') {
      throw new Error('persist() needs IndexedDB, which is not here. Use snapshot() and restore() instead.');
    }
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(rowsStore);
    const persistence = new Persistence(store, await resultOf(request));
    const restored = await persistence.#load();
    if (!restored) persistence.#writeAll();
    store.onCommit((changes) => persistence.#write(changes));
    return { persistence, restored };
  }

  /** Resolves when everything committed so far is on the disk. */
  kept(): Promise<void> {
    return this.#written;
  }

  /** Writes the store as it is in place of what was kept. */
  async replace(): Promise<void> {
    this.#writeAll();
    await this.#written;
  }

  async #load(): Promise<boolean> {
    const rows = this.#database.transaction(rowsStore).objectStore(rowsStore);
    const [keys, values] = await Promise.all([resultOf(rows.getAllKeys()), resultOf(rows.getAll())]);
    const kept = values as unknown[];
    const tables = Object.fromEntries(
      Object.keys(this.#store.state().tables).map((name) => [name, [] as unknown[]]),
    );
    let progress: Progress | undefined;
    keys.forEach((key, index) => {
      if (key === progressKey) progress = kept[index] as Progress;
      else if (Array.isArray(key) && typeof key[0] === 'string') tables[key[0]]?.push(kept[index]);
    });
    if (!progress) return false;
    this.#store.load({ ...progress, tables: tables as unknown as StoreState['tables'] });
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
