import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { fsyncSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Database } from '../store/database.js';
import { pgliteDatabase } from '../store/pglite.js';
import { claimSocket, type ControlServer } from './control-socket.js';

type Filesystem = NonNullable<PGliteOptions['fs']>;

/** The parts of a started PGlite that its types leave out. */
interface Started {
  FS: {
    mkdirTree(path: string): void;
    mount(type: unknown, options: { root: string }, at: string): void;
    quit(): void;
  };
  NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } };
}

/** PGlite's place for data inside its own file system. */
const mountPoint = '/pglite/data';

/**
 * A directory of this machine, written through to the disk. PGlite's own runs with `fsync` off, so that a power failure
 * could take leads that were accepted; here PostgreSQL flushes as it does on a server.
 */
function durableDirectory(directory: string): Filesystem {
  let started: Started | undefined;
  return {
    init(_, options) {
      const mount = (module: unknown) => {
        started = module as Started;
        const { FS, NODEFS } = started;
        NODEFS.stream_ops.fsync = ({ nfd }) => {
          fsyncSync(nfd);
          return 0;
        };
        FS.mkdirTree(mountPoint);
        FS.mount(NODEFS, { root: directory }, mountPoint);
      };
      return Promise.resolve({ emscriptenOpts: { ...options, preRun: [...(options.preRun ?? []), mount] } });
    },
    initialSyncFs: () => Promise.resolve(),
    syncToFs: () => Promise.resolve(),
    closeFs() {
      started?.FS.quit();
      return Promise.resolve();
    },
    dumpTar: () => Promise.reject(new Error('Copy the data directory of a stopped relay instead.')),
  };
}

/** An open data directory. */
export interface DataDirectory {
  database: Database;
  /** Where commands reach the relay that holds the directory. */
  control: ControlServer;
}

/**
 * Opens the embedded database in a data directory, which is made where it is missing. One relay at a time: two would
 * destroy it.
 *
 * @throws Error when another relay holds the directory, and when it cannot be written.
 */
export async function openDataDirectory(directory: string): Promise<DataDirectory> {
  const data = path.resolve(directory, 'pgdata');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const control = await claimSocket(directory);
  try {
    const pglite = await PGlite.create({
      fs: durableDirectory(data),
      // `-F` turns fsync off. PGlite's fdatasync does nothing, so fsync it is.
      startParams: [
        ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
        ...['fsync=on', 'wal_sync_method=fsync', 'shared_buffers=16MB', 'max_wal_size=128MB'].flatMap(
          (setting) => ['-c', setting],
        ),
      ],
    });
    const database = pgliteDatabase(pglite);
    return {
      control,
      database: {
        ...database,
        async close() {
          await database.close();
          await control.close();
        },
      },
    };
  } catch (error) {
    await control.close();
    throw error;
  }
}
