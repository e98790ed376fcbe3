import { html, nothing } from 'lit';
import { fill } from '../../fill.js';
import { resource } from './action-context.js';
import type { OpenForm } from './action-form.js';

/** Says where the group is used, and asks whether to take it out there. */
export const archiveForm: OpenForm = async ({ client, group, labels, formats }) => {
  const groups = resource(client, 'groups');
  const { campaigns, excludedIn, steps, blocking } = await groups.usages(group.id);
  const names = (used: readonly { name: string }[]) => formats.list(used.map(({ name }) => name));
  return {
    content: (invalid) => html`
      <p>${fill(labels.archiveIntro, { name: group.name })}</p>
      <ul>
        ${
          campaigns.length > 0
            ? html`<li>${fill(labels.archiveCampaigns, { names: names(campaigns) })}</li>`
            : nothing
        }
        ${
          excludedIn.length > 0
            ? html`<li>${fill(labels.archiveExcluded, { names: names(excludedIn) })}</li>`
            : nothing
        }
        ${
          steps.length > 0
            ? html`<li>${fill(labels.archiveSteps, { count: formats.number(steps.length) })}</li>`
            : nothing
        }
      </ul>
      ${
        blocking
          ? html`<label class="choice"
              ><input
                type="checkbox"
                name="detach"
                aria-invalid=${invalid ? 'true' : 'false'}
                aria-describedby="dialog-error"
              />${labels.archiveDetach}</label
            >`
          : nothing
      }
    `,
    read: (values) => {
      if (blocking && !values.has('detach')) return { mistake: labels.archiveDetachMissing, field: 'detach' };
      const input = { detach: blocking };
      return { input, send: (options) => groups.archive(group.id, input, options).then(() => undefined) };
    },
  };
};
