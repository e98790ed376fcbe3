import type { promises } from 'node:fs';
import type { TableName } from '../store/rows.js';
import type { Progress, RowChange, Store } from '../store/store.js';
import { stateOf, type Opened, type Persistence } from './persistence.js';

type Files = typeof promises;

/** A line of the file: what one transaction changed, or a part of a whole state. */
interface Line {
  progress: Progress;
  put: (readonly [table: string, row: { readonly id: string }])[];
  deleted: (readonly [table: string, id: string])[];
}

/** The first line: what the file is, and the version of its form. */
const head = JSON.stringify({ fluenzr: 'mock backend', version: 1 });
const rowsInLine = 1000;
/** The file is written anew when it has grown by its own size, and by this many characters at least. */
const leastGrowth = 1_000_000;

/**
 * Keeps a store in a file of JSON lines. A commit adds a line, and a line that a crash cut short is passed over: so each
 * transaction is in the file whole, or not at all. From time to time the file is written anew, beside itself, and then
 * takes its own place by renaming.
 */
export class FilePersistence implements Persistence {
  readonly #store: Store;
  readonly #path: string;
  readonly #files: Files;
  #pending: string[] = [];
  #size = 0; // when it was last written anew
  #growth = 0;
  #written: Promise<void> = Promise.resolve();

  private constructor(store: Store, path: string, files: Files) {
    this.#store = store;
    this.#path = path;
    this.#files = files;
  }

  /**
   * Loads what a file holds into the store; from then on every change is written.
   *
   * @throws Error when the file is something else, or cannot be read or written.
   */
  static async open(store: Store, path: string, files: Files): Promise<Opened> {
    const persistence = new FilePersistence(store, path, files);
    const restored = await persistence.#load();
    store.onCommit((changes) => persistence.#add(changes));
    await persistence.replace();
    return { persistence, restored };
  }

  kept(): Promise<void> {
    return this.#written;
  }

  replace(): Promise<void> {
    return this.#then(() => this.#writeAll());
  }

  #add(changes: readonly RowChange[]): void {
    const line: Line = { progress: this.#store.progress(), put: [], deleted: [] };
    for (const { table, id, after } of changes) {
      if (after) line.put.push([table, after as { readonly id: string }]);
      else line.deleted.push([table, id]);
    }
    this.#pending.push(`${JSON.stringify(line)}\n`);
    void this.#then(() => this.#append());
  }

  /** Does one write after another. After one that failed there is no other, and every request fails with its error. */
  #then(write: () => Promise<void>): Promise<void> {
    this.#written = this.#written.then(write);
    this.#written.catch(() => undefined); // told to whoever waits in kept()
    return this.#written;
  }

  async #append(): Promise<void> {
    const text = this.#pending.splice(0).join(''); // of all commits since the last write
    if (text === '') return;
    await this.#files.appendFile(this.#path, text);
    this.#growth += text.length;
    if (this.#growth > Math.max(this.#size, leastGrowth)) await this.#writeAll();
  }

  async #writeAll(): Promise<void> {
    // Rows never change, so that this is the state of this moment however long the writing takes.
    const { tables, ...progress } = this.#store.state();
    this.#pending = [];
    const beside = `${this.#path}.new`;
    const file = await this.#files.open(beside, 'w');
    this.#size = 0;
    this.#growth = 0;
    const write = async (line: string) => {
      this.#size += line.length;
      await file.write(line);
    };
    try {
      await write(`${head}\n`);
      for (const name of Object.keys(tables) as TableName[]) {
        const rows: readonly { readonly id: string }[] = tables[name];
        for (let start = 0; start < rows.length; start += rowsInLine) {
          const put = rows.slice(start, start + rowsInLine).map((row) => [name, row] as const);
          await write(`${JSON.stringify({ progress, put, deleted: [] } satisfies Line)}\n`);
        }
      }
      await write(`${JSON.stringify({ progress, put: [], deleted: [] } satisfies Line)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await this.#files.rename(beside, this.#path);
  }

  /** Says whether there was something to load. */
  async #load(): Promise<boolean> {
    const file = await this.#files.open(this.#path).catch((error: unknown) => {
      if ((error as { code?: string }).code === 'ENOENT') return null;
      throw error;
    });
    if (!file) return false;
    const rows = new Map<string, readonly [table: string, row: unknown]>();
    let progress: Progress | null = null;
    let cutShort: string | null = null;
    let number = 0;
    for await (const text of file.readLines()) {
      number += 1;
      if (number === 1) {
        if (text !== head)
          throw new Error(`${this.#path} is no file that persist() wrote. Choose another name.`);
        continue;
      }
      if (cutShort !== null) throw new Error(`${this.#path} is damaged: ${cutShort}`);
      const line = readLine(text);
      if (!line) {
        cutShort = `line ${number} is no JSON.`; // fine at the very end
        continue;
      }
      for (const [table, row] of line.put) rows.set(`${table} ${row.id}`, [table, row]);
      for (const [table, id] of line.deleted) rows.delete(`${table} ${id}`);
      progress = line.progress;
    }
    if (!progress) return false;
    this.#store.load(stateOf(this.#store, progress, rows.values()));
    return true;
  }
}

function readLine(text: string): Line | null {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return null;
  }
}
