import {
  evaluateExpression,
  renderTemplate,
  type ExpressionContext,
  type RenderedTemplate,
} from '@fluenzr/expressions';
import type { ContactRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { groupsOfContact } from './memberships.js';

/** Fills in the expressions of a text for one contact, as it is now. */
export function renderFor(store: Store, contact: ContactRow, text: string): RenderedTemplate {
  return renderTemplate(text, contextOf(store, contact), { now: store.clock.now() });
}

/** The text of an expression's result for one contact, as it is now. An `@` before the expression is allowed. */
export function evaluateFor(
  store: Store,
  contact: ContactRow,
  expression: string,
): { text: string; errors: readonly { readonly message: string }[] } {
  const source = expression.trim().replace(/^@/, '');
  const result = evaluateExpression(source, contextOf(store, contact), { now: store.clock.now() });
  if (!result.ok) return { text: '', errors: [result.error] };
  return renderFor(store, contact, `@(${source})`); // it parses, so its brackets and quotes are closed
}

/** A contact under the names that expressions know; a field without a value is null, since a missing one is an error. */
function contextOf(store: Store, contact: ContactRow): ExpressionContext {
  const { id, email, language, status, firstName, lastName } = contact;
  return {
    contact: {
      id,
      name: [firstName, lastName].filter(Boolean).join(' '),
      first_name: firstName,
      last_name: lastName,
      email,
      language,
      status,
      tags: [...contact.tags],
      fields: Object.fromEntries(
        [...store.fields.values()].map(({ key }) => [key, contact.fields[key] ?? null]),
      ),
      groups: groupsOfContact(store, contact.id).map((group) => ({
        id: group.id,
        name: group.name,
        type: group.type,
      })),
    },
  };
}
