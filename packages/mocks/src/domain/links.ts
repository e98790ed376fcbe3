import { ProblemError } from '../problem.js';
import { pairId, type CampaignRow, type GroupRow, type LinkRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { reconcileMembers } from './reconcile.js';
import { requireEvaluated } from './smart-groups.js';

/**
 * Links a group to a campaign, and enrols whom that enrols. Linking again changes nothing, unless it now says
 * `enrollExisting`: then the link begins anew, and those who are members by now are enrolled.
 *
 * @throws ProblemError `CAMPAIGN_COMPLETED`, `GROUP_ARCHIVED`, `GROUP_EVALUATING`, `GROUP_EXCLUDED`.
 */
export function linkGroup(
  store: Store,
  campaign: CampaignRow,
  group: GroupRow,
  enrollExisting: boolean,
): { link: LinkRow; enrolled: number } {
  requireLinkable(store, campaign, group);
  const id = pairId(campaign.id, group.id);
  const existing = store.links.get(id);
  if (existing && (existing.enrollExisting || !enrollExisting)) return { link: existing, enrolled: 0 };
  const link = store.links.put({
    id,
    campaignId: campaign.id,
    groupId: group.id,
    linkedAt: store.clock.timestamp(),
    linkedTick: store.nextTick(),
    enrollExisting,
  });
  return { link, enrolled: reconcileMembers(store, campaign, group.id) };
}

/** Takes a group out of a campaign. Those whom it brought go on, unless `onGroupRemoval` is STOP. */
export function unlinkGroup(store: Store, link: LinkRow): void {
  store.links.delete(link.id);
  const campaign = store.campaigns.get(link.campaignId);
  if (campaign) reconcileMembers(store, campaign, link.groupId);
}

/**
 * Excludes a group from a campaign; those of its members who are in it stop. Answers how many; with `dryRun` it only counts.
 *
 * @throws ProblemError `GROUP_LINKED`, `GROUP_ARCHIVED`.
 */
export function excludeGroup(store: Store, campaign: CampaignRow, group: GroupRow, dryRun: boolean): number {
  const id = pairId(campaign.id, group.id);
  if (store.links.has(id)) {
    throw new ProblemError(
      409,
      'GROUP_LINKED',
      `The group "${group.name}" is linked to "${campaign.name}". Unlink it before excluding it.`,
    );
  }
  if (store.exclusions.has(id)) return 0;
  requireOpen(group);
  const stopped = [...store.enrollmentsOfCampaign.list(campaign.id)].filter(
    ({ status, contactId }) => status === 'ACTIVE' && store.memberships.has(pairId(group.id, contactId)),
  ).length;
  if (dryRun) return stopped;
  store.exclusions.put({
    id,
    campaignId: campaign.id,
    groupId: group.id,
    excludedAt: store.clock.timestamp(),
    excludedTick: store.nextTick(),
  });
  reconcileMembers(store, campaign, group.id);
  return stopped;
}

/** Lifts an exclusion. What it stopped stays stopped; those it only kept out come in. */
export function liftExclusion(store: Store, campaign: CampaignRow, groupId: string): void {
  if (store.exclusions.delete(pairId(campaign.id, groupId))) reconcileMembers(store, campaign, groupId);
}

function requireLinkable(store: Store, campaign: CampaignRow, group: GroupRow): void {
  const refuse = (code: string, detail: string) => new ProblemError(409, code, detail);
  if (campaign.status === 'COMPLETED' || campaign.status === 'ARCHIVED') {
    throw refuse('CAMPAIGN_COMPLETED', `The campaign "${campaign.name}" is over: it takes no more groups.`);
  }
  requireOpen(group);
  requireEvaluated(group);
  if (store.exclusions.has(pairId(campaign.id, group.id))) {
    throw refuse(
      'GROUP_EXCLUDED',
      `The group "${group.name}" is excluded from "${campaign.name}". Lift that first.`,
    );
  }
}

function requireOpen(group: GroupRow): void {
  if (group.status !== 'ARCHIVED') return;
  throw new ProblemError(409, 'GROUP_ARCHIVED', `The group "${group.name}" is archived. Restore it first.`);
}
