import type { HitCounter } from '../limits.js';
import type { Database } from './database.js';

/** Counts in the database, so that all relays on it count together. */
export const hitCounter = (database: Database): HitCounter => ({
  async count(first, rest) {
    // the rest is counted only where the first limit holds: one flooding network must not use up everybody's share
    const rows = await database.query(
      `WITH first AS (
         INSERT INTO relay_hit AS hit (key, hits, expires_at) VALUES ($1, 1, $2)
         ON CONFLICT (key) DO UPDATE SET hits = hit.hits + 1
         RETURNING key, hits
       ), rest AS (
         INSERT INTO relay_hit AS hit (key, hits, expires_at)
         SELECT key, 1, expires_at FROM unnest($4::text[], $5::bigint[]) AS rest (key, expires_at)
         WHERE (SELECT hits FROM first) <= $3
         ORDER BY key
         ON CONFLICT (key) DO UPDATE SET hits = hit.hits + 1
         RETURNING key, hits
       )
       SELECT key, hits FROM first UNION ALL SELECT key, hits FROM rest`,
      [
        first.key,
        first.expiresAt,
        first.max,
        rest.map(({ key }) => key),
        rest.map(({ expiresAt }) => expiresAt),
      ],
    );
    return new Map(rows.map(({ key, hits }) => [String(key), Number(hits)]));
  },
});
