import type { Proofs } from '../proofs.js';
import type { Database } from './database.js';

/** Proofs in the database: used once over all relays. */
export const proofs = (database: Database): Proofs => ({
  async find(key) {
    const [row] = await database.query('SELECT submission_id, verdict FROM relay_proof WHERE key = $1', [
      key,
    ]);
    return row && { submissionId: String(row.submission_id), verdict: String(row.verdict) };
  },
  async keep(key, proof, expiresAt) {
    // the row that is there wins; writing its own value back makes RETURNING show it
    const [row] = await database.query(
      `INSERT INTO relay_proof AS proof (key, submission_id, verdict, expires_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (key) DO UPDATE SET submission_id = proof.submission_id
       RETURNING submission_id, verdict`,
      [key, proof.submissionId, proof.verdict, expiresAt],
    );
    return { submissionId: String(row?.submission_id), verdict: String(row?.verdict) };
  },
});
