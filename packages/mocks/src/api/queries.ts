import { formatQuery, parseQuery, type QueryNode } from '@fluenzr/query';
import {
  conditionsOf,
  contactTest,
  mistakeOf,
  notForGroups,
  propertiesOf,
  querySchema,
  readQuery,
} from '../domain/queries.js';
import { membersOf } from '../domain/reconcile.js';
import { refuseAt } from '../problem.js';
import { pairId, type ContactRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { ok, type Endpoints } from './endpoint.js';
import { showContact } from './views.js';

const sampleSize = 5;

export const queryEndpoints = {
  'POST /queries/parse': (store, { body: { query, purpose = 'SEARCH' } }) => {
    const { ok: isQuery, ast, errors } = parseQuery(query, { schema: querySchema(store) });
    const forbidden = isQuery ? notForGroups(query, ast) : [];
    const mistakes = isQuery && purpose === 'GROUP' ? forbidden : errors.map(mistakeOf);
    return ok({
      valid: mistakes.length === 0,
      normalized: isQuery ? formatQuery(ast) : null,
      ast: isQuery ? ast : null,
      references: referencesOf(isQuery ? ast : null),
      allowAsGroup: isQuery && forbidden.length === 0,
      errors: mistakes,
    });
  },

  'POST /queries/preview': (store, { body }) => {
    if ('groupIds' in body) {
      return ok(previewOf(store, membersOfSome(store, body.groupIds, body.exclude ?? []), null));
    }
    const ast = readQuery(store, body.query, '/query');
    const newestFirst = store.contactsBy.createdAt.list('').after(null, 'descending');
    return ok(previewOf(store, [...newestFirst].filter(contactTest(store, ast)), formatQuery(ast)));
  },
} satisfies Endpoints;

/** What a query names, each once. */
function referencesOf(ast: QueryNode | null) {
  const properties = ast ? propertiesOf(ast) : [];
  const isField = (property: string) => property.startsWith('fields.');
  const valuesOf = (property: string) => {
    const conditions = ast ? conditionsOf(ast).filter((condition) => condition.property === property) : [];
    return [...new Set(conditions.map((condition) => condition.value).filter(Boolean))];
  };
  return {
    attributes: properties.filter((property) => !isField(property)),
    fields: properties.filter(isField).map((property) => property.slice('fields.'.length)),
    groups: valuesOf('group'),
    campaigns: valuesOf('campaign'),
  };
}

function previewOf(store: Store, contacts: readonly ContactRow[], normalized: string | null) {
  return {
    total: contacts.length,
    sample: contacts.slice(0, sampleSize).map((contact) => showContact(store, contact)),
    normalized,
    warnings: warningsOf(contacts.length, store.contacts.size),
  };
}

/** Those who are in one of the groups, each once, and in none of the excluded ones. */
function membersOfSome(store: Store, groupIds: readonly string[], exclude: readonly string[]): ContactRow[] {
  requireGroups(store, groupIds, '/groupIds');
  requireGroups(store, exclude, '/exclude');
  const contacts = new Set(groupIds.flatMap((groupId) => membersOf(store, groupId)));
  return [...contacts].filter(
    (contact) => !exclude.some((groupId) => store.memberships.has(pairId(groupId, contact.id))),
  );
}

function requireGroups(store: Store, groupIds: readonly string[], pointer: string): void {
  groupIds.forEach((groupId, index) => {
    if (store.groups.has(groupId)) return;
    const detail = `There is no group with the id ${JSON.stringify(groupId)}.`;
    throw refuseAt(`${pointer}/${index}`, 422, 'GROUP_NOT_FOUND', detail);
  });
}

function warningsOf(found: number, all: number) {
  if (found === 0) return [{ code: 'MATCHES_NONE' as const, message: 'No contact matches.' }];
  if (found === all) return [{ code: 'MATCHES_ALL' as const, message: 'Every contact matches.' }];
  return [];
}
