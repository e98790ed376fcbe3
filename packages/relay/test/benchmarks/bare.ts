// The floor: a bare hono handler that inserts one row. Told where: a data folder, or a PostgreSQL address.
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono/tiny';
import { openDataDirectory, openPostgres } from '../../src/node/index.js';

const where = process.argv[2] ?? '';
const database = where.startsWith('postgres:')
  ? await openPostgres(where)
  : (await openDataDirectory(where)).database;
await database.run('CREATE TABLE IF NOT EXISTS bare (id text PRIMARY KEY, body text NOT NULL)');
const app = new Hono();
app.post('/*', async (call) => {
  const body = await call.req.text();
  await database.query('INSERT INTO bare (id, body) VALUES ($1, $2)', [crypto.randomUUID(), body]);
  return call.json({ status: 'ACCEPTED' }, 202);
});
const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) {
    console.log(JSON.stringify({ event: 'started', url: `http://127.0.0.1:${address.port}` }));
  }
});
