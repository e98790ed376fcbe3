import type { Contact, ContactCreated, Group, Job } from '../src/index.js';

export const contact: Contact = {
  id: 'con_1',
  email: 'ada@example.com',
  emailStatus: 'VALID',
  firstName: 'Ada',
  lastName: null,
  status: 'ACTIVE',
  language: null,
  tags: [],
  fields: {},
  groups: [],
  createdAt: '2026-11-23T10:00:00.000Z',
  updatedAt: '2026-11-23T10:00:00.000Z',
  lastEngagedAt: null,
  version: 1,
};

export const created: ContactCreated = {
  ...contact,
  enrollments: [{ campaignId: 'cmp_1', status: 'ENROLLED' }],
};

export const group: Group = {
  id: 'grp_1',
  name: '[DYN] Inbound Leads',
  description: null,
  type: 'DYNAMIC',
  color: '#1d4ed8',
  query: null,
  autoEnroll: true,
  status: 'ACTIVE',
  counts: { total: 0, active: 0, inactive: 0 },
  activeCampaignCount: 0,
  createdAt: '2026-11-23T10:00:00.000Z',
  updatedAt: '2026-11-23T10:00:00.000Z',
  archivedAt: null,
  mergedInto: null,
  version: 1,
};

export const job: Job = {
  id: 'job_1',
  type: 'EXPORT',
  status: 'QUEUED',
  progress: { total: 0, processed: 0, succeeded: 0, skipped: 0, failed: 0 },
  createdAt: '2026-11-23T10:00:00.000Z',
  startedAt: null,
  finishedAt: null,
  expiresAt: null,
  result: null,
};

/** One page of a list on the wire. */
export const page = (data: unknown[], nextCursor: string | null = null) => ({
  data,
  page: { nextCursor, hasMore: nextCursor !== null },
});
