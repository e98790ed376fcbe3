import { deleteContact } from '../domain/contacts.js';
import { groupsOfContact } from '../domain/memberships.js';
import { pairId } from '../store/rows.js';
import { byId, doEach, type JobHandler } from './job-handler.js';

const otherGroup = 'in group ';

/** Deletes the members of a group for good. Who left it since that was confirmed stays. */
export const deleteContacts: JobHandler = {
  run: (store, job, items) => {
    const { groupId } = job.input as { groupId: string };
    return doEach(
      store,
      items as string[],
      (contactId) => {
        const contact = store.contacts.get(contactId);
        if (!contact || !store.memberships.has(pairId(groupId, contactId))) return null;
        const others = groupsOfContact(store, contactId).filter((group) => group.id !== groupId);
        deleteContact(store, contact);
        const counts = others.map((group) => otherGroup + group.id);
        return counts.length > 0 ? ['deleted', 'alsoInOtherGroups', ...counts] : ['deleted'];
      },
      byId,
    );
  },
  result: (store, { counts }) => ({
    deleted: counts.deleted ?? 0,
    alsoInOtherGroups: counts.alsoInOtherGroups ?? 0,
    otherGroups: Object.entries(counts).flatMap(([name, contacts]) => {
      const group = name.startsWith(otherGroup) && store.groups.get(name.slice(otherGroup.length));
      return group ? [{ id: group.id, name: group.name, contacts }] : [];
    }),
  }),
};
