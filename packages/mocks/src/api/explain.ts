import { explainEnrollment } from '../domain/explain-enrollment.js';
import { explainMembership } from '../domain/explain-membership.js';
import { refuseAt } from '../problem.js';
import { ok, type Endpoints } from './endpoint.js';
import { findCampaign, findContact, findGroup } from './find.js';

export const explainEndpoints = {
  'GET /contacts/{id}/explain': (store, { params, query: { groupId, campaignId } }) => {
    const contact = findContact(store, params.id);
    if ((groupId === undefined) === (campaignId === undefined)) {
      const message = 'Say what to explain: groupId or campaignId, one of the two.';
      throw refuseAt('?groupId', 422, 'VALIDATION_FAILED', message);
    }
    if (groupId !== undefined) return ok(explainMembership(store, contact, findGroup(store, groupId)));
    return ok(explainEnrollment(store, contact, findCampaign(store, campaignId ?? '')));
  },
} satisfies Endpoints;
