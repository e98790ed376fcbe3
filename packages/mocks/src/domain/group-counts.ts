import type { Store } from '../store/store.js';

/** What is counted about a group. Inactive is a member whose status is not ACTIVE. */
export function countsOf(store: Store, groupId: string) {
  const total = store.memberCount.count(groupId);
  const active = store.activeMemberCount.count(groupId);
  const links = [...store.linksOfGroup.list(groupId)];
  const activeCampaigns = links.filter(
    ({ campaignId }) => store.campaigns.get(campaignId)?.status === 'RUNNING',
  ).length;
  return { total, active, inactive: total - active, activeCampaigns };
}
