import type { GroupUsages } from '@fluenzr/client/schemas';
import type { CampaignRow } from '../store/rows.js';
import type { Store } from '../store/store.js';

type StepOfCampaign = CampaignRow['steps'][number];

/** Where a group is used. Campaigns that are over do not stand in the way of archiving it. */
export function usagesOf(store: Store, groupId: string): GroupUsages {
  const named = (campaignId: string) => {
    const campaign = store.campaigns.get(campaignId);
    return campaign && !isOver(campaign)
      ? { id: campaign.id, name: campaign.name, status: campaign.status }
      : [];
  };
  const campaigns = [...store.linksOfGroup.list(groupId)].flatMap((link) => named(link.campaignId));
  const excludedIn = [...store.exclusionsOfGroup.list(groupId)].flatMap(({ campaignId }) =>
    named(campaignId),
  );
  const steps = [...store.campaigns.values()]
    .filter((campaign) => !isOver(campaign))
    .flatMap((campaign) =>
      campaign.steps.flatMap((step, index) =>
        namesGroup(step, groupId)
          ? { campaignId: campaign.id, stepId: stepName(step, index), type: step.type }
          : [],
      ),
    );
  return { campaigns, excludedIn, steps, blocking: campaigns.length + excludedIn.length + steps.length > 0 };
}

const isOver = (campaign: CampaignRow) => campaign.status === 'COMPLETED' || campaign.status === 'ARCHIVED';

const stepName = (step: StepOfCampaign, index: number) =>
  'id' in step && typeof step.id === 'string' ? step.id : String(index);

function namesGroup(step: StepOfCampaign, groupId: string): boolean {
  const { groupIds, cases } = step as { groupIds?: string[]; cases?: { groupId?: string }[] };
  return (groupIds?.includes(groupId) ?? false) || (cases?.some((each) => each.groupId === groupId) ?? false);
}
