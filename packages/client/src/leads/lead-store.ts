import type { KeptLead } from './kept-lead.js';

/** The two places of a browser that outlive the page. Reading either may throw where storage is blocked. */
export interface LeadStorage {
  readonly localStorage: Storage;
  readonly indexedDB: Pick<IDBFactory, 'open'> & Partial<Pick<IDBFactory, 'databases'>>;
}

const prefix = 'fluenzr-lead:';

const databaseName = 'fluenzr';

/**
 * Leads on this device, each in two places: localStorage is written at once, and lost when the whole browser is killed;
 * IndexedDB needs a moment, and holds then. A lead that is found in one of them is there.
 */
export class LeadStore {
  readonly #storage: LeadStorage;
  #database: Promise<IDBDatabase> | undefined;

  constructor(storage: LeadStorage) {
    this.#storage = storage;
  }

  /** Makes the database ready. The first time that takes up to half a second, which a submit does not have. */
  warmUp(): void {
    void this.#inDatabase('readonly', (leads) => leads.count());
  }

  #open(): Promise<IDBDatabase> {
    return (this.#database ??= new Promise((resolve, reject) => {
      const request = this.#storage.indexedDB.open(databaseName, 1);
      request.onupgradeneeded = () => request.result.createObjectStore('leads', { keyPath: 'id' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = reject;
      setTimeout(reject, 3000); // Safari has been seen never to answer
    }));
  }

  /** Keeps a lead, and tells whether that worked in at least one place. localStorage has it when this returns. */
  async put(lead: KeptLead): Promise<boolean> {
    let kept = false;
    try {
      this.#storage.localStorage.setItem(prefix + lead.id, JSON.stringify(lead));
      kept = true;
    } catch {
      // blocked or full
    }
    return (await this.#inDatabase('readwrite', (leads) => leads.put(lead))) !== undefined || kept;
  }

  async delete(id: string): Promise<void> {
    try {
      this.#storage.localStorage.removeItem(prefix + id);
    } catch {
      // blocked
    }
    await this.#inDatabase('readwrite', (leads) => leads.delete(id));
  }

  /** All leads on this device. Where the two places differ, localStorage is the one written last. */
  async all(): Promise<KeptLead[]> {
    const kept =
      ((await this.#hasDatabase()) &&
        (await this.#inDatabase('readonly', (leads) => leads.getAll() as IDBRequest<KeptLead[]>))) ||
      [];
    const leads = new Map(kept.map((lead) => [lead.id, lead]));
    for (const text of this.#texts()) {
      try {
        const kept = JSON.parse(text) as KeptLead;
        if ((kept.lead as unknown) !== undefined) leads.set(kept.id, kept);
      } catch {
        // not written by us
      }
    }
    return [...leads.values()];
  }

  /** Every page of a site asks for leads: those where nobody has filled in a form get no database for that. */
  async #hasDatabase(): Promise<boolean> {
    if (this.#database) return true;
    try {
      const databases = await this.#storage.indexedDB.databases?.();
      return databases?.some(({ name }) => name === databaseName) ?? true; // old browsers cannot tell
    } catch {
      return false; // blocked
    }
  }

  #texts(): string[] {
    try {
      return Object.entries<string>(this.#storage.localStorage)
        .filter(([key]) => key.startsWith(prefix))
        .map(([, text]) => text);
    } catch {
      return []; // blocked
    }
  }

  /** Undefined where the database is blocked, full or gone. */
  async #inDatabase<T>(
    mode: IDBTransactionMode,
    work: (leads: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T | null | undefined> {
    try {
      const database = await this.#open();
      return await new Promise((resolve, reject) => {
        const transaction = database.transaction('leads', mode, { durability: 'strict' });
        const request = work(transaction.objectStore('leads'));
        transaction.oncomplete = () => resolve(request.result ?? null);
        transaction.onabort = reject;
      });
    } catch {
      this.#database = undefined; // the browser may have closed it: the next call opens it again
      return undefined;
    }
  }
}
