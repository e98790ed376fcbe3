// Memory and disk over many submissions: --submissions 1000000
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore } from '../../src/index.js';
import { openDataDirectory } from '../../src/node/index.js';
import { heapAfter } from '../heap.js';
import { option } from './options.js';

const submissions = option('submissions', 1_000_000);
const steps = 10;
const folder = mkdtempSync(path.join(tmpdir(), 'relay-memory-'));
const { database } = await openDataDirectory(folder);
const store = await openStore(database);
try {
  await heapAfter(
    Array.from({ length: steps }, () => Math.ceil(submissions / steps)),
    {
      store,
      seen(sent, heap) {
        const resident = process.memoryUsage.rss() / 1e6;
        const disk = execFileSync('du', ['-sm', folder], { encoding: 'utf8' }).split('\t')[0] ?? '';
        console.log(
          `${String(sent).padStart(9)} submissions: heap ${(heap / 1e6).toFixed(1)} MB, process ${resident.toFixed(0)} MB, disk ${disk} MB`,
        );
      },
    },
  );
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
