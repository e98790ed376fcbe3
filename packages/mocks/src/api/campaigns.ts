import {
  archiveCampaign,
  createCampaign,
  launchCampaign,
  pauseCampaign,
  previewLaunch,
  resumeCampaign,
  updateCampaign,
} from '../domain/campaigns.js';
import { pairId, type CampaignRow } from '../store/rows.js';
import { created, ok, type Endpoints } from './endpoint.js';
import { requireMatch } from './etag.js';
import { findCampaign } from './find.js';
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

  'PATCH /campaigns/{id}': (store, { params, body, ifMatch }) => {
    const campaign = findCampaign(store, params.id);
    requireMatch(ifMatch, campaign.version);
    return ok(showCampaign(store, updateCampaign(store, campaign, body)));
  },

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

  'POST /campaigns/{id}/archive': (store, { params }) =>
    ok(showCampaign(store, archiveCampaign(store, findCampaign(store, params.id)))),
} satisfies Endpoints;
