/**
 * Why a contact is, or is not, in a group or campaign. A part of its own, loaded when somebody asks.
 *
 * @module
 */
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { Campaign, Explanation, ExplainQuery, Group } from '@fluenzr/client';
import { fieldStyles } from '../../field.styles.js';
import { fill } from '../../fill.js';
import type { Formats } from '../../formats.js';
import { classifyFailure } from '../../load-failure/load-failure.js';
import { Localized } from '../../localized.js';
import { reasonText } from '../../reasons/labels.js';
import { RemoteData } from '../../remote-data.js';
import { adopt } from '../../style-sheet.js';
import type { ContactGroupsClient } from '../contact-groups.js';
import { explanationStyles } from './explanation.styles.js';
import { explanationEn } from './labels-en.js';
import type { ExplanationLabels } from './labels.js';

/** So many groups, and so many campaigns, can be chosen from. */
const mostChoices = 200;

/** What the element around knows. */
interface ExplanationSource {
  readonly client: ContactGroupsClient;
  readonly contactId: string;
  readonly labels: Partial<ExplanationLabels>;
  readonly formats: Formats;
}

/** The choice of a group or campaign, and below it each condition with its outcome. */
export class ExplanationPanel {
  #chosen = '';
  readonly #localized: Localized<ExplanationLabels>;
  readonly #choices: RemoteData<{ groups: readonly Group[]; campaigns: readonly Campaign[] }>;
  readonly #answer: RemoteData<Explanation>;

  constructor(
    host: LitElement,
    private readonly source: () => ExplanationSource,
  ) {
    if (host.shadowRoot) adopt(host.shadowRoot, fieldStyles, explanationStyles);
    this.#localized = new Localized<ExplanationLabels>(host, explanationEn, {
      fr: async () => (await import('./labels-fr.js')).explanationFr,
      de: async () => (await import('./labels-de.js')).explanationDe,
      es: async () => (await import('./labels-es.js')).explanationEs,
    });
    this.#choices = new RemoteData(host, async (signal) => {
      const { groups, campaigns } = this.source().client;
      const [groupPage, campaignPage] = await Promise.all([
        groups?.list({ limit: mostChoices }, { signal }),
        campaigns?.list({ limit: mostChoices, sort: 'name' }, { signal }),
      ]);
      return { groups: groupPage?.data ?? [], campaigns: campaignPage?.data ?? [] };
    });
    this.#answer = new RemoteData(host, (signal) => this.#explain(signal));
  }

  /** Loads what can be chosen from, and asks again about what is chosen: the contact has come and gone since. */
  async load(): Promise<void> {
    await Promise.all([this.#choices.load(), this.#chosen ? this.#answer.load() : undefined]);
  }

  async #explain(signal: AbortSignal): Promise<Explanation> {
    const { client, contactId } = this.source();
    const [kind, id = ''] = this.#chosen.split(' ');
    const query: ExplainQuery = kind === 'campaign' ? { campaignId: id } : { groupId: id };
    if (!client.contacts) throw new Error('<fluenzr-contact-groups> needs a client with "contacts".');
    return client.contacts.explain(contactId, query, { signal });
  }

  readonly #onChange = ({ target }: Event): void => {
    this.#chosen = (target as HTMLSelectElement).value;
    this.#answer.forget();
    void this.#answer.load();
  };

  render(): TemplateResult {
    const labels = this.#localized.texts(this.source().labels);
    const { groups = [], campaigns = [] } = this.#choices.data ?? {};
    const options = (label: string, kind: string, things: readonly { id: string; name: string }[]) =>
      things.length === 0
        ? nothing
        : html`<optgroup label=${label}>
            ${things.map(({ id, name }) => html`<option value="${kind} ${id}">${name}</option>`)}
          </optgroup>`;
    return html`
      <label
        >${labels.choose}
        <select name="why" @change=${this.#onChange}>
          <option value="" disabled selected></option>
          ${options(labels.groups, 'group', groups)} ${options(labels.campaigns, 'campaign', campaigns)}
        </select></label
      >
      <div role="status" class="answer">${this.#outcome([...groups, ...campaigns], labels)}</div>
    `;
  }

  #outcome(things: readonly { id: string; name: string }[], labels: ExplanationLabels): unknown {
    const { data, busy } = this.#answer;
    const error = this.#answer.error ?? this.#choices.error;
    if (error !== undefined)
      return html`<p class="error">${labels[classifyFailure(error, navigator.onLine)]}</p>`;
    if (!data) return busy ? html`<p>${labels.loadingWhy}</p>` : nothing;
    const id = data.groupId ?? data.campaignId;
    const name = things.find((thing) => thing.id === id)?.name ?? '';
    const outcome = Object.hasOwn(labels.outcomes, data.outcome) ? labels.outcomes[data.outcome] : undefined;
    return html`
      <p class="outcome">
        <b>${fill(outcome ?? data.outcome, { name })}</b>
        ${data.reason === null ? nothing : `${reasonText(data.reason, labels.reasons)}.`}
        ${
          data.since === null ? nothing : fill(labels.since, { date: this.source().formats.date(data.since) })
        }
      </p>
      <ul class="conditions">
        ${data.conditions.map((condition) => conditionItem(condition, labels))}
      </ul>
    `;
  }
}

function conditionItem(
  { condition, holds, detail }: Explanation['conditions'][number],
  { conditions, holds: yes, holdsNot: no }: ExplanationLabels,
): TemplateResult {
  return html`
    <li class=${holds ? 'holds' : 'fails'}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d=${holds ? 'M3 8.5 6.5 12 13 4.5' : 'M4 4l8 8M12 4l-8 8'} />
      </svg>
      <span
        ><span class="hidden">${holds ? yes : no}: </span>${
          Object.hasOwn(conditions, condition)
            ? conditions[condition]
            : html`<bdi><code>${condition}</code></bdi>`
        }<small><bdi>${detail}</bdi></small></span
      >
    </li>
  `;
}
