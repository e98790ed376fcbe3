import type { GroupBadgeLabels } from '../group-badge.js';
import type { LoadFailureLabels } from '../load-failure/labels.js';

/** The texts of `<fluenzr-contact-groups>`, but for those of the explanation. */
export interface ContactGroupsLabels extends GroupBadgeLabels, LoadFailureLabels {
  title: string;
  loading: string;
  failed: string;
  retry: string;
  none: string;
  /** Said of a smart group, which has no button to remove the contact. */
  decidedByQuery: string;
  add: string;
  /** Names the choice of a group. */
  group: string;
  addConfirm: string;
  /** `{name}` becomes the group's name, here and below. */
  remove: string;
  removeQuestion: string;
  removeStays: string;
  removeConfirm: string;
  cancel: string;
  added: string;
  removed: string;
  /** On the disclosure of the explanation. */
  why: string;
}
