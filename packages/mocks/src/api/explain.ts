import { explainEnrollment } from '../domain/explain-enrollment.js';
import { explainMembership } from '../domain/explain-membership.js';
import { invalidAt } from '../problem.js';
import { ok, type Endpoints } from './endpoint.js';
import { findCampaign, findContact, findGroup } from './find.js';

export const explainEndpoints = {
  'GET /contacts/{id}/explain': (store, { params, query: { groupId, campaignId } }) => {
    const contact = findContact(store, params.id);
    const message = 'Say what to explain: groupId or campaignId, one of the two.';
    if (groupId !== undefined && campaignId !== undefined) {
      throw invalidAt('?campaignId', 'INVALID_VALUE', message);
    }
    if (groupId !== undefined) return ok(explainMembership(store, contact, findGroup(store, groupId)));
    if (campaignId === undefined) throw invalidAt('?groupId', 'REQUIRED', message);
    return ok(explainEnrollment(store, contact, findCampaign(store, campaignId)));
  },
} satisfies Endpoints;
