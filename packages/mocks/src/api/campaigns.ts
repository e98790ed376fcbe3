import {
  createCampaign,
  launchCampaign,
  pauseCampaign,
  previewLaunch,
  previewLink,
  resumeCampaign,
} from '../domain/campaigns.js';
import { excludeGroup, liftExclusion, linkGroup, unlinkGroup } from '../domain/links.js';
import { refuseAt } from '../problem.js';
import { pairId, type CampaignRow } from '../store/rows.js';
import { created, noContent, ok, type Endpoints } from './endpoint.js';
import { findCampaign, findGroup } from './find.js';
import { allOf, pageOf, parseSort, textFilter } from './page.js';
import { showCampaign } from './views.js';

export const campaignEndpoints = {
  'GET /campaigns': (store, request) => {
    const { q, status, groupId, sort = '-createdAt' } = request.query;
    const { key, direction } = parseSort(sort);
    const matchesText = textFilter(q ?? '');
    return pageOf(request, store.campaignsBy[key].list(''), {
      direction,
      keep: allOf<CampaignRow>(
        status !== undefined && ((campaign) => campaign.status === status),
        groupId !== undefined && ((campaign) => store.links.has(pairId(campaign.id, groupId))),
        q !== undefined && ((campaign) => matchesText(campaign.name)),
      ),
      show: (campaign) => showCampaign(store, campaign),
    });
  },

  'POST /campaigns': (store, { body }) => {
    const campaign = createCampaign(store, body);
    return created(`/campaigns/${campaign.id}`, showCampaign(store, campaign));
  },

  'GET /campaigns/{id}': (store, { params }) => ok(showCampaign(store, findCampaign(store, params.id))),

  'POST /campaigns/{id}/launch': (store, { params, body }) => {
    const campaign = findCampaign(store, params.id);
    if (body.dryRun) return ok({ ...showCampaign(store, campaign), ...previewLaunch(store, campaign) });
    const launch = launchCampaign(store, campaign);
    return ok({ ...showCampaign(store, launch.campaign), ...launch.audience });
  },

  'POST /campaigns/{id}/pause': (store, { params }) =>
    ok(showCampaign(store, pauseCampaign(store, findCampaign(store, params.id)))),

  'POST /campaigns/{id}/resume': (store, { params }) =>
    ok(showCampaign(store, resumeCampaign(store, findCampaign(store, params.id)))),

  'PUT /campaigns/{id}/groups/{groupId}': (store, { params, body }) => {
    const campaign = findCampaign(store, params.id);
    const group = findGroup(store, params.groupId);
    const running = campaign.status === 'RUNNING';
    if (running && body.enrollExisting === undefined) {
      throw refuseAt(
        '/enrollExisting',
        422,
        'REQUIRED',
        'The campaign is running: say whether those who are members already are enrolled.',
      );
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
