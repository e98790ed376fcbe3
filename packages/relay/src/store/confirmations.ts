import type { Database } from './database.js';

/** What became of a token that somebody sent. */
export type Redeemed =
  | { outcome: 'CONFIRMED' | 'USED' | 'EXPIRED'; formId: string; submissionId: string }
  | { outcome: 'UNKNOWN' };

/** Confirm mails: which mailbox had one when, and the tokens in them (only their hashes are kept). */
export interface Confirmations {
  /**
   * Takes the one mail that a mailbox may get in `period` milliseconds, over all forms. Gives undefined where it is free,
   * or else the time of the next one.
   */
  reserve(mailboxKey: string, now: number, period: number): Promise<number | undefined>;
  /** Gives a mail back that certainly did not go out. */
  unreserve(mailboxKey: string): Promise<void>;
  /** Keeps the hash of a token. */
  add(tokenHash: string, submissionId: string, formId: string, expiresAt: number): Promise<void>;
  /** What a token is worth; changes nothing. */
  look(tokenHash: string, now: number): Promise<Redeemed>;
  /**
   * Uses a token: its lead goes on to FluenzR, and so do others that the same address sent to the same form. A token works
   * once.
   */
  redeem(tokenHash: string, now: number): Promise<Redeemed>;
}

/** The confirm mails and tokens in a database. */
export function confirmations(database: Database): Confirmations {
  const look = async (tokenHash: string, now: number): Promise<Redeemed> => {
    const [row] = await database.query(
      'SELECT submission_id, form_id, used_at, expires_at FROM relay_confirmation WHERE token_hash = $1',
      [tokenHash],
    );
    if (!row) return { outcome: 'UNKNOWN' };
    const expired = Number(row.expires_at) <= now;
    return {
      outcome: row.used_at !== null ? 'USED' : expired ? 'EXPIRED' : 'CONFIRMED',
      formId: String(row.form_id),
      submissionId: String(row.submission_id),
    };
  };

  return {
    async reserve(mailboxKey, now, period) {
      const [taken] = await database.query(
        `INSERT INTO relay_mailed AS mailed (mailbox_key, mailed_at) VALUES ($1, $2)
         ON CONFLICT (mailbox_key) DO UPDATE SET mailed_at = $2 WHERE mailed.mailed_at <= $3
         RETURNING mailbox_key`,
        [mailboxKey, now, now - period],
      );
      if (taken) return undefined;
      const [row] = await database.query('SELECT mailed_at FROM relay_mailed WHERE mailbox_key = $1', [
        mailboxKey,
      ]);
      return Number(row?.mailed_at ?? now) + period;
    },
    async unreserve(mailboxKey) {
      await database.query('DELETE FROM relay_mailed WHERE mailbox_key = $1', [mailboxKey]);
    },
    async add(tokenHash, submissionId, formId, expiresAt) {
      await database.query(
        'INSERT INTO relay_confirmation (token_hash, submission_id, form_id, expires_at) VALUES ($1, $2, $3, $4)',
        [tokenHash, submissionId, formId, expiresAt],
      );
    },
    look,
    async redeem(tokenHash, now) {
      const [row] = await database.query(
        `WITH used AS (
           UPDATE relay_confirmation SET used_at = $2
           WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2
           RETURNING submission_id, form_id
         ), confirmed AS (
           SELECT lead.form_id, lead.address_key FROM relay_lead AS lead JOIN used USING (submission_id)
         ), freed AS (
           UPDATE relay_lead AS lead SET state = 'PENDING', due_at = $2, attempts = 0
           FROM confirmed
           WHERE lead.form_id = confirmed.form_id AND lead.address_key = confirmed.address_key
             AND lead.state IN ('CONFIRM_DUE', 'AWAITING_CONFIRMATION')
           RETURNING lead.submission_id
         )
         SELECT submission_id, form_id, EXISTS (SELECT FROM freed) AS freed FROM used`,
        [tokenHash, now],
      );
      if (!row) return look(tokenHash, now);
      // a second mail's token, after the first one's was used: the lead has gone on already
      const outcome = row.freed === true ? 'CONFIRMED' : 'USED';
      return { outcome, formId: String(row.form_id), submissionId: String(row.submission_id) };
    },
  };
}
