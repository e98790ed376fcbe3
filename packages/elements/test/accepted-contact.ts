import type { ContactCreated } from '@fluenzr/client';

/** What a backend answers that has accepted a lead. */
export const accepted: ContactCreated = {
  id: 'con_1',
  email: 'ada@example.com',
  emailStatus: 'VALID',
  firstName: 'Ada',
  lastName: 'Lovelace',
  status: 'ACTIVE',
  language: null,
  tags: [],
  fields: {},
  groups: [{ id: 'grp_inbound', name: '[DYN] Inbound Leads', type: 'DYNAMIC', color: '#2450d3' }],
  createdAt: '2026-01-05T09:00:00Z',
  updatedAt: '2026-01-05T09:00:00Z',
  lastEngagedAt: null,
  version: 1,
  enrollments: [{ campaignId: 'cmp_1', status: 'ENROLLED' }],
};
