import type { PGlite } from '@electric-sql/pglite';
import type { Database, Row } from './database.js';

/**
 * An embedded PostgreSQL as a relay's database. How durable it is depends on where the PGlite keeps its data: in a browser
 * that is memory or IndexedDB; on a server use `openDataDirectory` of `@fluenzr/relay/node`.
 */
export const pgliteDatabase = (pglite: PGlite): Database => ({
  async query(sql, parameters = []) {
    const { rows } = await pglite.query<Row>(sql, [...parameters]);
    return rows;
  },
  async run(sql) {
    await pglite.exec(sql);
  },
  // an embedded PostgreSQL is one process, without those that vacuum and write checkpoints
  async upkeep(tables) {
    await pglite.exec(`VACUUM ${tables.join(', ')}`);
    await pglite.exec('CHECKPOINT');
  },
  close: () => pglite.close(),
});
