import type { QueryOf } from '@fluenzr/client/routes';
import { archiveGroup, deleteGroup, freezeGroup, restoreGroup } from '../domain/group-lifecycle.js';
import { createGroup, updateGroup } from '../domain/groups.js';
import { statisticsOf } from '../domain/statistics.js';
import { suggestionsFor } from '../domain/suggestions.js';
import { usagesOf } from '../domain/usages.js';
import { pairId, type GroupRow } from '../store/rows.js';
import { SortedList } from '../store/sorted-list.js';
import type { Store } from '../store/store.js';
import { created, noContent, ok, type Endpoints } from './endpoint.js';
import { requireMatch } from './etag.js';
import { findGroup } from './find.js';
import { allOf, pageOf, parseSort, textFilter } from './page.js';
import { showGroup } from './views.js';

export const groupEndpoints = {
  'GET /groups': (store, request) => {
    const { q, type, status, campaignId, sort = 'name' } = request.query;
    const { key, direction } = parseSort(sort);
    const matchesText = textFilter(q ?? '');
    return pageOf(request, groupsToList(store, key), {
      direction,
      keep: allOf<GroupRow>(
        (group) => (status === undefined ? group.status !== 'ARCHIVED' : group.status === status),
        type !== undefined && ((group) => group.type === type),
        campaignId !== undefined && ((group) => store.links.has(pairId(campaignId, group.id))),
        q !== undefined && ((group) => matchesText(group.name)),
      ),
      show: (group) => showGroup(store, group),
    });
  },

  'POST /groups': (store, { body }) => {
    const group = createGroup(store, body);
    return created(`/groups/${group.id}`, showGroup(store, group));
  },

  'GET /groups/{id}': (store, { params, query }) => {
    const group = findGroup(store, params.id);
    return ok({ ...showGroup(store, group), ...includedParts(store, group, query) });
  },

  'PATCH /groups/{id}': (store, { params, body, ifMatch }) => {
    const group = findGroup(store, params.id);
    requireMatch(ifMatch, group.version);
    return ok(showGroup(store, updateGroup(store, group, body)));
  },

  'POST /groups/{id}/archive': (store, { params, body }) =>
    ok(showGroup(store, archiveGroup(store, findGroup(store, params.id), body.detach ?? false))),

  'POST /groups/{id}/restore': (store, { params }) =>
    ok(showGroup(store, restoreGroup(store, findGroup(store, params.id)))),

  'DELETE /groups/{id}': (store, { params, query, ifMatch }) => {
    const group = findGroup(store, params.id);
    requireMatch(ifMatch, group.version);
    deleteGroup(store, group, query.detach ?? false);
    return noContent;
  },

  'POST /groups/{id}/freeze': (store, { params, body }) => {
    const frozen = freezeGroup(store, findGroup(store, params.id), body.name);
    return created(`/groups/${frozen.id}`, showGroup(store, frozen));
  },

  'GET /groups/{id}/usages': (store, { params }) => ok(usagesOf(store, findGroup(store, params.id).id)),

  'GET /groups/{id}/statistics': (store, { params, query }) =>
    ok(statisticsOf(store, findGroup(store, params.id), query)),

  'GET /groups/suggestions': (store, request) => {
    const { kind } = request.query;
    const suggestions = suggestionsFor(store)
      .filter((suggestion) => kind === undefined || suggestion.kind === kind)
      .map((suggestion, index) => ({ suggestion, index, id: suggestion.groupIds.join(' ') }));
    return pageOf(request, new SortedList(({ index }) => index, suggestions), {
      show: ({ suggestion }) => suggestion,
    });
  },
} satisfies Endpoints;

function groupsToList(store: Store, key: 'name' | 'createdAt' | 'total'): SortedList<GroupRow> {
  if (key !== 'total') return store.groupsBy[key].list('');
  // Sorted when asked: a kept order would have to move with every member that comes or goes.
  return new SortedList((group) => store.memberCount.count(group.id), store.groups.values());
}

/** The parts that `include` asks for. */
function includedParts(store: Store, group: GroupRow, { include = [] }: QueryOf<'GET /groups/{id}'>) {
  const statistics = include.includes('statistics') && { statistics: statisticsOf(store, group, {}) };
  if (!include.includes('campaigns')) return { ...statistics };
  const campaigns = [...store.linksOfGroup.list(group.id)].flatMap(({ campaignId }) => {
    const campaign = store.campaigns.get(campaignId);
    return campaign ? { id: campaign.id, name: campaign.name, status: campaign.status } : [];
  });
  return { ...statistics, campaigns };
}
