import { html, nothing } from 'lit';
import type { Member } from '@fluenzr/client';
import { fill } from '../../fill.js';
import { codeOf, problemMember } from '../../load-failure/load-failure.js';
import { resource } from './action-context.js';
import type { OpenForm } from './action-form.js';

/** So many members are looked through for other groups that they are in. */
const mostRead = 1000;

/** The other groups of some members, each with how many of them it has; the largest number first. */
function otherGroups(members: readonly Member[], groupId: string): [name: string, count: number][] {
  const counts = new Map<string, { name: string; count: number }>();
  for (const { id, name } of members.flatMap(({ groups }) => groups)) {
    if (id === groupId) continue;
    counts.set(id, { name, count: (counts.get(id)?.count ?? 0) + 1 });
  }
  return [...counts.values()]
    .map(({ name, count }): [string, number] => [name, count])
    .sort((a, b) => b[1] - a[1]);
}

/** A name as it is compared: without the marks that isolate it where it is shown, which come along when it is copied. */
const plain = (name: string): string => name.replace(/[\u2066-\u2069]/g, '').trim();

/**
 * Says what is lost, and asks for the group's name. The count is the one that is shown: when it has moved meanwhile, the
 * API refuses, and the new one is shown and has to be confirmed anew.
 */
export const deleteForm: OpenForm = async ({ client, group: { id }, labels, formats }) => {
  const groups = resource(client, 'groups');
  const [group, members] = await Promise.all([
    groups.get(id),
    groups.contacts.list(id, { limit: 200 }).toArray({ limit: mostRead }),
  ]);
  const others = otherGroups(members, id);
  let count = group.counts.total;
  const elsewhere =
    count > members.length
      ? fill(labels.deleteElsewhereAmong, { count: formats.number(members.length) })
      : labels.deleteElsewhere;
  return {
    content: (invalid) => html`
      <p class="warning">${fill(labels.deleteWarning, { count: formats.number(count) })}</p>
      ${
        others.length === 0
          ? html`<p>${labels.deleteNowhereElse}</p>`
          : html`<p>${elsewhere}</p>
              <ul>
                ${others.map(([name, number]) => html`<li><bdi>${name}</bdi>: ${formats.number(number)}</li>`)}
              </ul>`
      }
      <label
        >${fill(labels.deleteConfirm, { name: group.name })}
        <input
          name="groupName"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-invalid=${invalid ? 'true' : 'false'}
          aria-describedby=${invalid ? 'dialog-error' : nothing}
      /></label>
    `,
    read: (values) => {
      if (plain(values.get('groupName') ?? '') !== plain(group.name))
        return { mistake: labels.deleteMismatch, field: 'groupName' };
      const input = { confirm: { groupName: group.name, expectedCount: count } };
      return { input, send: (options) => groups.deleteContacts(id, input, options) };
    },
    refused: (error) => {
      const actual = problemMember(error, 'actual');
      if (codeOf(error) !== 'COUNT_CHANGED' || typeof actual !== 'number') return undefined;
      const before = formats.number(count);
      count = actual;
      return {
        mistake: fill(labels.deleteCountChanged, { before, count: formats.number(actual) }),
        field: 'groupName',
        emptied: true,
      };
    },
  };
};
