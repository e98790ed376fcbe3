import type { Progress, Store, StoreState } from '../store/store.js';

/** Keeps a store somewhere: what each transaction changed, as it is committed. */
export interface Persistence {
  /** Resolves when everything committed so far is kept. */
  kept(): Promise<void>;
  /** Keeps the store as it is in place of what was kept. */
  replace(): Promise<void>;
}

/** A persistence that was opened, and whether it held something, which the store has taken up. */
export interface Opened {
  persistence: Persistence;
  restored: boolean;
}

/**
 * The state that rows make up; tables that are not known (any more) are left out. On a real clock, time went on while
 * nobody was here.
 */
export function stateOf(
  store: Store,
  progress: Progress,
  rows: Iterable<readonly [table: string, row: unknown]>,
): StoreState {
  const tables: Partial<Record<string, unknown[]>> = Object.fromEntries(
    Object.keys(store.state().tables).map((name) => [name, []]),
  );
  for (const [table, row] of rows) tables[table]?.push(row);
  const now = store.clock.mode === 'real' ? Math.max(progress.now, store.clock.now()) : progress.now;
  return { ...progress, now, tables: tables as unknown as StoreState['tables'] };
}
