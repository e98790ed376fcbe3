import { expect } from 'chai';
import { parseQuery, type QueryContact, type QueryNode, type QuerySchema } from '@fluenzr/query';

/** The workspace that the tests ask. */
export const schema: QuerySchema = {
  fields: { age: 'number', company: 'text', signed: 'datetime', name: 'text', and: 'text' },
  groups: ['[DYN] Inbound Leads', 'LinkedIn Leads Q4', 'Active Customers'],
  campaigns: ['Welcome'],
};

/** A contact with a value for everything. */
export const zoe: QueryContact = {
  id: 'ctc_Zoe',
  email: 'zoe.dupont@acme.test',
  firstName: 'Zoé',
  lastName: 'Dupont-Martin',
  status: 'ACTIVE',
  language: 'fr',
  tags: ['VIP', 'Newsletter'],
  fields: { age: 34, company: ' Acme Corporation ', signed: '2026-03-10T09:30:00.000Z', name: 'Zozo' },
  groups: [
    { id: 'grp_1', name: 'Active Customers' },
    { id: 'grp_2', name: 'LinkedIn Leads Q4' },
  ] as {
    id: string;
    name: string;
  }[],
  campaigns: ['Welcome'],
  createdAt: '2026-03-01T08:00:00.000Z',
  lastEngagedAt: '2026-03-29T22:30:00.000Z',
};

/** A contact with nothing but what every contact has. */
export const blank: QueryContact = { id: 'ctc_2', status: 'PENDING', createdAt: '2026-03-02T00:00:00Z' };

/** Parses a query that must be right. */
export function parsed(text: string, with_: QuerySchema = schema): QueryNode {
  const result = parseQuery(text, { schema: with_ });
  expect(result.errors, text).to.deep.equal([]);
  if (!result.ok) throw new Error(`not a query: ${text}`);
  return result.ast;
}
