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
