import type { GroupOption } from './group-option.js';
import type { GroupPickerClient } from './group-picker-client.js';

/** Tells of an id its group, or null when there is no such group. */
export type Tell = (id: string, group: GroupOption | null) => void;

/** Finds the groups of some ids among items. Archived ones too: they may have been chosen before they were archived. */
export function lookUpIn(items: readonly GroupOption[], ids: readonly string[], tell: Tell): void {
  if (ids.length === 0) return;
  const missing = new Set(ids);
  for (const item of items) if (missing.delete(item.id)) tell(item.id, item);
  for (const id of missing) tell(id, null);
}

/** Asks a client for the groups of some ids. Of an id nothing is told while the backend cannot say. */
export function lookUpAt(groups: GroupPickerClient['groups'], ids: readonly string[], tell: Tell): void {
  for (const id of ids)
    groups.get(id, undefined, {}).then(
      (group) => tell(id, group),
      (error: unknown) => {
        if ((error as { status?: unknown } | null)?.status === 404) tell(id, null);
      },
    );
}
