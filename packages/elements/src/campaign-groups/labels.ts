import type { GroupBadgeLabels } from '../group-badge.js';
import type { LoadFailureLabels } from '../load-failure/labels.js';

/** The texts of `<fluenzr-campaign-groups>`. */
export interface CampaignGroupsLabels extends GroupBadgeLabels, LoadFailureLabels {
  loading: string;
  failed: string;
  retry: string;
  group: string;
  contacts: string;
  openRate: string;
  clickRate: string;
  /** In place of a rate while nothing was delivered. */
  noData: string;
  /** Names the row of totals, in which nobody counts twice. */
  total: string;
  empty: string;
  /** `{name}` becomes the group's name. */
  contactsOf: string;
  contact: string;
  status: string;
  sent: string;
  opens: string;
  clicks: string;
  nobody: string;
  deletedContact: string;
  more: string;
  /** What an enrolment's status is called. One that is not here is shown as the API writes it. */
  statuses: Readonly<Record<string, string>>;
}
