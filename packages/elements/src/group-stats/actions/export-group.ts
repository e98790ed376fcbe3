import type { Job } from '@fluenzr/client';
import { type ActionContext, resource } from './action-context.js';
import type { MadeFile } from './action-run.js';
import { fileName } from './save-file.js';

/**
 * Has the file made, and saves it: into `handle` as it comes, or else as a file in memory that the page offers. The key
 * makes the request one and the same, however often it is sent: a page that is loaded again takes up the export that is
 * under way.
 */
export async function exportGroup(
  { client, group }: ActionContext,
  idempotencyKey: string,
  signal: AbortSignal,
  handle: FileSystemFileHandle | undefined,
  progress: (progress: { done: number; total: number; bytes?: number }, jobId?: string) => void,
): Promise<{ job: Job; file?: MadeFile }> {
  let rows = 0;
  const file = await resource(client, 'groups').exportCsv(group.id, {
    idempotencyKey,
    signal,
    onProgress: (now) => {
      if (now.phase === 'making') {
        rows = now.totalRows;
        progress({ done: now.rows, total: now.totalRows }, now.jobId);
      } else progress({ done: rows, total: rows, bytes: now.bytes });
    },
  });
  if (handle) {
    await file.stream.pipeTo(await handle.createWritable(), { signal });
    return { job: file.job };
  }
  return { job: file.job, file: { url: URL.createObjectURL(await file.blob()), name: fileName(group.name) } };
}
