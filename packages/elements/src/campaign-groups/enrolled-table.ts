import { html, nothing, type TemplateResult } from 'lit';
import type { Contact } from '@fluenzr/client';
import type { Formats } from '../formats.js';
import type { EnrolledContacts } from './enrolled-contacts.js';
import type { CampaignGroupsLabels } from './labels.js';

/** The contacts of an opened group, with what each was sent, has opened and clicked. */
export function enrolledTable(
  contacts: EnrolledContacts,
  more: () => void,
  labels: CampaignGroupsLabels,
  formats: Formats,
): TemplateResult {
  const { rows, busy, error, hasMore } = contacts;
  const { statuses } = labels;
  const first = busy && rows.length === 0 && error === undefined;
  if (rows.length === 0 && !hasMore) return html`<p>${labels.nobody}</p>`;
  return html`
    ${
      rows.length === 0
        ? nothing
        : html`<table>
            <thead>
              <tr>
                ${[labels.contact, labels.status, labels.sent, labels.opens, labels.clicks].map(
                  (heading) => html`<th scope="col">${heading}</th>`,
                )}
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                ({ contact, enrollment: { status, metrics } }) =>
                  html`<tr>
                    <th scope="row">${contact ? who(contact) : html`<i>${labels.deletedContact}</i>`}</th>
                    <td>${Object.hasOwn(statuses, status) ? statuses[status] : status}</td>
                    ${[metrics.sent, metrics.opens, metrics.clicks].map(
                      (count) => html`<td>${formats.number(count)}</td>`,
                    )}
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
    <p role="status" class=${first ? 'busy' : 'hidden'}>${first ? labels.loading : ''}</p>
    ${
      hasMore && rows.length > 0 && error === undefined
        ? html`<button type="button" class="more" @click=${more}>${labels.more}</button>`
        : nothing
    }
  `;
}

function who({ email, firstName, lastName }: Contact): TemplateResult {
  const name = [firstName, lastName].filter(Boolean).join(' ');
  return html`${name ? html`<bdi>${name}</bdi>` : nothing}<span class="email"><bdi>${email}</bdi></span>`;
}
