import type { GroupPickerLabels } from './labels.js';
import { enList } from './labels-en-list.js';

/** All English texts, and the default. */
export const en: GroupPickerLabels = {
  ...enList,
  createTitle: 'New Group',
  name: 'Name',
  description: 'Description',
  optional: '(optional)',
  type: 'Type',
  staticType: 'Static',
  staticHint: 'A fixed list: you decide who is in it.',
  dynamicType: 'Dynamic',
  dynamicHint:
    'New contacts arrive regularly? Each one is enrolled at once in the running campaigns of the group.',
  prefix: 'Name it “{name}”',
  color: 'Colour',
  colors: ['Blue', 'Green', 'Amber', 'Red', 'Purple', 'Pink', 'Teal', 'Grey'],
  cancel: 'Cancel',
  submit: 'Create',
  submitting: 'Creating…',
  nameRequired: 'Enter a name.',
  fieldRefused: 'This was not accepted. Please check it.',
  nameTaken: 'There is a group called “{name}” already.',
  chooseExisting: 'Choose that group',
  existingNotChoosable: 'That group is archived or cannot be chosen. Enter another name.',
  createFailed: 'The group could not be created. What you typed is still here: please try again.',
  createRefused: 'You may not create groups. Ask an administrator of your account.',
};
