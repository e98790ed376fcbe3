import { updateContact } from '../domain/contacts.js';
import { refuseAt } from '../problem.js';
import { byId, doEach, type JobHandler } from './job-handler.js';

const mostTags = 50;

/** Adds tags to contacts, and removes tags from them. One that would have too many fails. */
export const applyTags: JobHandler = {
  run: (store, job, items) => {
    const { add, remove } = job.input as { add: string[]; remove: string[] };
    return doEach(
      store,
      items as string[],
      (contactId) => {
        const contact = store.contacts.get(contactId);
        if (!contact) return null;
        const tags = new Set([...contact.tags.filter((tag) => !remove.includes(tag)), ...add]);
        if (tags.size > mostTags) {
          throw refuseAt('/tags', 422, 'TOO_LONG', `A contact may have ${mostTags} tags at most.`);
        }
        return updateContact(store, contact, { tags: [...tags] }) === contact ? null : ['changed'];
      },
      byId,
    );
  },
  result: (_store, { counts }) => ({ changed: counts.changed ?? 0 }),
};
