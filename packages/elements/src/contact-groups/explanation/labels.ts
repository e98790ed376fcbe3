import type { LoadFailureLabels } from '../../load-failure/labels.js';
import type { ReasonLabels } from '../../reasons/labels.js';

/** The texts that say why a contact is, or is not, in a group or campaign. */
export interface ExplanationLabels extends LoadFailureLabels {
  choose: string;
  groups: string;
  campaigns: string;
  loadingWhy: string;
  /** What became of it, by the API's outcome. `{name}` becomes the group or campaign. */
  outcomes: Readonly<Record<string, string>>;
  /** `{date}` becomes a day. */
  since: string;
  reasons: ReasonLabels;
  /** What each condition asks for. One that is not here, such as a part of a query, is shown as the API writes it. */
  conditions: Readonly<Record<string, string>>;
  holds: string;
  holdsNot: string;
}
