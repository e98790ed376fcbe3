import type { HitCounter, Window } from '../limits.js';
import type { Database } from './database.js';
import { gather } from './gather.js';

/** Counts in the database, so that all relays on it count together. */
export function hitCounter(database: Database): HitCounter {
  const hit = gather(async (windows: readonly Window[]) => {
    const rows = await database.query(
      // in one order, so that two relays do not wait for each other
      `INSERT INTO relay_hit AS hit (key, hits, expires_at)
       SELECT key, count(*), max(expires_at) FROM unnest($1::text[], $2::bigint[]) AS fresh (key, expires_at)
       GROUP BY key ORDER BY key
       ON CONFLICT (key) DO UPDATE SET hits = hit.hits + excluded.hits
       RETURNING key, hits`,
      [windows.map(({ key }) => key), windows.map(({ expiresAt }) => expiresAt)],
    );
    // the statement gives the count after all of them: the last one has that, those before it one less each
    const counts = new Map(rows.map(({ key, hits }) => [String(key), Number(hits)]));
    return windows
      .toReversed()
      .map(({ key }) => {
        const count = counts.get(key) ?? 0;
        counts.set(key, count - 1);
        return count;
      })
      .reverse();
  });

  return {
    async count(first, rest) {
      const hits = await hit(first);
      const counts = new Map([[first.key, hits]]);
      // one flooding network must not use up everybody's share
      if (hits > first.max) return counts;
      await Promise.all(rest.map(async (window) => counts.set(window.key, await hit(window))));
      return counts;
    },
  };
}
