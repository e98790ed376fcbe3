import type { Database, Row } from './database.js';
import { gather } from './gather.js';

/**
 * Where a lead is on its way. `PENDING`: to be sent to FluenzR. `CONFIRM_DUE`: a confirm mail is to be sent.
 * `AWAITING_CONFIRMATION`: the mail is out. `QUARANTINED`: waits for review. `DEAD`: given up, waits for a decision.
 */
export type LeadState = 'PENDING' | 'CONFIRM_DUE' | 'AWAITING_CONFIRMATION' | 'QUARANTINED' | 'DEAD';

/** A lead that was accepted and is not delivered yet. */
export interface Lead {
  submissionId: string;
  formId: string;
  state: LeadState;
  /** The contact to create, as JSON. */
  contact: string;
  addressKey: string;
  /** Why it waits for review, or why it was given up. */
  reasons: string[];
  acceptedAt: number;
  /** Tries so far, the present one included. */
  attempts: number;
  /** How often it was taken up again by hand. */
  replays: number;
}

/** What a lead's way goes on with. */
export interface Step {
  state: LeadState;
  dueAt: number;
  reasons?: readonly string[];
}

/** The leads on their way: the outbox. A row leaves when the lead has arrived. */
export interface Leads {
  /**
   * Takes leads that are due, the longest waiting first, and puts them off until `until`: if this relay dies, another one
   * takes them up then. No two relays take the same lead.
   */
  claim(state: 'PENDING' | 'CONFIRM_DUE', now: number, until: number, most: number): Promise<Lead[]>;
  /** Gives leads back that were taken and not tried. */
  putBack(submissionIds: readonly string[], dueAt: number): Promise<void>;
  /** Removes a lead: it has arrived, or it was discarded by hand. */
  remove(submissionId: string): Promise<void>;
  /** Sends a lead on. */
  move(submissionId: string, step: Step): Promise<void>;
  /** Takes leads up again that wait for a person: with new tries, and under a new idempotency key. */
  resume(submissionId: string, from: 'QUARANTINED' | 'DEAD', step: Step): Promise<boolean>;
  /**
   * Makes all leads due that are to be sent. For a relay that has its store to itself and starts: nobody else can still be
   * at work on them.
   */
  hasten(now: number): Promise<void>;
  /** The oldest leads in a state. */
  list(state: LeadState, most: number): Promise<Lead[]>;
  /** How many leads there are in each state, and when the oldest of them was accepted. */
  count(): Promise<{ state: LeadState; leads: number; oldest: number }[]>;
}

const columns =
  'submission_id, form_id, state, contact, address_key, reasons, accepted_at, attempts, replays';

/**
 * A condition that is always true, and lets this statement's commit go to the disk with the next one that must. Lost in a
 * power failure, a claim or a removal means that a lead is sent once more, under the same idempotency key.
 */
const relaxed = `set_config('synchronous_commit', 'off', true) = 'off'`;

const toLead = (row: Row): Lead => ({
  submissionId: String(row.submission_id),
  formId: String(row.form_id),
  state: row.state as LeadState,
  contact: String(row.contact),
  addressKey: String(row.address_key),
  reasons: JSON.parse(String(row.reasons)) as string[],
  acceptedAt: Number(row.accepted_at),
  attempts: Number(row.attempts),
  replays: Number(row.replays),
});

/** The outbox in a database. */
export function leads(database: Database): Leads {
  const remove = gather(async (ids: readonly string[]) => {
    await database.query(`DELETE FROM relay_lead WHERE submission_id = ANY ($1::text[]) AND ${relaxed}`, [
      ids,
    ]);
    return ids.map(() => undefined);
  });

  return {
    async claim(state, now, until, most) {
      const rows = await database.query(
        `UPDATE relay_lead SET due_at = $3, attempts = attempts + 1
         WHERE submission_id IN (
           SELECT submission_id FROM relay_lead
           WHERE state = $1 AND due_at <= $2
           ORDER BY due_at
           LIMIT $4
           FOR UPDATE SKIP LOCKED
         ) AND ${relaxed}
         RETURNING ${columns}`,
        [state, now, until, most],
      );
      return rows.map(toLead);
    },
    async putBack(submissionIds, dueAt) {
      await database.query(
        `UPDATE relay_lead SET due_at = $2, attempts = attempts - 1
         WHERE submission_id = ANY ($1::text[]) AND ${relaxed}`,
        [submissionIds, dueAt],
      );
    },
    remove,
    async move(submissionId, { state, dueAt, reasons }) {
      await database.query(
        `UPDATE relay_lead SET state = $2, due_at = $3, reasons = coalesce($4, reasons) WHERE submission_id = $1`,
        [submissionId, state, dueAt, reasons ? JSON.stringify(reasons) : null],
      );
    },
    async resume(submissionId, from, { state, dueAt }) {
      const rows = await database.query(
        `UPDATE relay_lead SET state = $3, due_at = $4, attempts = 0, replays = replays + 1
         WHERE submission_id = $1 AND state = $2
         RETURNING submission_id`,
        [submissionId, from, state, dueAt],
      );
      return rows.length > 0;
    },
    async hasten(now) {
      await database.query(
        `UPDATE relay_lead SET due_at = $1 WHERE state IN ('PENDING', 'CONFIRM_DUE') AND due_at > $1`,
        [now],
      );
    },
    async list(state, most) {
      const rows = await database.query(
        `SELECT ${columns} FROM relay_lead WHERE state = $1 ORDER BY accepted_at, submission_id LIMIT $2`,
        [state, most],
      );
      return rows.map(toLead);
    },
    async count() {
      const rows = await database.query(
        'SELECT state, count(*) AS leads, min(accepted_at) AS oldest FROM relay_lead GROUP BY state',
      );
      return rows.map((row) => ({
        state: row.state as LeadState,
        leads: Number(row.leads),
        oldest: Number(row.oldest),
      }));
    },
  };
}
