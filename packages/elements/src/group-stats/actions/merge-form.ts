import { html, nothing } from 'lit';
import { fill } from '../../fill.js';
import type { FluenzrGroupPicker } from '../../group-picker/group-picker.js';
import { codeOf, problemMember } from '../../load-failure/load-failure.js';
import { resource } from './action-context.js';
import type { OpenForm } from './action-form.js';

/** As many as the API takes at once. */
const mostSources = 20;

/** The name of the picker, which says itself what is wrong with the choice, but for how many groups it takes. */
const sources = 'sourceIds';
const links = 'transferLinks';

/** Asks which groups are merged into this one. Smart groups cannot be chosen: a query decides who is in those. */
export const mergeForm: OpenForm = async ({ client, group, labels }) => {
  const groups = resource(client, 'groups');
  const picks: FluenzrGroupPicker['client'] = { groups };
  await import('../../group-picker/define.js');
  return {
    content: (invalid) => html`
      <p>${fill(labels.mergeIntro, { name: group.name })}</p>
      <fluenzr-group-picker
        name=${sources}
        label=${labels.mergeSources}
        exclude=${group.id}
        multiple
        required
        .client=${picks}
      ></fluenzr-group-picker>
      <label class="choice"
        ><input
          type="checkbox"
          name=${links}
          aria-invalid=${invalid === links ? 'true' : 'false'}
          aria-describedby="dialog-error"
        />${labels.mergeLinks}</label
      >
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
        transferLinks: values.has(links),
        enroll: values.has('enroll'),
      };
      return { input, send: (options) => groups.merge(group.id, input, options) };
    },
    refused: (error) => {
      if (codeOf(error) !== 'GROUP_IN_USE') return undefined;
      const { steps } = (problemMember(error, 'usages') ?? {}) as { steps?: readonly unknown[] };
      return steps?.length
        ? { mistake: labels.mergeInSteps, field: sources }
        : { mistake: labels.mergeLinksMissing, field: links };
    },
  };
};
