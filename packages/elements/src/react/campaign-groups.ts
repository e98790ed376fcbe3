import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import type { CampaignGroupsLoadEvent } from '../campaign-groups/campaign-groups-load-event.js';
import type { CampaignGroupsErrorEvent } from '../campaign-groups/campaign-groups-error-event.js';
import { FluenzrCampaignGroups } from '../campaign-groups/campaign-groups.js';
import '../campaign-groups/define.js';

/** `<fluenzr-campaign-groups>` as a React component. */
export const CampaignGroups = createComponent({
  react: React,
  tagName: 'fluenzr-campaign-groups',
  elementClass: FluenzrCampaignGroups,
  displayName: 'CampaignGroups',
  events: {
    onFluenzrCampaignGroupsLoad: 'fluenzr-campaign-groups-load' as EventName<CampaignGroupsLoadEvent>,
    onFluenzrCampaignGroupsError: 'fluenzr-campaign-groups-error' as EventName<CampaignGroupsErrorEvent>,
  },
});
