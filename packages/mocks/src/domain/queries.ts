import type { QueryProblem } from '@fluenzr/client/schemas';
import {
  compileQuery,
  parseQuery,
  validateForGroup,
  type FieldType,
  type PropertyNotForGroups,
  type QueryContact,
  type QueryError,
  type QueryNode,
  type QuerySchema,
} from '@fluenzr/query';
import { ProblemError } from '../problem.js';
import type { ContactRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { groupsOfContact } from './memberships.js';

/** What a query is checked against: the workspace's fields, and the names of its groups and campaigns. */
export function querySchema(store: Store): QuerySchema {
  const open = [...store.groups.values()].filter((group) => group.status !== 'ARCHIVED');
  return {
    ...fieldSchema(store),
    groups: open.map((group) => group.name),
    campaigns: [...store.campaigns.values()].map((campaign) => campaign.name),
  };
}

/** What the query of a smart group is checked against: it names no groups and no campaigns. */
export function fieldSchema(store: Store): QuerySchema {
  const fields = [...store.fields.values()].map(({ key, type }) => [key, type as FieldType] as const);
  return { fields: Object.fromEntries(fields) };
}

/**
 * Reads a contact query.
 *
 * @throws ProblemError `QUERY_INVALID` (422) with every mistake; the first one's kind, extra and range stand at the top
 * of the problem too. `pointer` says where the request has the query.
 */
export function readQuery(store: Store, query: string, pointer: string): QueryNode {
  const parsed = parseQuery(query, { schema: querySchema(store) });
  if (parsed.ok) return parsed.ast;
  throw queryProblem('QUERY_INVALID', pointer, parsed.errors.map(mistakeOf));
}

/**
 * Reads the query of a smart group.
 *
 * @throws ProblemError `QUERY_INVALID`, `QUERY_NOT_ALLOWED_AS_GROUP` (422).
 */
export function readGroupQuery(store: Store, query: string): QueryNode {
  const ast = readQuery(store, query, '/query');
  const errors = notForGroups(query, ast);
  if (errors.length > 0) throw queryProblem('QUERY_NOT_ALLOWED_AS_GROUP', '/query', errors);
  return ast;
}

/** A mistake that the parser found, as the API tells it. */
export const mistakeOf = ({ kind, message, extra, range: { start, end } }: QueryError): QueryProblem => ({
  kind,
  message,
  extra: { ...extra },
  range: { start, end },
});

/** The properties of a query that a smart group may not use, each where it stands. */
export function notForGroups(query: string, ast: QueryNode): QueryProblem[] {
  const { properties } = validateForGroup(ast);
  const mistakes = properties.flatMap((property) =>
    placesOf(property, query).map((range) => ({
      kind: 'not_allowed_as_group',
      message: `A smart group cannot be defined by "${property}".`,
      extra: { property },
      range,
    })),
  );
  return mistakes.sort((a, b) => a.range.start - b.range.start);
}

/** A test whether contacts match a query; days count from the backend's present. */
export function contactTest(store: Store, ast: QueryNode): (contact: ContactRow) => boolean {
  const matches = compileQuery(ast, { schema: querySchema(store), now: store.clock.now() });
  return namesRelations(ast) ? (contact) => matches(withRelations(store, contact)) : matches;
}

/** The properties that a query reads, each once: `tag`, `fields.company`. */
export function propertiesOf(ast: QueryNode): string[] {
  return [...new Set(conditionsOf(ast).map((condition) => condition.property))];
}

/** The conditions of a query, from left to right. */
export function conditionsOf(ast: QueryNode): Extract<QueryNode, { type: 'condition' }>[] {
  return ast.type === 'condition' ? [ast] : ast.children.flatMap(conditionsOf);
}

/** Names of groups and campaigns are looked up for a contact only where a query asks for them. */
const namesRelations = (ast: QueryNode) =>
  conditionsOf(ast).some(({ property }) => property === 'group' || property === 'campaign');

function withRelations(store: Store, contact: ContactRow): QueryContact {
  const enrollments = [...store.enrollmentsOfContact.list(contact.id)];
  return {
    ...contact,
    groups: groupsOfContact(store, contact.id),
    campaigns: enrollments
      .filter((enrollment) => enrollment.status === 'ACTIVE')
      .flatMap((enrollment) => store.campaigns.get(enrollment.campaignId)?.name ?? []),
  };
}

/** Where a query compares a property: its name outside quotes, with an operator behind it. */
function placesOf(property: PropertyNotForGroups, query: string): QueryProblem['range'][] {
  const token = /"(?:[^"\\]|\\[^])*"|[\p{L}\p{M}\p{N}_.+/'@:-]+/gu;
  const operator = /^\s*(?:[=~<>]|!=|(?:is|has)(?![\p{L}\p{M}\p{N}_.+/'@:-]))/iu;
  return [...query.matchAll(token)]
    .filter(({ 0: text, index }) => {
      const end = index + text.length;
      return text.toLowerCase() === property && operator.test(query.slice(end));
    })
    .map(({ 0: text, index }) => ({ start: index, end: index + text.length }));
}

function queryProblem(
  code: 'QUERY_INVALID' | 'QUERY_NOT_ALLOWED_AS_GROUP',
  pointer: string,
  mistakes: readonly QueryProblem[],
): ProblemError {
  const [first] = mistakes;
  const detail = mistakes.map(({ message }) => message).join(' ');
  return new ProblemError(422, code, detail, {
    errors: mistakes.map(({ kind, message, extra, range }) => ({
      pointer,
      code,
      message,
      params: { kind, extra, range },
    })),
    members: { kind: first?.kind, extra: first?.extra, range: first?.range },
  });
}
