import type { Group, GroupStatistics } from '@fluenzr/client';

/** `fluenzr-stats-load`: a group's figures were loaded, for the first time or again, and are shown. */
export class GroupStatsLoadEvent extends Event {
  readonly group: Group;
  readonly statistics: GroupStatistics;

  constructor(group: Group, statistics: GroupStatistics) {
    super('fluenzr-stats-load', { bubbles: true, composed: true });
    this.group = group;
    this.statistics = statistics;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fluenzr-stats-load': GroupStatsLoadEvent;
  }
}
