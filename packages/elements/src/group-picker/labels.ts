import type { GroupBadgeLabels } from '../group-badge.js';
import type { PluralText } from './count-text.js';

/** Every text of `<fluenzr-group-picker>`. Override some of them with its `labels` property; the rest stays as it is. */
export interface GroupPickerLabels extends GroupBadgeLabels {
  /** BCP 47 tag of the language of these texts, such as `en`. Numbers are written in it. */
  language: string;

  // the field

  /** In the empty field, unless the attribute `placeholder` says something else. */
  placeholder: string;
  /** Name of the button that shows the list. */
  open: string;
  /** Name of the button that empties the field. */
  clear: string;
  /** Name of the list of chosen groups. */
  chosenGroups: string;
  /** Name of the button that removes a chosen group, `{group}`. */
  remove: string;
  /** After the chips, when `{count}` more groups are chosen than are shown. */
  more: string;
  /** A group has to be chosen. */
  required: string;
  /** A chosen group does not exist any more. */
  gone: string;
  /** Stands for the name of such a group. */
  goneGroup: string;
  /** A part of the picker, the list or the dialog, could not be loaded. */
  unavailable: string;

  // the list

  /** On the button that closes the list where it fills the screen. */
  done: string;
  /** Announced: `{group}` was chosen. */
  chosen: string;
  /** Announced: `{group}` was removed. */
  removed: string;
  /** The number of contacts in a group. */
  contacts: PluralText;
  /** Announced: how many groups are listed. */
  results: PluralText;
  loading: string;
  /** There is no group at all. */
  empty: string;
  /** No group has what was typed, `{query}`, in its name. */
  noMatch: string;
  /** Why a smart group cannot be chosen. */
  smartReason: string;
  /** The groups could not be loaded, and there is no network. */
  offline: string;
  /** They could not be loaded for another reason. */
  failed: string;
  /** They could not be loaded because the account may not see them. */
  refused: string;
  retry: string;
  /** Headings of the sections. */
  dynamicSection: string;
  staticSection: string;
  smartSection: string;
  /** Of types that this version does not know. */
  otherSection: string;
  /** On the button that makes a group. */
  create: string;
  /** The same, with what was typed, `{name}`. */
  createNamed: string;

  // the dialog that makes a group

  createTitle: string;
  name: string;
  description: string;
  /** After the label of a field that may stay empty. */
  optional: string;
  type: string;
  staticType: string;
  staticHint: string;
  dynamicType: string;
  dynamicHint: string;
  /** Offers `{name}`, the name with `[DYN]` in front. */
  prefix: string;
  color: string;
  /** Names of the colours that are offered, in their order. */
  colors: readonly string[];
  cancel: string;
  submit: string;
  submitting: string;
  nameRequired: string;
  /** The backend refused what was typed and did not say why. */
  fieldRefused: string;
  /** The name belongs to another group, `{name}`. */
  nameTaken: string;
  chooseExisting: string;
  /** That other group cannot be chosen: it is archived, smart, or gone again. */
  existingNotChoosable: string;
  /** Nothing was made; a later try may succeed. */
  createFailed: string;
  /** The account may not make groups. */
  createRefused: string;
}
