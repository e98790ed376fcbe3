import { html, isServer, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Campaign, CampaignFigures, CampaignGroup, CampaignGroups, FluenzR } from '@fluenzr/client';
import { cardStyles } from '../card.styles.js';
import { fill } from '../fill.js';
import { groupBadge, groupBadgeStyles, groupColor } from '../group-badge.js';
import { keepFocus } from '../keep-focus.js';
import { classifyFailure } from '../load-failure/load-failure.js';
import { failureBox, retryButton } from '../load-failure/retry.js';
import { Localized } from '../localized.js';
import { ClientConsumer } from '../provider/client-consumer.js';
import { RemoteData } from '../remote-data.js';
import { tokenStyles } from '../token-styles.js';
import { CampaignGroupsErrorEvent } from './campaign-groups-error-event.js';
import { CampaignGroupsLoadEvent } from './campaign-groups-load-event.js';
import { campaignGroupsStyles } from './campaign-groups.styles.js';
import { EnrolledContacts } from './enrolled-contacts.js';
import { enrolledTable } from './enrolled-table.js';
import { campaignGroupsEn } from './labels-en.js';
import type { CampaignGroupsLabels } from './labels.js';

/** Where the focus goes on when a button of an opened group is gone. */
const contactsPart = '[part=contacts]';

/**
 * What the list needs of a client: `campaigns`, and `contacts` once a group is opened. A client of `@fluenzr/client` fits,
 * whole or with these resources.
 */
export type CampaignGroupsClient = Partial<Pick<FluenzR, 'campaigns' | 'contacts'>>;

/**
 * The groups of a campaign: contacts, open and click rate of each, and the campaign's totals, in which nobody counts
 * twice. A group opens to its contacts in the campaign and what each was sent, has opened and clicked.
 *
 * @tag fluenzr-campaign-groups
 *
 * @attr {string} campaign-id - Id of the campaign.
 * @attr {'light' | 'dark'} theme - Fixes the colours; without it they follow the page's `color-scheme`.
 *
 * @slot empty - Stands below the advice for a campaign without groups: a link to where they are linked, say.
 *
 * @fires {CampaignGroupsLoadEvent} fluenzr-campaign-groups-load - The groups were loaded.
 * @fires {CampaignGroupsErrorEvent} fluenzr-campaign-groups-error - They could not be loaded.
 *
 * @csspart card - The box around everything.
 * @csspart title - The campaign's name.
 * @csspart table - The table of groups.
 * @csspart group - The button with a group's name, which opens and closes it.
 * @csspart contacts - What a group opens to.
 * @csspart total - The row of totals.
 * @csspart empty - What stands there for a campaign without groups.
 * @csspart failure - What stands there when something could not be loaded.
 *
 * @cssprop --fluenzr-accent - Colour of the focus ring and of the badge.
 * @cssprop --fluenzr-surface - Background of the card.
 * @cssprop --fluenzr-text - Colour of text.
 * @cssprop --fluenzr-muted - Colour of secondary text.
 * @cssprop --fluenzr-border - Colour of lines.
 * @cssprop --fluenzr-danger - Colour of errors.
 * @cssprop --fluenzr-radius - Corner radius (default `0.625rem`); the card's is twice that.
 * @cssprop --fluenzr-space - The unit that all distances are multiples of (default `0.25rem`).
 * @cssprop --fluenzr-font - Font family (default: the page's).
 *
 * @example
 * ```html
 * <fluenzr-campaign-groups campaign-id="cmp_1"></fluenzr-campaign-groups>
 * ```
 */
export class FluenzrCampaignGroups extends LitElement {
  /** @internal */
  static override readonly styles = [tokenStyles, cardStyles, groupBadgeStyles, campaignGroupsStyles];

  /** Id of the campaign. */
  @property({ attribute: 'campaign-id' }) campaignId = '';

  /** Where the figures come from; before the client of a `<fluenzr-provider>`. */
  @property({ attribute: false }) client: CampaignGroupsClient | undefined;

  /** Texts to replace; the others stay in the page's language. */
  @property({ attribute: false }) labels: Partial<CampaignGroupsLabels> = {};

