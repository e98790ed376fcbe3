import type { ContactCreate, ContactUpdate, EnrollmentOutcome } from '@fluenzr/client/schemas';
import { invalidAt, ProblemError, refuseAt } from '../problem.js';
import { pairId, type ContactRow, type GroupRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { requireTransition } from './contact-status.js';
import { checkFields } from './fields.js';
import {
  joinGroups,
  refreshMemberships,
  removeMembership,
  requireJoinable,
  type Joining,
} from './memberships.js';
import { reconcileContact } from './reconcile.js';
import { cancelTasks } from './schedule.js';
import { refreshSmartMemberships } from './smart-groups.js';

const mostTags = 50;

/**
 * Takes a contact in: a new address is created; a known one joins the groups and, as `onConflict` says, has its blanks
 * filled (ATTACH), is overwritten (UPDATE), or is refused (ERROR). The outcomes are those of the campaigns linked to the
 * groups, and to smart groups that it joined thereby.
 *
 * @throws ProblemError `CONTACT_EXISTS`, `GROUP_NOT_FOUND`, `GROUP_IS_SMART`, `GROUP_ARCHIVED`, `VALIDATION_FAILED`.
 */
export function takeInContact(
  store: Store,
  input: ContactCreate,
  source: Joining['source'] = 'API',
): { contact: ContactRow; created: boolean; outcomes: EnrollmentOutcome[] } {
  const groups = groupsToJoin(store, input);
  checkFields(store, input.fields);
  const known = store.contactByEmail.get(normalEmail(input.email));
  if (known && input.onConflict === 'ERROR') throw contactExists(known);
  const contact = known
    ? input.onConflict === 'UPDATE'
      ? overwrite(store, known, input)
      : fillBlanks(store, known, input)
    : createContact(store, input);
  const enroll = input.enroll ?? true;
  const smartGroups = refreshSmartMemberships(store, known, contact, enroll);
  const { outcomes } = joinGroups(store, contact, groups, { source, enroll });
  const concerned = [...outcomes.values()].filter(({ campaignId }) =>
    [...groups, ...smartGroups].some((group) => store.links.has(pairId(campaignId, group.id))),
  );
  return { contact, created: !known, outcomes: concerned };
}

/**
 * Changes a contact and reconciles it; null clears a value.
 *
 * @throws ProblemError `EMAIL_TAKEN`, `INVALID_STATUS_TRANSITION`, `VALIDATION_FAILED`.
 */
export function updateContact(
  store: Store,
  contact: ContactRow,
  changes: ContactUpdate & { emailStatus?: ContactRow['emailStatus'] },
): ContactRow {
  checkFields(store, changes.fields);
  const email = changes.email === undefined ? contact.email : normalEmail(changes.email);
  const holder = store.contactByEmail.get(email);
  if (holder && holder.id !== contact.id) {
    const detail = `Another contact has the address ${email}.`;
    throw new ProblemError(409, 'EMAIL_TAKEN', detail, {
      members: { existingId: holder.id },
      errors: [{ pointer: '/email', code: 'EMAIL_TAKEN', message: detail }],
    });
  }
  if (changes.status !== undefined) requireTransition(contact.status, changes.status);
  const updated = put(store, contact, {
    email,
    // Nothing is known about a new address but its form.
    emailStatus: changes.emailStatus ?? (email === contact.email ? contact.emailStatus : 'VALID'),
    firstName:
      changes.firstName === undefined ? contact.firstName : blankToNull(changes.firstName ?? undefined),
    lastName: changes.lastName === undefined ? contact.lastName : blankToNull(changes.lastName ?? undefined),
    status: changes.status ?? contact.status,
    language: changes.language === undefined ? contact.language : (changes.language?.toLowerCase() ?? null),
    tags: changes.tags ? unique(changes.tags) : contact.tags,
    fields: mergeFields(contact.fields, changes.fields),
  });
  refreshMemberships(store, updated);
  refreshSmartMemberships(store, contact, updated);
  reconcileContact(store, updated);
  return updated;
}

/**
 * Deletes a contact for good, with everything that is known about it: memberships, enrolments, what it opened. The mails
 * that it was sent stay in the inbox.
 */
export function deleteContact(store: Store, contact: ContactRow): void {
  const { id } = contact;
  for (const member of [...store.membershipsOfContact.list(id)]) removeMembership(store, id, member.groupId);
  for (const departure of [...store.departuresOfContact.list(id)]) store.departures.delete(departure.id);
  for (const enrollment of [...store.enrollmentsOfContact.list(id)]) {
    cancelTasks(store, enrollment.id);
    store.enrollments.delete(enrollment.id);
  }
  for (const event of [...store.eventsOfContact.list(id)]) store.events.delete(event.id);
  for (const skip of [...store.skipsOfContact.list(id)]) store.skips.delete(skip.id);
  store.contacts.delete(id);
}

function createContact(store: Store, input: ContactCreate): ContactRow {
  const now = store.clock.timestamp();
  return store.contacts.put({
    id: store.nextId('con'),
    email: normalEmail(input.email),
    emailStatus: 'VALID', // its form was checked; a bounce, or a verification, may say otherwise
    firstName: blankToNull(input.firstName),
    lastName: blankToNull(input.lastName),
    status: 'ACTIVE',
    language: input.language?.toLowerCase() ?? null,
    tags: unique(input.tags ?? []),
    fields: mergeFields({}, input.fields),
    createdAt: now,
    updatedAt: now,
    lastEngagedAt: null,
    version: 1,
  });
}

/** ATTACH: nothing that is there is overwritten. */
function fillBlanks(store: Store, contact: ContactRow, input: ContactCreate): ContactRow {
  const tags = unique([...contact.tags, ...(input.tags ?? [])]);
  if (tags.length > mostTags) {
    throw invalidAt(
      '/tags',
      'TOO_LONG',
      `The contact has ${contact.tags.length} tags, and may have ${mostTags} at most.`,
    );
  }
  const blankFields = Object.entries(input.fields ?? {}).filter(([key]) => contact.fields[key] === undefined);
  return put(store, contact, {
    firstName: contact.firstName ?? blankToNull(input.firstName),
    lastName: contact.lastName ?? blankToNull(input.lastName),
    language: contact.language ?? input.language?.toLowerCase() ?? null,
    tags,
    fields: mergeFields(contact.fields, Object.fromEntries(blankFields)),
  });
}

/** UPDATE: what is given wins. */
function overwrite(store: Store, contact: ContactRow, input: ContactCreate): ContactRow {
  return put(store, contact, {
    firstName: input.firstName === undefined ? contact.firstName : blankToNull(input.firstName),
    lastName: input.lastName === undefined ? contact.lastName : blankToNull(input.lastName),
    language: input.language?.toLowerCase() ?? contact.language,
    tags: input.tags ? unique(input.tags) : contact.tags,
    fields: mergeFields(contact.fields, input.fields),
  });
}

/** Puts the changed contact, or leaves it, version and all, when nothing is different. */
function put(store: Store, contact: ContactRow, changes: Partial<ContactRow>): ContactRow {
  const changed = { ...contact, ...changes };
  if (JSON.stringify(changed) === JSON.stringify(contact)) return contact;
  return store.contacts.put({
    ...changed,
    updatedAt: store.clock.timestamp(),
    version: contact.version + 1,
  });
}

function groupsToJoin(store: Store, { groupId, groupIds = [] }: ContactCreate): GroupRow[] {
  const named = [
    ...(groupId === undefined ? [] : [{ id: groupId, pointer: '/groupId' }]),
    ...groupIds.map((id, index) => ({ id, pointer: `/groupIds/${index}` })),
  ];
  const groups = new Map<string, GroupRow>();
  for (const { id, pointer } of named) {
    const group = store.groups.get(id);
    if (!group)
      throw refuseAt(pointer, 422, 'GROUP_NOT_FOUND', `There is no group with the id ${JSON.stringify(id)}.`);
    requireJoinable(group, pointer);
    groups.set(id, group);
  }
  return [...groups.values()];
}

function contactExists(contact: ContactRow): ProblemError {
  const detail = `There is a contact with the address ${contact.email} already.`;
  return new ProblemError(409, 'CONTACT_EXISTS', detail, {
    members: { existingId: contact.id },
    errors: [{ pointer: '/email', code: 'CONTACT_EXISTS', message: detail }],
  });
}

/** Addresses are compared as trimmed, lower-case text. */
const normalEmail = (email: string) => email.trim().toLowerCase();

const blankToNull = (name: string | undefined) => name?.trim() || null;

const unique = (tags: readonly string[]) => [...new Set(tags)];

/** The fields with these changes; null takes one away. */
function mergeFields(fields: ContactRow['fields'], changes: ContactRow['fields'] = {}): ContactRow['fields'] {
  const merged = Object.entries({ ...fields, ...changes }).filter(([, value]) => value !== null);
  return Object.fromEntries(merged);
}
