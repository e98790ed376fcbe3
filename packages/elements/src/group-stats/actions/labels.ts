import type { LoadFailureLabels } from '../../load-failure/labels.js';
import type { ReasonLabels } from '../../reasons/labels.js';
import type { GroupAction } from './group-action.js';

/** The texts of the actions of `<fluenzr-group-stats>`. */
export interface GroupActionLabels extends LoadFailureLabels {
  /** What the menu calls each action; also the heading of its dialog and of its result. */
  actionNames: Readonly<Record<GroupAction, string>>;
  /** On the button that begins it. */
  actionButtons: Readonly<Record<Exclude<GroupAction, 'export'>, string>>;
  reasons: ReasonLabels;
  dialogLoading: string;
  cancel: string;
  dismiss: string;
  retryAction: string;
  /** `{name}` becomes the group's name, here and below. */
  campaignIntro: string;
  campaign: string;
  noCampaignRuns: string;
  tagsIntro: string;
  tagsAdd: string;
  tagsRemove: string;
  tagsHint: string;
  tagsMissing: string;
  tagsTooMany: string;
  mergeIntro: string;
  mergeSources: string;
  mergeTooMany: string;
  mergeLinks: string;
  mergeLinksMissing: string;
  mergeInSteps: string;
  mergeEnroll: string;
  archiveIntro: string;
  /** `{names}` becomes a list of campaigns. */
  archiveCampaigns: string;
  archiveExcluded: string;
  /** `{count}` becomes how many workflow steps. */
  archiveSteps: string;
  archiveDetach: string;
  archiveDetachMissing: string;
  archived: string;
  /** `{count}` becomes the number of contacts. */
  deleteWarning: string;
  deleteElsewhere: string;
  /** Where the group is larger than what was looked through: `{count}` becomes how many were. */
  deleteElsewhereAmong: string;
  deleteNowhereElse: string;
  deleteConfirm: string;
  deleteMismatch: string;
  /** `{before}` and `{count}` become the two counts. */
  deleteCountChanged: string;
  /** `{done}` and `{total}` become numbers. */
  progress: string;
  waiting: string;
  reading: string;
  cancelled: string;
  exportCancelled: string;
  jobSucceeded: string;
  jobPartial: string;
  jobFailed: string;
  exported: string;
  saveFile: string;
  enrolled: string;
  changed: string;
  unchanged: string;
  mergedGroups: string;
  movedContacts: string;
  deleted: string;
  alsoInOtherGroups: string;
  failedContacts: string;
}
