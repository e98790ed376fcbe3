import type { CampaignGroups } from '@fluenzr/client';

/** `fluenzr-campaign-groups-load`: a campaign's groups were loaded, for the first time or again, and are shown. */
export class CampaignGroupsLoadEvent extends Event {
  readonly groups: CampaignGroups;

  constructor(groups: CampaignGroups) {
    super('fluenzr-campaign-groups-load', { bubbles: true, composed: true });
    this.groups = groups;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fluenzr-campaign-groups-load': CampaignGroupsLoadEvent;
  }
}
