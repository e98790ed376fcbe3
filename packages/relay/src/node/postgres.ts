import pg from 'pg';
import type { Database, Row } from '../store/database.js';

/**
 * Connects to a PostgreSQL server, which any number of relays can share.
 *
 * @param url such as `postgres://relay:password@db.example.com/leads`
 * @throws Error when the server cannot be reached. Its message holds no password.
 */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    statement_timeout: 10_000,
    application_name: 'fluenzr-relay',
  });
  // an idle connection that breaks is replaced by the pool; without a listener it would end the process
  pool.on('error', () => undefined);
  const database: Database = {
    async query(sql, parameters = []) {
      const { rows } = await pool.query<Row>(sql, [...parameters]);
      return rows;
    },
    async run(sql) {
      await pool.query(sql);
    },
    upkeep: () => Promise.resolve(),
    close: () => pool.end(),
  };
  try {
    await database.query('SELECT 1');
  } catch (cause) {
    await pool.end();
    const { code } = cause as { code?: string };
    throw new Error(`The database of DATABASE_URL does not answer (${code ?? 'no answer'}).`, { cause });
  }
  return database;
}
