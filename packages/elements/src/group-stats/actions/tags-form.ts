import { html } from 'lit';
import { fill } from '../../fill.js';
import { resource } from './action-context.js';
import type { OpenForm } from './action-form.js';

/** As many as the API takes at once. */
const mostTags = 50;
/** So many tags in use are offered while one types. */
const mostOffered = 200;

const tagsIn = (value: string | null): string[] => [
  ...new Set(
    (value ?? '')
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

/** Asks which tags all contacts of the group get and lose. */
export const tagsForm: OpenForm = async ({ client, group, labels }) => {
  // the tags in use are an offer only: without them one can still type
  const tags =
    (await client.tags
      ?.list({ limit: 200 })
      .toArray({ limit: mostOffered })
      .catch(() => [])) ?? [];
  const input = (name: string, label: string, invalid: string) => html`
    <label
      >${label}
      <input
        name=${name}
        list="dialog-tags"
        autocomplete="off"
        aria-invalid=${invalid === name ? 'true' : 'false'}
        aria-describedby="dialog-hint dialog-error"
    /></label>
  `;
  return {
    content: (invalid) => html`
      <p>${fill(labels.tagsIntro, { name: group.name })}</p>
      ${input('add', labels.tagsAdd, invalid)} ${input('remove', labels.tagsRemove, invalid)}
      <p id="dialog-hint" class="hint">${labels.tagsHint}</p>
      <datalist id="dialog-tags">${tags.map(({ name }) => html`<option value=${name}></option>`)}</datalist>
    `,
    read: (values) => {
      const add = tagsIn(values.get('add'));
      const remove = tagsIn(values.get('remove'));
      if (add.length + remove.length === 0) return { mistake: labels.tagsMissing, field: 'add' };
      if (add.length > mostTags) return { mistake: labels.tagsTooMany, field: 'add' };
      if (remove.length > mostTags) return { mistake: labels.tagsTooMany, field: 'remove' };
      const input = { add, remove };
      return { input, send: (options) => resource(client, 'groups').applyTags(group.id, input, options) };
    },
  };
};
