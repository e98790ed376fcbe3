import type { Group } from '@fluenzr/client';

/**
 * A group as the picker shows it. The groups of a client fit, those that a contact carries too, and any object with these
 * members. Without `counts` no number of contacts is shown.
 */
export type GroupOption = Pick<Group, 'id' | 'name' | 'type' | 'color'> &
  Partial<Pick<Group, 'status'>> & { readonly counts?: { readonly total: number } };

/** Whether something that came from outside can be listed: it has an id and a name, and is not archived. */
export const isListed = (group: GroupOption): boolean =>
  typeof (group as Partial<GroupOption> | null)?.id === 'string' &&
  typeof group.name === 'string' &&
  group.status !== 'ARCHIVED';

/** Whether contacts can be put into a group. A smart group takes its members from its query. */
export const isChoosable = ({ type }: GroupOption): boolean => type !== 'SMART';
