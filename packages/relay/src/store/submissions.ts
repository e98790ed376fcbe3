import type { Database, Row } from './database.js';
import { gather } from './gather.js';
import type { LeadState } from './leads.js';

/** What is kept of an accepted submission, so that it is answered again and never done twice. */
export interface KnownSubmission {
  formId: string;
  /** Hash of what was sent: the same id with other content is a mistake. */
  fingerprint: string;
}

/** A lead as it is accepted. */
export interface AcceptedLead extends KnownSubmission {
  submissionId: string;
  state: LeadState;
  /** The contact to create, as JSON. */
  contact: string;
  /** Stands for the e-mail address where the address itself is not needed. */
  addressKey: string;
  /** Why it waits for review, and what else a reviewer should know. */
  reasons: readonly string[];
  acceptedAt: number;
  /** When the submission id is forgotten. */
  expiresAt: number;
}

/** The accepted submissions of the last 30 days. */
export interface Submissions {
  /** What is known of a submission id. */
  find(id: string): Promise<KnownSubmission | undefined>;
  /**
   * Keeps a lead, durably when the promise is kept. Where its submission id was accepted before, nothing is changed and
   * what is known comes back.
   */
  accept(lead: AcceptedLead): Promise<KnownSubmission | undefined>;
}

const known = (row: Row): KnownSubmission => ({
  formId: String(row.form_id),
  fingerprint: String(row.fingerprint),
});

/** The submissions in a database. */
export function submissions(database: Database): Submissions {
  const find = gather(async (ids: readonly string[]) => {
    const rows = await database.query(
      'SELECT id, form_id, fingerprint FROM relay_submission WHERE id = ANY ($1::text[])',
      [ids],
    );
    const found = new Map(rows.map((row) => [row.id, known(row)]));
    return ids.map((id) => found.get(id));
  });

  // one statement, so that the submission id and the lead are kept together or not at all
  const insert = gather(async (leads: readonly AcceptedLead[]) => {
    const rows = await database.query(
      `WITH incoming AS (
         SELECT * FROM unnest(
           $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::bigint[]
         ) AS incoming (id, form_id, fingerprint, state, contact, address_key, reasons, accepted_at, expires_at)
       ), fresh AS (
         INSERT INTO relay_submission (id, form_id, fingerprint, expires_at)
         SELECT id, form_id, fingerprint, expires_at FROM incoming
         ORDER BY id
         ON CONFLICT (id) DO NOTHING
         RETURNING id
       ), lead AS (
         INSERT INTO relay_lead (submission_id, form_id, state, contact, address_key, reasons, accepted_at, due_at)
         SELECT id, form_id, state, contact, address_key, reasons, accepted_at, accepted_at
         FROM incoming JOIN fresh USING (id)
         ON CONFLICT (submission_id) DO NOTHING
       )
       SELECT id FROM fresh`,
      [
        leads.map((lead) => lead.submissionId),
        leads.map((lead) => lead.formId),
        leads.map((lead) => lead.fingerprint),
        leads.map((lead) => lead.state),
        leads.map((lead) => lead.contact),
        leads.map((lead) => lead.addressKey),
        leads.map((lead) => JSON.stringify(lead.reasons)),
        leads.map((lead) => lead.acceptedAt),
        leads.map((lead) => lead.expiresAt),
      ],
    );
    const fresh = new Set(rows.map(({ id }) => id));
    return leads.map((lead) => fresh.delete(lead.submissionId));
  });

  return {
    find,
    accept: async (lead) => ((await insert(lead)) ? undefined : find(lead.submissionId)),
  };
}
