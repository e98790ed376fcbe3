import type { GroupBadgeLabels } from '../group-badge.js';
import type { LoadFailureLabels } from '../load-failure/labels.js';

/** The texts of `<fluenzr-group-stats>`, but for those of its actions. */
export interface GroupStatsLabels extends GroupBadgeLabels, LoadFailureLabels {
  /** Announced, and on the skeleton, while there is nothing to show yet. */
  loading: string;
  contacts: string;
  active: string;
  inactive: string;
  engagementRate: string;
  activeCampaigns: string;
  lastCampaign: string;
  /** In place of a figure for which nothing has happened yet: it is not zero. */
  noData: string;
  delivered: string;
  openers: string;
  clickers: string;
  engaged: string;
  /** Names the choice of the period. */
  range: string;
  chart: string;
  /** Names the control that goes through the points of the chart. */
  chartPoint: string;
  /** `{date}` becomes the Monday of the week. */
  weekOf: string;
  joined: string;
  left: string;
  opens: string;
  clicks: string;
  date: string;
  /** On the button that shows the chart as a table. */
  table: string;
  emptyTitle: string;
  /** What to do about a group without contacts, by its type. */
  emptyStatic: string;
  emptyDynamic: string;
  emptySmart: string;
  /** What to do about a dynamic group with no running campaign. */
  noCampaign: string;
  /** `{age}` becomes "3 minutes ago". */
  updated: string;
  /** Before the reason and the age, when the last refresh failed. */
  stale: string;
  failed: string;
  retry: string;
  /** On the button that opens the menu of actions. */
  actions: string;
}
