import type { Job } from '@fluenzr/client';
import { type ActionContext, resource } from './action-context.js';
import type { MadeFile } from './action-run.js';

/** The browser's own dialog for saving a file, where it has one: the file is then written as it comes. */
interface SavePicker {
  showSaveFilePicker?: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;
}

/** A file name out of a group's name: without what file systems or readers could take for something else. */
export const fileName = (name: string): string =>
  `${name.replace(/[\p{C}\\/:*?"<>|]+/gu, ' ').trim() || 'group'}.csv`;

/**
 * Asks where to save the file, at once, while the browser still counts the click as the reader's wish. `undefined` where
 * the browser cannot ask; `null` where the reader thought better of it.
 */
export async function askWhere(groupName: string): Promise<FileSystemFileHandle | undefined | null> {
  const { showSaveFilePicker } = globalThis as SavePicker;
  if (!showSaveFilePicker) return undefined;
  try {
    return await showSaveFilePicker({ suggestedName: fileName(groupName) });
  } catch (error) {
    // a frame may forbid it: then the file is made in memory
    return (error as Error).name === 'AbortError' ? null : undefined;
  }
}

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
  progress: (progress: { done: number; total: number; bytes?: number }) => void,
): Promise<{ job: Job; file?: MadeFile }> {
  let rows = 0;
  const file = await resource(client, 'groups').exportCsv(group.id, {
    idempotencyKey,
    signal,
    onProgress: (now) => {
      if (now.phase === 'making') {
        rows = now.totalRows;
        progress({ done: now.rows, total: now.totalRows });
      } else progress({ done: rows, total: rows, bytes: now.bytes });
    },
  });
  if (handle) {
    await file.stream.pipeTo(await handle.createWritable(), { signal });
    return { job: file.job };
  }
  return { job: file.job, file: { url: URL.createObjectURL(await file.blob()), name: fileName(group.name) } };
}
