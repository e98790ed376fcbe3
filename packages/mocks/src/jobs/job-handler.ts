import { ProblemError } from '../problem.js';
import type { JobRow } from '../store/rows.js';
import type { Store } from '../store/store.js';

/** What the jobs of one type do. */
export interface JobHandler {
  /** Does some of the items, in the order in which they were given to `startJob`. */
  run(store: Store, job: JobRow, items: readonly unknown[]): Outcome;
  /** What the job shows as its result when it has ended. */
  result(store: Store, job: JobRow): Record<string, unknown>;
}

/** What became of some items. */
export interface Outcome {
  succeeded: number;
  skipped: number;
  failed: Failure[];
  /** Added to the job's own counts. */
  counts: Record<string, number>;
}

/** An item that failed: by its row in a file, or by its id. */
export interface Failure {
  row: number | null;
  itemId: string | null;
  code: string;
  message: string;
}

/**
 * Does items one by one. One that throws a `ProblemError` has changed nothing and counts as failed; the others go on.
 * `work` answers the counts that it adds to, or null for an item that it skipped.
 */
export function doEach<Item>(
  store: Store,
  items: readonly Item[],
  work: (item: Item) => readonly string[] | null,
  nameOf: (item: Item) => Pick<Failure, 'row' | 'itemId'>,
): Outcome {
  const outcome: Outcome = { succeeded: 0, skipped: 0, failed: [], counts: {} };
  for (const item of items) {
    try {
      const counted = store.transaction(() => work(item));
      if (counted) outcome.succeeded += 1;
      else outcome.skipped += 1;
      for (const name of counted ?? []) outcome.counts[name] = (outcome.counts[name] ?? 0) + 1;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      outcome.failed.push({ ...nameOf(item), ...describe(error) });
    }
  }
  return outcome;
}

/** The items that are ids of contacts, each with what it does to the contact; a contact that is gone is skipped. */
export const byId = (itemId: string) => ({ row: null, itemId });

function describe(error: ProblemError): { code: string; message: string } {
  const [first] = error.parts.errors ?? [];
  if (!first) return { code: error.code, message: error.message };
  const where = first.pointer.slice(1).replaceAll('/', '.');
  return { code: first.code, message: where ? `${where}: ${first.message}` : first.message };
}
