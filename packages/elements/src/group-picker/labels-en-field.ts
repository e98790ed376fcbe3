import type { GroupPickerLabels } from './labels.js';

/** The English texts of the closed picker. */
export const enField = {
  language: 'en',
  placeholder: 'Search groups',
  open: 'Show groups',
  clear: 'Clear',
  chosenGroups: 'Chosen groups',
  remove: 'Remove {group}',
  more: '{count} more',
  required: 'Choose a group.',
  gone: 'This group no longer exists. Remove it or choose another.',
  goneGroup: 'Deleted group',
  unavailable: 'This could not be loaded. Check your connection, then try again.',
} satisfies Partial<GroupPickerLabels>;

/** Texts of the closed picker. */
export type FieldLabels = Pick<GroupPickerLabels, keyof typeof enField>;