  readonly #provided = new ClientConsumer(this);
  readonly #localized = new Localized<CampaignGroupsLabels>(this, campaignGroupsEn, {
    fr: async () => (await import('./labels-fr.js')).campaignGroupsFr,
    de: async () => (await import('./labels-de.js')).campaignGroupsDe,
    es: async () => (await import('./labels-es.js')).campaignGroupsEs,
  });
  readonly #remote = new RemoteData(
    this,
    (signal) => this.#request(signal),
    () => this.#settled(),
  );
  /** The group that is open, with its contacts. */
  #opened: EnrolledContacts | undefined;
  #asked: { client?: CampaignGroupsClient | undefined; campaignId?: string } = {};

  /** Loads the groups again. Settled when they are there, or could not be loaded. */
  async reload(): Promise<void> {
    await this.#remote.load();
  }

  get #client(): CampaignGroupsClient | undefined {
    return this.client ?? this.#provided.value;
  }

  async #request(signal: AbortSignal): Promise<{ campaign: Campaign; groups: CampaignGroups }> {
    const campaigns = this.#client?.campaigns;
    if (!campaigns || !this.campaignId)
      throw new Error(
        `<fluenzr-campaign-groups> needs ${campaigns ? 'the attribute campaign-id' : 'a client with campaigns'}.`,
      );
    const [campaign, groups] = await Promise.all([
      campaigns.get(this.campaignId, { signal }),
      campaigns.groups.list(this.campaignId, { signal }),
    ]);
    return { campaign, groups };
  }

  #settled(): void {
    const { data, error } = this.#remote;
    if (error !== undefined) {
      const failure = classifyFailure(error, navigator.onLine);
      if (failure === 'unexpected')
        console.error(`<fluenzr-campaign-groups campaign-id="${this.campaignId}">:`, error);
      this.dispatchEvent(new CampaignGroupsErrorEvent(error, failure));
    } else if (data) {
      this.dispatchEvent(new CampaignGroupsLoadEvent(data.groups));
      void this.#opened?.refresh(); // its contacts have new figures too
    }
  }

  protected override willUpdate(): void {
    if (isServer as boolean) return; // its type is that of a browser
    const client = this.#client;
    const { campaignId } = this;
    if (client === this.#asked.client && campaignId === this.#asked.campaignId) return;
    this.#asked = { client, campaignId };
    this.#remote.forget();
    this.#close();
    if (client) void this.#remote.load();
  }

  #close(): void {
    this.#opened?.leave();
    this.#opened = undefined;
    this.requestUpdate();
  }

  #open(groupId: string): void {
    this.#close();
    this.#opened = new EnrolledContacts(this, this.#client ?? {}, this.campaignId, groupId);
    void this.#opened.more();
  }

  /** @internal */
  override render(): TemplateResult {
    const labels = this.#localized.texts(this.labels);
    const { data, error, busy } = this.#remote;
    return html`
      <section part="card" aria-labelledby="title" aria-busy=${busy ? 'true' : 'false'}>
        <h2 part="title" id="title" tabindex="-1">
          <bdi>${data?.campaign.name ?? (error === undefined ? labels.loading : labels.failed)}</bdi>
        </h2>
        ${
          error === undefined
            ? nothing
            : failureBox(
                busy ? labels.loading : labels[classifyFailure(error, navigator.onLine)],
                retryButton(this, () => this.reload(), busy, labels.retry),
              )
        }
        ${
          data?.groups.data.length === 0
            ? html`<div part="empty">
                <p>${labels.empty}</p>
                <slot name="empty"></slot>
              </div>`
            : data || error === undefined
              ? this.#table(labels)
              : nothing
        }
        <p role="status" class="hidden">${data || error !== undefined ? '' : labels.loading}</p>
      </section>
    `;
  }

  #table(labels: CampaignGroupsLabels): TemplateResult {
    const { data } = this.#remote;
    const pending = html`<span class="pending" aria-hidden="true">0000</span>`;
    return html`
      <table part="table">
        <thead>
          <tr>
            ${[labels.group, labels.contacts, labels.openRate, labels.clickRate].map(
              (heading) => html`<th scope="col">${heading}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${
            data
              ? data.groups.data.map((group) => this.#row(group, labels))
              : [1, 2, 3].map(
                  () =>
                    html`<tr>
                      <td class="name">${pending}</td>
                      ${[1, 2, 3].map(() => html`<td>${pending}</td>`)}
                    </tr>`,
                )
          }
        </tbody>
        ${
          data
            ? html`<tfoot>
                <tr part="total">
                  <th scope="row">${labels.total}</th>
                  ${this.#figures(data.groups.campaignTotals, labels)}
                </tr>
              </tfoot>`
            : nothing
        }
      </table>
    `;
  }

  #row(figures: CampaignGroup, labels: CampaignGroupsLabels): TemplateResult {
    const { group } = figures;
    const opened = this.#opened?.groupId === group.id ? this.#opened : undefined;
    return html`
      <tr>
        <th scope="row">
          <button
            part="group"
            type="button"
            aria-expanded=${opened ? 'true' : 'false'}
            @click=${() => (opened ? this.#close() : this.#open(group.id))}
          >
            ${groupColor(group.color)}
            <span class="naming"><bdi>${group.name}</bdi> ${groupBadge(group.type, labels)}</span>
          </button>
        </th>
        ${this.#figures(figures, labels)}
      </tr>
      ${
        opened
          ? html`<tr>
              <td class="opened" colspan="4">
                <div
                  part="contacts"
                  role="region"
                  aria-label=${fill(labels.contactsOf, { name: group.name })}
                  tabindex="0"
                >
                  ${this.#contacts(opened, labels)}
                </div>
              </td>
            </tr>`
          : nothing
      }
    `;
  }

  #contacts(opened: EnrolledContacts, labels: CampaignGroupsLabels): TemplateResult {
    const { busy, error } = opened;
    const more = () => opened.more();
    return html`
      ${enrolledTable(opened, () => void keepFocus(this, more, contactsPart), labels, this.#localized.formats)}
      ${
        error === undefined
          ? nothing
          : failureBox(
              busy ? labels.loading : labels[classifyFailure(error, navigator.onLine)],
              retryButton(this, more, busy, labels.retry, contactsPart),
            )
      }
    `;
  }

  #figures({ contacts, openRate, clickRate }: CampaignFigures, labels: CampaignGroupsLabels): TemplateResult {
    const { formats } = this.#localized;
    const rate = (value: number | null) =>
      value === null ? html`<span class="no-data">${labels.noData}</span>` : formats.percent(value);
    return html`<td>${formats.number(contacts)}</td>
      <td>${rate(openRate)}</td>
      <td>${rate(clickRate)}</td>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fluenzr-campaign-groups': FluenzrCampaignGroups;
  }
}
