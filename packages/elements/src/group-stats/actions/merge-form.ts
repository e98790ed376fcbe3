import { html, nothing } from 'lit';
import { fill } from '../../fill.js';
import type { FluenzrGroupPicker } from '../../group-picker/group-picker.js';
import { resource } from './action-context.js';
import type { OpenForm } from './action-form.js';

/** As many as the API takes at once. */
const mostSources = 20;

/** The name of the picker, which says itself what is wrong with the choice, but for how many groups it takes. */
const sources = 'sourceIds';

/** Asks which groups are merged into this one. Smart groups cannot be chosen: a query decides who is in those. */
export const mergeForm: OpenForm = async ({ client, group, labels }) => {
  const groups = resource(client, 'groups');
  const picks: FluenzrGroupPicker['client'] = { groups };
  await import('../../group-picker/define.js');
  return {
    content: () => html`
      <p>${fill(labels.mergeIntro, { name: group.name })}</p>
      <fluenzr-group-picker
        name=${sources}
        label=${labels.mergeSources}
        exclude=${group.id}
        multiple
        required
        .client=${picks}
      ></fluenzr-group-picker>
      <label class="choice"><input type="checkbox" name="transferLinks" />${labels.mergeLinks}</label>
      ${
        group.type === 'DYNAMIC'
          ? html`<label class="choice"><input type="checkbox" name="enroll" />${labels.mergeEnroll}</label>`
          : nothing
      }
    `,
    read: (values) => {
      const sourceIds = values.getAll(sources);
      if (sourceIds.length > mostSources) return { mistake: labels.mergeTooMany, field: sources };
      const input = {
        sourceIds,
        transferLinks: values.has('transferLinks'),
        enroll: values.has('enroll'),
      };
      return { input, send: (options) => groups.merge(group.id, input, options) };
    },
  };
};
