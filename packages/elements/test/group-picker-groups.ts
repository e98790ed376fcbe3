import type { GroupOption } from '@fluenzr/elements';

/** Groups as a user's account has them. */
export const groups: GroupOption[] = [
  {
    id: 'grp_inbound',
    name: '[DYN] Inbound Leads',
    type: 'DYNAMIC',
    color: '#1d4ed8',
    counts: { total: 1240 },
  },
  { id: 'grp_customers', name: 'Active Customers', type: 'STATIC', color: '#15803d', counts: { total: 1 } },
  { id: 'grp_engaged', name: 'Engaged in the last 30 days', type: 'SMART', color: '#b45309' },
  { id: 'grp_elodie', name: 'Élodie’s accounts', type: 'STATIC', color: '#be185d', counts: { total: 0 } },
  { id: 'grp_linkedin', name: 'LinkedIn Leads Q4', type: 'STATIC', color: '#0f766e', counts: { total: 85 } },
  { id: 'grp_old', name: 'LinkedIn Leads 2019', type: 'STATIC', color: '#475569', status: 'ARCHIVED' },
];

/** As many groups as asked for: Leads 0, Leads 1, … */
export const manyGroups = (count: number): GroupOption[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `grp_${String(index)}`,
    name: `Leads ${String(index)}`,
    type: 'STATIC',
    color: '#1d4ed8',
  }));
