import { renderTemplate, type RenderedTemplate } from '@fluenzr/expressions';
import type { ContactRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { groupsOfContact } from './memberships.js';

/** Fills in the expressions of a text for one contact, as it is now. */
export function renderFor(store: Store, contact: ContactRow, text: string): RenderedTemplate {
  return renderTemplate(text, { contact: expressionContact(store, contact) }, { now: store.clock.now() });
}

/** A contact under the names that expressions know. */
function expressionContact(store: Store, contact: ContactRow) {
  const { id, email, language, status, firstName, lastName } = contact;
  return {
    id,
    name: [firstName, lastName].filter(Boolean).join(' '),
    first_name: firstName,
    last_name: lastName,
    email,
    language,
    status,
    tags: [...contact.tags],
    fields: { ...contact.fields },
    groups: groupsOfContact(store, contact.id).map((group) => ({
      id: group.id,
      name: group.name,
      type: group.type,
    })),
  };
}
