import type { Group } from '@fluenzr/client';

/** What can be done with a whole group, as the attribute `actions` names it. */
export const groupActions = [
  'export',
  'add-to-campaign',
  'apply-tags',
  'merge',
  'archive',
  'delete-contacts',
] as const;

export type GroupAction = (typeof groupActions)[number];

/**
 * The actions that an attribute names and that the group allows: nothing is merged into a smart group, whose members a
 * query decides, and what is archived is so already.
 */
export function offeredActions(attribute: string, group: Group | undefined): GroupAction[] {
  const names = attribute.split(/\s+/);
  return groupActions.filter(
    (action) =>
      names.includes(action) &&
      !(action === 'merge' && group?.type === 'SMART') &&
      !(action === 'archive' && group?.status === 'ARCHIVED'),
  );
}
