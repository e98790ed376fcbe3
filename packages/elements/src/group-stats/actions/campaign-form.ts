import { html } from 'lit';
import { fill } from '../../fill.js';
import { resource } from './action-context.js';
import type { OpenForm } from './action-form.js';

/** So many running campaigns can be chosen from. */
const mostCampaigns = 1000;

/** Asks which running campaign all contacts of the group are enrolled in. */
export const campaignForm: OpenForm = async ({ client, group, labels }) => {
  const campaigns = await resource(client, 'campaigns')
    .list({ status: 'RUNNING', sort: 'name', limit: 200 })
    .toArray({ limit: mostCampaigns });
  return {
    impossible: campaigns.length === 0,
    content: () =>
      campaigns.length === 0
        ? html`<p>${labels.noCampaignRuns}</p>`
        : html`
            <p>${fill(labels.campaignIntro, { name: group.name })}</p>
            <label
              >${labels.campaign}
              <select name="campaignId">
                ${campaigns.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
              </select></label
            >
          `,
    read: (values) => {
      const input = { campaignId: values.get('campaignId') ?? '' };
      return { input, send: (options) => resource(client, 'groups').addToCampaign(group.id, input, options) };
    },
  };
};
