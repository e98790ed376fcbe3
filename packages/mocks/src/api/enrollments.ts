import { enrollByHand } from '../domain/campaigns.js';
import { stopEnrollment } from '../domain/enrollments.js';
import { pairId, type EnrollmentRow } from '../store/rows.js';
import { SortedList } from '../store/sorted-list.js';
import type { Store } from '../store/store.js';
import { ok, type Endpoints } from './endpoint.js';
import { findCampaign, findEnrollment } from './find.js';
import { allOf, pageOf } from './page.js';
import { showEnrollment } from './views.js';

export const enrollmentEndpoints = {
  'GET /campaigns/{id}/enrollments': (store, request) => {
    const { id } = findCampaign(store, request.params.id);
    const { groupId, contactId, status, reason } = request.query;
    return pageOf(request, enrollmentsToList(store, id, contactId), {
      direction: 'descending',
      keep: allOf<EnrollmentRow>(
        groupId !== undefined && ((enrollment) => enrollment.viaGroups.includes(groupId)),
        status !== undefined && ((enrollment) => enrollment.status === status),
        reason !== undefined && ((enrollment) => enrollment.reason === reason),
      ),
      show: showEnrollment,
    });
  },

  'POST /campaigns/{id}/enrollments': (store, { params, body }) =>
    ok(enrollByHand(store, findCampaign(store, params.id), body.contactIds)),

  'POST /enrollments/{id}/stop': (store, { params, body }) => {
    const enrollment = findEnrollment(store, params.id);
    return ok(showEnrollment(stopEnrollment(store, enrollment, body.reason ?? 'MANUAL')));
  },
} satisfies Endpoints;

/** The enrolments of a campaign; of one contact there is one at most, found without a look at the others. */
function enrollmentsToList(
  store: Store,
  campaignId: string,
  contactId: string | undefined,
): SortedList<EnrollmentRow> {
  const index = store.enrollmentsOfCampaign;
  if (contactId === undefined) return index.list(campaignId);
  const enrollment = store.enrollmentByPair.get(pairId(contactId, campaignId));
  return new SortedList(index.keyOf, enrollment ? [enrollment] : []);
}
