import type { Endpoints } from './endpoint.js';
import { findCampaign } from './find.js';
import { pageOf } from './page.js';
import { showEnrollment } from './views.js';

export const enrollmentEndpoints = {
  'GET /campaigns/{id}/enrollments': (store, request) => {
    const { id } = findCampaign(store, request.params.id);
    const { groupId, contactId, status, reason } = request.query;
    return pageOf(request, store.enrollmentsOfCampaign.list(id), {
      direction: 'descending',
      keep: (enrollment) =>
        (groupId === undefined || enrollment.viaGroups.includes(groupId)) &&
        (contactId === undefined || enrollment.contactId === contactId) &&
        (status === undefined || enrollment.status === status) &&
        (reason === undefined || enrollment.reason === reason),
      show: showEnrollment,
    });
  },
} satisfies Endpoints;
