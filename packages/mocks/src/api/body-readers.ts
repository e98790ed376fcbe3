import type { RouteName } from './endpoint.js';
import { ContactBatch, DeleteContacts } from '@fluenzr/client/schemas';
import { ProblemError } from '../problem.js';
import { jsonPointer, validated } from './validation.js';

const mostItems = 1000;

/** How a JSON object becomes a body, where its route's schema alone does not say. */
export const bodyReaders: Partial<Record<RouteName, (value: object) => unknown>> = {
  'POST /contacts/batch': readBatch,
  'POST /groups/{id}/actions/delete-contacts': readConfirmation,
};

/** A batch as a whole. Its items are not looked at yet: one that is wrong must not fail the others. */
function readBatch(value: object): unknown {
  const items: unknown = 'items' in value ? value.items : undefined;
  if (!Array.isArray(items)) return validated(ContactBatch, value, jsonPointer);
  if (items.length > mostItems) {
    throw new ProblemError(
      413,
      'PAYLOAD_TOO_LARGE',
      `A batch has ${mostItems.toLocaleString('en')} items at most, not ${items.length}. Send it in parts.`,
    );
  }
  const rest = validated(ContactBatch, { ...value, items: [] }, jsonPointer) as ContactBatch;
  return { ...rest, items: items as unknown[] };
}

/** The confirmation of a deletion: whatever is wrong with it, it is none. */
function readConfirmation(value: object): unknown {
  try {
    return validated(DeleteContacts, value, jsonPointer);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new ProblemError(
      422,
      'CONFIRMATION_REQUIRED',
      "This deletes contacts for good. Confirm it with the group's name and the number of its contacts.",
      error.parts,
    );
  }
}
