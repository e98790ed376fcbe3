import type { GroupPickerLabels } from './labels.js';
import { enField } from './labels-en-field.js';

/** The English texts of the field and its list. */
export const enList = {
  ...enField,
  dynamic: 'Dynamic',
  smart: 'Smart',
  done: 'Done',
  chosen: '{group} chosen',
  removed: '{group} removed',
  contacts: { one: '{count} contact', other: '{count} contacts' },
  results: { one: '{count} group', other: '{count} groups' },
  loading: 'Loading groups…',
  empty: 'There are no groups yet.',
  noMatch: 'No group matches “{query}”.',
  smartReason: 'A query fills it: contacts cannot be added.',
  offline: 'You are offline. Connect, then try again.',
  failed: 'The groups could not be loaded.',
  refused: 'You may not see the groups.',
  retry: 'Try again',
  dynamicSection: 'Dynamic groups',
  staticSection: 'Static groups',
  smartSection: 'Smart groups',
  otherSection: 'Other groups',
  create: '+ New Group',
  createNamed: '+ New Group “{name}”',
} satisfies Partial<GroupPickerLabels>;

/** Texts of the field and its list. */
export type ListLabels = Pick<GroupPickerLabels, keyof typeof enList>;
