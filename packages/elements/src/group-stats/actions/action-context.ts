import type { Group } from '@fluenzr/client';
import type { Formats } from '../../formats.js';
import type { GroupBadgeLabels } from '../../group-badge.js';
import type { GroupStatsClient } from '../group-stats.js';
import type { GroupActionLabels } from './labels.js';

/** What an action works with: as it is at the moment. */
export interface ActionContext {
  readonly client: GroupStatsClient;
  readonly group: Group;
  readonly labels: GroupActionLabels;
  readonly badges: GroupBadgeLabels;
  readonly formats: Formats;
}

/**
 * A resource of the client, which a page may have left out.
 *
 * @throws Error that says which one is missing.
 */
export function resource<Name extends keyof GroupStatsClient>(
  client: GroupStatsClient,
  name: Name,
): NonNullable<GroupStatsClient[Name]> {
  const found = client[name];
  if (!found) throw new Error(`<fluenzr-group-stats>: this action needs a client with "${name}".`);
  return found;
}
