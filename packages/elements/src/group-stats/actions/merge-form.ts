import { html, nothing } from 'lit';
import type { Group } from '@fluenzr/client';
import { fill } from '../../fill.js';
import { groupBadge, groupColor } from '../../group-badge.js';
import { resource } from './action-context.js';
import type { OpenForm } from './action-form.js';

/** As many as the API takes at once. */
const mostSources = 20;
/** So many groups that fit the search are shown. */
const mostShown = 50;

/** Asks which groups are merged into this one. Smart groups are not among them: a query decides who is in those. */
export const mergeForm: OpenForm = async ({ client, group, labels, badges, formats }, update) => {
  const groups = resource(client, 'groups');
  const chosen = new Map<string, Group>();
  let search = '';
  const find = async (): Promise<Group[]> => {
    const { data } = await groups.list({ limit: mostShown, ...(search && { q: search }) });
    return data.filter(({ id, type }) => id !== group.id && type !== 'SMART');
  };
  let found = await find();

  const onSearch = async ({ target }: Event): Promise<void> => {
    const asked = (search = (target as HTMLInputElement).value.trim());
    const answer = await find().catch(() => []);
    if (asked !== search) return; // an older answer
    found = answer;
    update();
  };
  const onChoose = (source: Group, { target }: Event): void => {
    if ((target as HTMLInputElement).checked) chosen.set(source.id, source);
    else chosen.delete(source.id);
  };
  const option = (source: Group) => html`
    <label class="choice"
      ><input
        type="checkbox"
        name="sourceIds"
        value=${source.id}
        .checked=${chosen.has(source.id)}
        @change=${(event: Event) => onChoose(source, event)}
      />${groupColor(source.color)}<bdi>${source.name}</bdi> ${groupBadge(source.type, badges)}
      <span class="count">${formats.number(source.counts.total)}</span></label
    >
  `;
  return {
    content: (invalid) => html`
      <p>${fill(labels.mergeIntro, { name: group.name })}</p>
      <label
        >${labels.mergeSearch}
        <input type="search" autocomplete="off" @input=${(event: Event) => void onSearch(event)}
      /></label>
      <fieldset aria-describedby=${invalid ? 'dialog-error' : nothing}>
        <legend>${labels.mergeSources}</legend>
        <div class="choices">
          ${[...chosen.values()].filter(({ id }) => !found.some((each) => each.id === id)).map(option)}
          ${found.map(option)} ${found.length === 0 ? html`<p class="hint">${labels.mergeNone}</p>` : nothing}
        </div>
      </fieldset>
      <label class="choice"><input type="checkbox" name="transferLinks" />${labels.mergeLinks}</label>
      ${
        group.type === 'DYNAMIC'
          ? html`<label class="choice"><input type="checkbox" name="enroll" />${labels.mergeEnroll}</label>`
          : nothing
      }
    `,
    read: (values) => {
      if (chosen.size === 0) return { mistake: labels.mergeMissing, field: 'sourceIds' };
      if (chosen.size > mostSources) return { mistake: labels.mergeTooMany, field: 'sourceIds' };
      const input = {
        sourceIds: [...chosen.keys()],
        transferLinks: values.has('transferLinks'),
        enroll: values.has('enroll'),
      };
      return { input, send: (options) => groups.merge(group.id, input, options) };
    },
  };
};
