import { type Proofs } from '../proofs.js';
import { type HitCounter } from '../limits.js';
import { type Confirmations, confirmations } from './confirmations.js';
import type { Database } from './database.js';
import { hitCounter } from './hits.js';
import { type Leads, leads } from './leads.js';
import { proofs } from './proofs.js';
import { type Submissions, submissions } from './submissions.js';
import { createTables, tables } from './tables.js';
import { backgroundWork, type WorkParts } from '../work.js';

/** Everything that a relay keeps. */
export interface Store {
  readonly submissions: Submissions;
  readonly leads: Leads;
  readonly confirmations: Confirmations;
  readonly proofs: Proofs;
  readonly hits: HitCounter;
  /**
   * Makes the work on what is kept: what sends leads and mails that are due, each time it is called. It is a store's, so
   * that the bundle of a relay without one does not carry it.
   */
  worker(parts: Omit<WorkParts, 'store'>): () => Promise<void>;
  /** A secret that all relays on this store share; made at the first call. */
  secret(): Promise<string>;
  /** Removes what has expired, and keeps the tables small. */
  purge(now: number): Promise<void>;
  /** Fails where the store does not answer. */
  ping(): Promise<void>;
  /** Ends the connection. */
  close(): Promise<void>;
}

/** How long after its mail an address is remembered, so that it gets one a day: longer than that day. */
const mailedFor = 2 * 86_400_000;

/**
 * Opens a store on a database: makes the tables that are missing.
 *
 * @example
 * ```ts
 * const store = await openStore(await openPostgres('postgres://relay@localhost/leads'));
 * ```
 */
export async function openStore(database: Database): Promise<Store> {
  await createTables(database);
  const store: Store = {
    submissions: submissions(database),
    leads: leads(database),
    confirmations: confirmations(database),
    proofs: proofs(database),
    hits: hitCounter(database),
    worker: (parts) => backgroundWork({ ...parts, store }),
    async secret() {
      const fresh = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) =>
        byte.toString(16).padStart(2, '0'),
      ).join('');
      await database.query(
        `INSERT INTO relay_setting (name, value) VALUES ('secret', $1) ON CONFLICT (name) DO NOTHING`,
        [fresh],
      );
      const [row] = await database.query(`SELECT value FROM relay_setting WHERE name = 'secret'`);
      return String(row?.value);
    },
    async purge(now) {
      await database.query('DELETE FROM relay_hit WHERE expires_at <= $1', [now]);
      await database.query('DELETE FROM relay_proof WHERE expires_at <= $1', [now]);
      await database.query('DELETE FROM relay_submission WHERE expires_at <= $1', [now]);
      await database.query('DELETE FROM relay_mailed WHERE mailed_at <= $1', [now - mailedFor]);
      // an address that nobody confirmed is not kept: its lead is due for removal with its last token
      await database.query(`DELETE FROM relay_lead WHERE state = 'AWAITING_CONFIRMATION' AND due_at <= $1`, [
        now,
      ]);
      await database.query('DELETE FROM relay_confirmation WHERE expires_at <= $1', [now - mailedFor]);
      await database.upkeep(tables);
    },
    async ping() {
      await database.query('SELECT 1');
    },
    close: () => database.close(),
  };
  return store;
}
