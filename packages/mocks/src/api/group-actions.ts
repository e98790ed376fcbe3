import { requireMergeInto } from '../domain/merge.js';
import { exportColumns } from '../jobs/export-group.js';
import { startJob } from '../jobs/jobs.js';
import { ProblemError, refuseAt } from '../problem.js';
import type { GroupRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import type { Endpoints } from './endpoint.js';
import { findGroup } from './find.js';
import { acceptedJob } from './views.js';

/** What is done with all members of a group: jobs, each with the members that there are now. */
export const groupActionEndpoints = {
  'POST /groups/{id}/merge': (store, { params, body, origin }) => {
    const target = findGroup(store, params.id);
    const { transferLinks = false, enroll = false } = body;
    const sources = body.sourceIds.map((id, index) => mergeSource(store, target, id, `/sourceIds/${index}`));
    const sourceIds = [...new Set(sources.map((source) => source.id))];
    requireMergeInto(store, target, sources, transferLinks);
    const job = startJob(store, 'MERGE', { targetId: target.id, transferLinks, enroll }, sourceIds);
    return acceptedJob(job, origin);
  },

  'POST /groups/{id}/actions/export': (store, { params, body, origin }) => {
    const { id: groupId } = findGroup(store, params.id);
    const columns = exportColumns(store, body.columns);
    const token = store.token(store.nextId('file'));
    const job = startJob(store, 'EXPORT', { groupId, columns, token }, memberIds(store, groupId));
    return acceptedJob(job, origin);
  },

  'POST /groups/{id}/actions/add-to-campaign': (store, { params, body, origin }) => {
    const { id: groupId } = findGroup(store, params.id);
    const campaign = store.campaigns.get(body.campaignId);
    if (!campaign) {
      throw refuseAt(
        '/campaignId',
        422,
        'CAMPAIGN_NOT_FOUND',
        `There is no campaign with the id ${JSON.stringify(body.campaignId)}.`,
      );
    }
    if (campaign.status !== 'RUNNING') {
      throw refuseAt(
        '/campaignId',
        409,
        'CAMPAIGN_NOT_ACTIVE',
        `The campaign "${campaign.name}" is ${campaign.status}: only one that is RUNNING takes contacts.`,
      );
    }
    const input = { groupId, campaignId: campaign.id };
    return acceptedJob(startJob(store, 'ADD_TO_CAMPAIGN', input, memberIds(store, groupId)), origin);
  },

  'POST /groups/{id}/actions/apply-tags': (store, { params, body, origin }) => {
    const { id: groupId } = findGroup(store, params.id);
    const { add = [], remove = [] } = body;
    if (add.length + remove.length === 0) {
      const message = 'Name at least one tag to add or to remove.';
      throw new ProblemError(422, 'VALIDATION_FAILED', message, {
        errors: [{ pointer: '/add', code: 'REQUIRED', message }],
      });
    }
    return acceptedJob(
      startJob(store, 'APPLY_TAGS', { groupId, add, remove }, memberIds(store, groupId)),
      origin,
    );
  },

  'POST /groups/{id}/actions/delete-contacts': (store, { params, body: { confirm }, origin }) => {
    const group = findGroup(store, params.id);
    if (confirm.groupName !== group.name) {
      throw refuseAt(
        '/confirm/groupName',
        422,
        'CONFIRMATION_REQUIRED',
        `The group is called "${group.name}": that name must be given to confirm.`,
      );
    }
    const actual = store.memberCount.count(group.id);
    if (confirm.expectedCount !== actual) {
      throw new ProblemError(
        409,
        'COUNT_CHANGED',
        `The group has ${actual} contacts by now, not ${confirm.expectedCount}. Look again before you delete them.`,
        { members: { actual } },
      );
    }
    const job = startJob(store, 'DELETE_CONTACTS', { groupId: group.id }, memberIds(store, group.id));
    return acceptedJob(job, origin);
  },
} satisfies Endpoints;

const memberIds = (store: Store, groupId: string) =>
  [...store.membersOf.joinedAt.list(groupId)].map((member) => member.contactId);

function mergeSource(store: Store, target: GroupRow, id: string, pointer: string): GroupRow {
  const source = store.groups.get(id);
  if (!source) {
    throw refuseAt(pointer, 422, 'GROUP_NOT_FOUND', `There is no group with the id ${JSON.stringify(id)}.`);
  }
  if (source.id !== target.id) return source;
  const message = 'A group cannot be merged into itself.';
  throw new ProblemError(422, 'VALIDATION_FAILED', message, {
    errors: [{ pointer, code: 'INVALID_VALUE', message }],
  });
}
