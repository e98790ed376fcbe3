import type { QueryOf } from '@fluenzr/client/routes';
import { archiveGroup, createGroup, updateGroup } from '../domain/groups.js';
import { pairId, type GroupRow } from '../store/rows.js';
import { SortedList } from '../store/sorted-list.js';
import type { Store } from '../store/store.js';
import { created, notImplemented, ok, type Endpoints } from './endpoint.js';
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
} satisfies Endpoints;

function groupsToList(store: Store, key: 'name' | 'createdAt' | 'total'): SortedList<GroupRow> {
  if (key !== 'total') return store.groupsBy[key].list('');
  // Sorted when asked: a kept order would have to move with every member that comes or goes.
  return new SortedList((group) => store.memberCount.count(group.id), store.groups.values());
}

/** The parts that `include` asks for. */
function includedParts(store: Store, group: GroupRow, { include = [] }: QueryOf<'GET /groups/{id}'>) {
  if (include.includes('statistics')) throw notImplemented('statistics');
  if (!include.includes('campaigns')) return {};
  const campaigns = [...store.linksOfGroup.list(group.id)].flatMap(({ campaignId }) => {
    const campaign = store.campaigns.get(campaignId);
    return campaign ? { id: campaign.id, name: campaign.name, status: campaign.status } : [];
  });
  return { campaigns };
}
