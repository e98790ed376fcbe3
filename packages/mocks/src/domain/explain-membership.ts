import type { Explanation } from '@fluenzr/client/schemas';
import { formatQuery, matchesQuery, parseQuery, type QueryNode } from '@fluenzr/query';
import { pairId, type ContactRow, type GroupRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { conditionsOf, fieldSchema } from './queries.js';

type Condition = Explanation['conditions'][number];

/**
 * Says why a contact is, or is not, in a group: of a smart group, which conditions of its query hold; of another, that
 * it joined or left.
 */
export function explainMembership(store: Store, contact: ContactRow, group: GroupRow): Explanation {
  const id = pairId(group.id, contact.id);
  const membership = store.memberships.get(id);
  const departure = store.departures.get(id);
  return {
    contactId: contact.id,
    groupId: group.id,
    campaignId: null,
    outcome: membership ? 'MEMBER' : 'NOT_MEMBER',
    reason: membership ? null : reasonOf(group, departure !== undefined),
    since: membership?.joinedAt ?? departure?.leftAt ?? null,
    conditions: [
      {
        condition: 'GROUP_OPEN',
        holds: group.status === 'ACTIVE' || group.status === 'READY',
        detail: `The group is ${group.status}.`,
      },
      ...(group.type === 'SMART'
        ? queryConditions(store, contact, group)
        : [
            {
              condition: 'JOINED',
              holds: membership !== undefined,
              detail: membership
                ? `The contact joined by ${membership.source}.`
                : departure
                  ? 'The contact was in the group, and left it.'
                  : 'Nobody and nothing put the contact into the group.',
            },
          ]),
    ],
  };
}

function reasonOf(group: GroupRow, left: boolean): string {
  if (group.type !== 'SMART') return left ? 'LEFT' : 'NEVER_JOINED';
  if (group.status === 'INITIALIZING' || group.status === 'EVALUATING') return 'GROUP_EVALUATING';
  return group.status === 'READY' ? 'QUERY_NOT_MATCHED' : `GROUP_${group.status}`;
}

function queryConditions(store: Store, contact: ContactRow, group: GroupRow): Condition[] {
  const schema = fieldSchema(store);
  const query = group.query ?? '';
  const { ok, ast, errors } = parseQuery(query, { schema });
  if (!ok) {
    return errors.map(({ message, range }) => ({
      condition: query.slice(range.start, range.end),
      holds: false,
      detail: message,
    }));
  }
  const now = store.clock.now();
  const holds = (node: QueryNode) => matchesQuery(node, contact, { schema, now });
  const whole = { condition: formatQuery(ast), holds: holds(ast), detail: 'The query as a whole.' };
  const parts = conditionsOf(ast).map((condition) => ({
    condition: formatQuery(condition),
    holds: holds(condition),
    detail: `The contact's ${condition.property} is ${valueText(contact, condition.property)}.`,
  }));
  return ast.type === 'condition' ? parts : [whole, ...parts];
}

function valueText(contact: ContactRow, property: string): string {
  const { firstName, lastName, tags, fields } = contact;
  const values: Partial<Record<string, unknown>> = {
    name: [firstName, lastName].filter(Boolean).join(' '),
    first_name: firstName,
    last_name: lastName,
    email: contact.email,
    language: contact.language,
    tag: tags.join(', '),
    created_on: contact.createdAt,
    last_seen_on: contact.lastEngagedAt,
  };
  const value = property.startsWith('fields.') ? fields[property.slice('fields.'.length)] : values[property];
  return value === undefined || value === null || value === '' ? 'empty' : JSON.stringify(value);
}
