import type { Database } from './database.js';

// Times are milliseconds since 1970, by the relay's clock. `relay_hit` is unlogged: counters need no disk, and after a
// crash they start anew.
const definitions = `
  BEGIN;
  SELECT pg_advisory_xact_lock(7206173245);
  CREATE TABLE IF NOT EXISTS relay_submission (
    id text PRIMARY KEY,
    form_id text NOT NULL,
    fingerprint text NOT NULL,
    expires_at bigint NOT NULL
  );
  CREATE INDEX IF NOT EXISTS relay_submission_expiry ON relay_submission (expires_at);
  CREATE TABLE IF NOT EXISTS relay_lead (
    submission_id text PRIMARY KEY,
    form_id text NOT NULL,
    state text NOT NULL CHECK (state IN ('PENDING', 'CONFIRM_DUE', 'AWAITING_CONFIRMATION', 'QUARANTINED', 'DEAD')),
    contact text NOT NULL,
    address_key text NOT NULL,
    reasons text NOT NULL,
    accepted_at bigint NOT NULL,
    due_at bigint NOT NULL,
    attempts int NOT NULL DEFAULT 0,
    replays int NOT NULL DEFAULT 0
  );
  CREATE INDEX IF NOT EXISTS relay_lead_due ON relay_lead (state, due_at);
  CREATE TABLE IF NOT EXISTS relay_mailed (
    mailbox_key text PRIMARY KEY,
    mailed_at bigint NOT NULL
  );
  CREATE TABLE IF NOT EXISTS relay_confirmation (
    token_hash text PRIMARY KEY,
    submission_id text NOT NULL,
    form_id text NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint
  );
  CREATE TABLE IF NOT EXISTS relay_proof (
    key text PRIMARY KEY,
    submission_id text NOT NULL,
    verdict text NOT NULL,
    expires_at bigint NOT NULL
  );
  CREATE UNLOGGED TABLE IF NOT EXISTS relay_hit (
    key text PRIMARY KEY,
    hits int NOT NULL,
    expires_at bigint NOT NULL
  );
  CREATE TABLE IF NOT EXISTS relay_setting (
    name text PRIMARY KEY,
    value text NOT NULL
  );
  COMMIT;
`;

/** Makes the relay's tables where they are missing. Several relays may start at once on one database. */
export const createTables = (database: Database): Promise<void> => database.run(definitions);

/** The tables that rows come and go in. */
export const tables = [
  'relay_submission',
  'relay_lead',
  'relay_mailed',
  'relay_confirmation',
  'relay_proof',
  'relay_hit',
];
