/** The contact of all tests and of the guide. */
export const contact = {
  id: 'con_1',
  name: 'Zoé Dupont',
  first_name: 'Zoé',
  last_name: 'Dupont',
  email: 'zoe@acme.test',
  language: 'fr',
  status: 'ACTIVE',
  created_on: '2025-12-31T23:30:00.000Z',
  tags: ['VIP', 'Newsletter'],
  fields: { company: 'Acme', age: '42', score: 7.5, nickname: null },
  groups: [
    { id: 'grp_1', name: '[DYN] Inbound Leads', type: 'DYNAMIC' },
    { id: 'grp_2', name: 'Active Customers', type: 'STATIC' },
  ],
};

export const context = { contact };

/** Half past nine in the morning, UTC. */
export const options = { now: new Date('2026-03-01T09:30:00Z') };
