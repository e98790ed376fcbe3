import { pairId, type GroupDayRow } from '../store/rows.js';
import type { Store } from '../store/store.js';

/** Counts a contact that came into a group, or left it, for the day (UTC): what the series of its statistics is made from. */
export function countMove(store: Store, groupId: string, move: 'joined' | 'left'): void {
  const date = store.clock.timestamp().slice(0, 10);
  const id = pairId(groupId, date);
  const day: GroupDayRow = store.groupDays.get(id) ?? { id, groupId, date, joined: 0, left: 0 };
  store.groupDays.put({ ...day, [move]: day[move] + 1 });
}
