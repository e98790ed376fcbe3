import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { openDataDirectory } from '../src/node/index.js';

describe('a data folder', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(path.join(tmpdir(), 'relay-data-'))));
  after(() => rmSync(folder, { recursive: true }));

  it('is flushed to the disk at each commit', async () => {
    const { database } = await openDataDirectory(folder);
    for (const [setting, value] of [
      ['fsync', 'on'],
      ['synchronous_commit', 'on'],
      ['wal_sync_method', 'fsync'],
    ] as const) {
      const [row] = await database.query('SELECT current_setting($1) AS value', [setting]);
      expect(row?.value, setting).to.equal(value);
    }
    await database.close();
  });

  it('does not grow with what came and went', async () => {
    const { database } = await openDataDirectory(folder);
    await database.run('CREATE TABLE traffic (id int, body text)');
    const size = () => {
      const log = path.join(folder, 'pgdata/pg_wal');
      return readdirSync(log).reduce((sum, file) => sum + statSync(path.join(log, file)).size, 0);
    };
    const sizes: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      await database.query(
        `INSERT INTO traffic SELECT number, repeat('x', 500) FROM generate_series(1, 30000) AS number`,
      );
      await database.query('DELETE FROM traffic');
      await database.upkeep(['traffic']);
      const [row] = await database.query(`SELECT pg_total_relation_size('traffic') AS bytes`);
      sizes.push(size() + Number(row?.bytes));
    }
    await database.close();
    // without upkeep each round leaves 16 MB of rows and as much of the log
    expect((sizes.at(-1) ?? 0) - (sizes[3] ?? 0)).to.be.lessThan(100_000_000);
  });

  it('belongs to one process at a time', async () => {
    const { database } = await openDataDirectory(folder);
    const second = await openDataDirectory(folder).then(
      () => 'it opened',
      (error: unknown) => (error as Error).message,
    );
    expect(second).to.match(/^Another relay uses the data directory /);
    await database.close();
    await (await openDataDirectory(folder)).database.close();
  });

  it('with a path that is too long for a socket is refused', async () => {
    const long = path.join(folder, 'x'.repeat(120));
    const message = await openDataDirectory(long).then(
      () => 'it opened',
      (error: unknown) => (error as Error).message,
    );
    expect(message).to.match(/^The path of the data directory is too long for a socket/);
  });
});
