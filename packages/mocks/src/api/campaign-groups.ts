import type { CampaignFigures } from '@fluenzr/client/schemas';
import { excludeGroup, liftExclusion, linkGroup, unlinkGroup } from '../domain/links.js';
import { previewLink } from '../domain/campaigns.js';
import { invalidAt } from '../problem.js';
import { pairId, type GroupRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { noContent, ok, type Endpoints } from './endpoint.js';
import { findCampaign, findGroup } from './find.js';
import { showReference } from './views.js';

export const campaignGroupEndpoints = {
  'GET /campaigns/{id}/groups': (store, { params }) => {
    const { id } = findCampaign(store, params.id);
    const groups = [...store.linksOfCampaign.list(id)].flatMap(
      ({ groupId }) => store.groups.get(groupId) ?? [],
    );
    return ok({
      data: groups.map((group) => ({
        group: showReference(group),
        badge: group.type === 'DYNAMIC' ? 'Dynamic' : null,
        ...figuresOf(store, pairId(id, group.id), store.memberCount.count(group.id)),
      })),
      campaignTotals: figuresOf(store, id, countMembers(store, groups)),
      asOf: store.clock.timestamp(),
    });
  },

  'PUT /campaigns/{id}/groups/{groupId}': (store, { params, body }) => {
    const campaign = findCampaign(store, params.id);
    const group = findGroup(store, params.groupId);
    const running = campaign.status === 'RUNNING';
    if (running && body.enrollExisting === undefined) {
      const message = 'The campaign is running: say whether those who are members already are enrolled.';
      throw invalidAt('/enrollExisting', 'REQUIRED', message);
    }
    const { link, enrolled } = linkGroup(store, campaign, group, body.enrollExisting ?? false);
    const { campaignId, groupId, linkedAt, enrollExisting } = link;
    return ok({
      link: { campaignId, groupId, linkedAt, enrollExisting },
      willEnroll: running ? enrolled : previewLink(store, campaign, groupId),
    });
  },

  'DELETE /campaigns/{id}/groups/{groupId}': (store, { params }) => {
    const link = store.links.get(
      pairId(findCampaign(store, params.id).id, findGroup(store, params.groupId).id),
    );
    if (link) unlinkGroup(store, link);
    return noContent;
  },

  'PUT /campaigns/{id}/excluded-groups/{groupId}': (store, { params, body }) => {
    const campaign = findCampaign(store, params.id);
    const group = findGroup(store, params.groupId);
    return ok({ stopped: excludeGroup(store, campaign, group, body.dryRun ?? false) });
  },

  'DELETE /campaigns/{id}/excluded-groups/{groupId}': (store, { params }) => {
    liftExclusion(store, findCampaign(store, params.id), findGroup(store, params.groupId).id);
    return noContent;
  },
} satisfies Endpoints;

/** What is counted under a key of `store.campaignFigures`. */
function figuresOf(store: Store, key: string, contacts: number): CampaignFigures {
  const { enrolled, delivered, uniqueOpens, uniqueClicks } = store.campaignFigures.of(key);
  const rate = (count: number) => (delivered === 0 ? null : count / delivered);
  return {
    contacts,
    enrolled,
    delivered,
    uniqueOpens,
    uniqueClicks,
    openRate: rate(uniqueOpens),
    clickRate: rate(uniqueClicks),
  };
}

/** The contacts in any of the groups, each once. The biggest group is counted by its size, and need not be read. */
function countMembers(store: Store, groups: readonly GroupRow[]): number {
  const ids = groups.map(({ id }) => id);
  ids.sort((a, b) => store.memberCount.count(b) - store.memberCount.count(a));
  return ids.reduce((total, groupId, index) => {
    if (index === 0) return store.memberCount.count(groupId);
    const bigger = ids.slice(0, index);
    let others = 0;
    for (const { contactId } of store.membersOf.joinedAt.list(groupId)) {
      if (!bigger.some((id) => store.memberships.has(pairId(id, contactId)))) others += 1;
    }
    return total + others;
  }, 0);
}
