import { loadFailureEn } from '../load-failure/labels-en.js';
import type { ContactGroupsLabels } from './labels.js';

export const contactGroupsEn: ContactGroupsLabels = {
  ...loadFailureEn,
  dynamic: 'Dynamic',
  smart: 'Smart',
  title: 'Groups',
  loading: 'Loading the groups',
  failed: 'The groups could not be loaded.',
  retry: 'Try again',
  none: 'In no group yet.',
  decidedByQuery: 'A query decides who is in this group.',
  add: 'Add to a group',
  group: 'Group',
  addConfirm: 'Add',
  remove: 'Remove from {name}',
  removeQuestion: 'Remove from {name}?',
  removeStays: 'The contact leaves this group and stays in FluenzR.',
  removeConfirm: 'Remove',
  cancel: 'Cancel',
  added: 'Added to {name}.',
  removed: 'Removed from {name}. The contact stays in FluenzR.',
  why: 'Why is this contact in a group or campaign, or not?',
};
