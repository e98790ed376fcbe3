import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { Group } from '@fluenzr/client';
import { groupBadge, groupColor } from '../group-badge.js';
import { classifyFailure } from '../load-failure/load-failure.js';
import { RemoteData } from '../remote-data.js';
import type { ContactGroupsClient } from './contact-groups.js';
import type { ContactGroupsLabels } from './labels.js';

/** So many groups that fit the search are shown. */
const mostShown = 20;

/** The groups that a contact can be put into: those that people fill, and that it is not in. */
export class GroupSearch {
  #text = '';
  readonly #found: RemoteData<readonly Group[]>;

  constructor(
    host: LitElement,
    client: () => ContactGroupsClient,
    private readonly choose: (group: Group) => void,
  ) {
    this.#found = new RemoteData(host, async (signal) => {
      const { groups } = client();
      if (!groups) throw new Error('<fluenzr-contact-groups> needs a client with "groups".');
      const query = { limit: 200, ...(this.#text && { q: this.#text }) };
      return (await groups.list(query, { signal })).data.filter(({ type }) => type !== 'SMART');
    });
  }

  /** Looks for all groups again. */
  open(): void {
    this.#text = '';
    void this.#found.load();
  }

  /** @param taken ids of the groups that the contact is in */
  render(taken: ReadonlySet<string>, labels: ContactGroupsLabels): TemplateResult {
    const { data, error } = this.#found;
    const groups = data?.filter(({ id }) => !taken.has(id)).slice(0, mostShown);
    return html`
      <label
        >${labels.search}
        <input
          type="search"
          autocomplete="off"
          .value=${this.#text}
          @input=${({ target }: Event) => {
            this.#text = (target as HTMLInputElement).value.trim();
            void this.#found.load();
          }}
      /></label>
      ${
        error === undefined
          ? nothing
          : html`<p class="error" role="alert">${labels[classifyFailure(error, navigator.onLine)]}</p>`
      }
      <ul class="found" aria-busy=${this.#found.busy ? 'true' : 'false'}>
        ${groups?.map(
          (group) =>
            html`<li>
              <button type="button" data-group=${group.id} @click=${() => this.choose(group)}>
                ${groupColor(group.color)}<bdi>${group.name}</bdi> ${groupBadge(group.type, labels)}
              </button>
            </li>`,
        )}
      </ul>
      ${groups?.length === 0 ? html`<p role="status">${labels.noneToAdd}</p>` : nothing}
    `;
  }
}
