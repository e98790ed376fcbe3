import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import type { GroupJobEvent } from '../group-stats/actions/group-job-event.js';
import type { GroupStatsErrorEvent } from '../group-stats/group-stats-error-event.js';
import type { GroupStatsLoadEvent } from '../group-stats/group-stats-load-event.js';
import { FluenzrGroupStats } from '../group-stats/group-stats.js';
import '../group-stats/define.js';

/** `<fluenzr-group-stats>` as a React component. */
export const GroupStats = createComponent({
  react: React,
  tagName: 'fluenzr-group-stats',
  elementClass: FluenzrGroupStats,
  displayName: 'GroupStats',
  events: {
    onFluenzrStatsLoad: 'fluenzr-stats-load' as EventName<GroupStatsLoadEvent>,
    onFluenzrStatsError: 'fluenzr-stats-error' as EventName<GroupStatsErrorEvent>,
    onFluenzrGroupJob: 'fluenzr-group-job' as EventName<GroupJobEvent>,
  },
});
