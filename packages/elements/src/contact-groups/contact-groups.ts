import { html, isServer, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ContactGroup, FluenzR, Group } from '@fluenzr/client';
import { cardStyles } from '../card.styles.js';
import { fill } from '../fill.js';
import { groupBadge, groupBadgeStyles, groupColor } from '../group-badge.js';
import { classifyFailure } from '../load-failure/load-failure.js';
import { failureBox, retryButton } from '../load-failure/retry.js';
import { Localized } from '../localized.js';
import { ClientConsumer } from '../provider/client-consumer.js';
import { RemoteData } from '../remote-data.js';
import { tokenStyles } from '../token-styles.js';
import { ContactGroupsChangeEvent } from './contact-groups-change-event.js';
import { ContactGroupsErrorEvent } from './contact-groups-error-event.js';
import { ContactGroupsLoadEvent } from './contact-groups-load-event.js';
import { contactGroupsStyles } from './contact-groups.styles.js';
import type { ExplanationPanel } from './explanation/explanation-panel.js';
import type { ExplanationLabels } from './explanation/labels.js';
import { contactGroupsEn } from './labels-en.js';
import type { ContactGroupsLabels } from './labels.js';
import type { MembershipDialog, MembershipQuestion } from './membership-dialog.js';

/** So many groups of a contact are shown. */
const mostGroups = 1000;

/**
 * What the element needs of a client: `contacts` and `groups`, and `campaigns` to explain those. A client of
 * `@fluenzr/client` fits, whole or with these resources.
 */
export type ContactGroupsClient = Partial<Pick<FluenzR, 'contacts' | 'groups' | 'campaigns'>>;

/**
 * The groups of a contact as chips: with + it is put into another, with X taken out of one, which is asked once and leaves
 * the contact in FluenzR. Below, on request, why the contact is, or is not, in a group or campaign.
 *
 * @tag fluenzr-contact-groups
 *
 * @attr {string} contact-id - Id of the contact.
 * @attr {'light' | 'dark'} theme - Fixes the colours; without it they follow the page's `color-scheme`.
 *
 * @fires {ContactGroupsLoadEvent} fluenzr-contact-groups-load - The groups were loaded.
 * @fires {ContactGroupsChangeEvent} fluenzr-contact-groups-change - The contact was put into a group, or taken out.
 * @fires {ContactGroupsErrorEvent} fluenzr-contact-groups-error - Something could not be loaded or changed.
 *
 * @csspart card - The box around everything.
 * @csspart title - The heading.
 * @csspart chips - The list of groups.
 * @csspart chip - A group.
 * @csspart remove - The button that takes the contact out of it.
 * @csspart add - The button that opens the choice of a group.
 * @csspart dialog - The choice of a group, or the question before the contact is taken out of one.
 * @csspart failure - What stands there when something could not be loaded or changed.
 * @csspart why - The explanation.
 *
 * @cssprop --fluenzr-accent - Colour of the buttons and of the focus ring.
 * @cssprop --fluenzr-on-accent - Colour of text on the accent.
 * @cssprop --fluenzr-surface - Background of the card.
 * @cssprop --fluenzr-text - Colour of text.
 * @cssprop --fluenzr-muted - Colour of secondary text.
 * @cssprop --fluenzr-border - Colour of lines.
 * @cssprop --fluenzr-danger - Colour of errors, and of conditions that do not hold.
 * @cssprop --fluenzr-success - Colour of conditions that hold.
 * @cssprop --fluenzr-radius - Corner radius (default `0.625rem`); the card's is twice that.
 * @cssprop --fluenzr-space - The unit that all distances are multiples of (default `0.25rem`).
 * @cssprop --fluenzr-font - Font family (default: the page's).
 *
 * @example
 * ```html
 * <fluenzr-contact-groups contact-id="con_1"></fluenzr-contact-groups>
 * ```
 */
export class FluenzrContactGroups extends LitElement {
  /** @internal */
  static override readonly styles = [tokenStyles, cardStyles, groupBadgeStyles, contactGroupsStyles];

  /** Id of the contact. */
  @property({ attribute: 'contact-id' }) contactId = '';

  /** Where the groups come from; before the client of a `<fluenzr-provider>`. */
  @property({ attribute: false }) client: ContactGroupsClient | undefined;

  /** Texts to replace; the others stay in the page's language. */
  @property({ attribute: false }) labels: Partial<ContactGroupsLabels & ExplanationLabels> = {};

  readonly #provided = new ClientConsumer(this);
  readonly #localized = new Localized<ContactGroupsLabels>(this, contactGroupsEn, {
    fr: async () => (await import('./labels-fr.js')).contactGroupsFr,
    de: async () => (await import('./labels-de.js')).contactGroupsDe,
    es: async () => (await import('./labels-es.js')).contactGroupsEs,
  });
  readonly #remote = new RemoteData(
    this,
    (signal) => this.#request(signal),
    () => this.#settled(),
  );
  #why: ExplanationPanel | undefined;
  #dialog: MembershipDialog | undefined;
  #announcement = '';
  #asked: { client?: ContactGroupsClient | undefined; contactId?: string } = {};

  /** Loads the groups again. Settled when they are there, or could not be loaded. */
  async reload(): Promise<void> {
    await this.#remote.load();
  }

  get #client(): ContactGroupsClient | undefined {
    return this.client ?? this.#provided.value;
  }

  async #request(signal: AbortSignal): Promise<readonly ContactGroup[]> {
    const contacts = this.#client?.contacts;
    if (!contacts || !this.contactId)
      throw new Error(
        `<fluenzr-contact-groups> needs ${contacts ? 'the attribute contact-id' : 'a client with contacts'}.`,
      );
    return contacts.groups(this.contactId, { limit: 200 }, { signal }).toArray({ limit: mostGroups });
  }

  #settled(): void {
    const { data, error } = this.#remote;
    if (error !== undefined) this.#tell(error);
    else if (data) this.dispatchEvent(new ContactGroupsLoadEvent(data));
  }

  #tell(error: unknown): void {
    const failure = classifyFailure(error, navigator.onLine);
    if (failure === 'unexpected')
      console.error(`<fluenzr-contact-groups contact-id="${this.contactId}">:`, error);
    this.dispatchEvent(new ContactGroupsErrorEvent(error, failure));
  }

  protected override willUpdate(): void {
    if (isServer as boolean) return; // its type is that of a browser
    const client = this.#client;
    const { contactId } = this;
    if (client === this.#asked.client && contactId === this.#asked.contactId) return;
    this.#asked = { client, contactId };
    this.#remote.forget();
    this.#why = this.#dialog = undefined;
    this.#announcement = '';
    if (client) void this.#remote.load();
  }

  async #open(question: MembershipQuestion): Promise<void> {
    const { MembershipDialog } = await import('./membership-dialog.js');
    this.#dialog = new MembershipDialog(
      this,
      question,
      () => ({
        groups: this.#client?.groups,
        taken: this.#remote.data ?? [],
        labels: this.#localized.texts(this.labels),
      }),
      (group) => this.#change(question === 'add' ? 'added' : 'removed', group),
      () => void this.#closed(),
    );
    await this.#dialog.open();
  }

  async #closed(): Promise<void> {
    this.#dialog = undefined;
    this.requestUpdate();
    await this.updateComplete;
    // the chip whose button was pressed may be gone
    if (!this.shadowRoot?.activeElement) this.renderRoot.querySelector<HTMLElement>('[part=add]')?.focus();
  }

  async #change(change: 'added' | 'removed', group: Group): Promise<void> {
    try {
      const groups = this.#client?.groups;
      if (!groups) throw new Error('<fluenzr-contact-groups> needs a client with "groups".');
      if (change === 'added') await groups.contacts.add(group.id, this.contactId);
      else await groups.contacts.remove(group.id, this.contactId);
    } catch (error) {
      this.#tell(error);
      throw error;
    }
    this.#announcement = fill(this.#localized.texts(this.labels)[change], { name: group.name });
    await this.reload();
    await this.updateComplete;
    this.dispatchEvent(new ContactGroupsChangeEvent(this.contactId, change, group));
    void this.#why?.load();
  }

  async #explain({ target }: Event): Promise<void> {
    if (!(target as HTMLDetailsElement).open || this.#why) return;
    const { ExplanationPanel } = await import('./explanation/explanation-panel.js');
    const client = this.#client ?? {};
    const { contactId } = this;
    this.#why = new ExplanationPanel(this, () => ({
      client,
      contactId,
      labels: this.labels,
      formats: this.#localized.formats,
    }));
    await this.#why.load();
  }

  /** @internal */
  override render(): TemplateResult {
    const labels = this.#localized.texts(this.labels);
    const { data, error, busy } = this.#remote;
    return html`
      <section part="card" aria-labelledby="title" aria-busy=${busy ? 'true' : 'false'}>
        <h2 part="title" id="title" tabindex="-1">${labels.title}</h2>
        ${
          error === undefined
            ? nothing
            : failureBox(
                busy
                  ? labels.loading
                  : `${labels.failed} ${labels[classifyFailure(error, navigator.onLine)]}`,
                retryButton(this, () => this.reload(), busy, labels.retry),
              )
        }
        <div class="row">
          ${
            data
              ? data.length === 0
                ? html`<p>${labels.none}</p>`
                : html`<ul part="chips">
                    ${data.map((group) => this.#chip(group, labels))}
                  </ul>`
              : error === undefined
                ? html`<span class="pending chip" aria-hidden="true">0</span>`
                : nothing
          }
          <button part="add" type="button" ?disabled=${!data} @click=${() => void this.#open('add')}>
            <span aria-hidden="true">+</span> ${labels.add}
          </button>
        </div>
        <p role="status" class="hidden">
          ${data || error !== undefined ? this.#announcement : labels.loading}
        </p>
        <details part="why" @toggle=${(event: Event) => void this.#explain(event)}>
          <summary><bdi>${labels.why}</bdi></summary>
          ${this.#why?.render() ?? nothing}
        </details>
      </section>
      ${this.#dialog?.render() ?? nothing}
    `;
  }

  #chip(group: ContactGroup, labels: ContactGroupsLabels): TemplateResult {
    const name = fill(labels.remove, { name: group.name });
    return html`
      <li part="chip" class="chip" title=${group.type === 'SMART' ? labels.decidedByQuery : nothing}>
        ${groupColor(group.color)}
        <span class="naming"><bdi>${group.name}</bdi> ${groupBadge(group.type, labels)}</span>
        ${
          group.type === 'SMART'
            ? html`<span class="hidden">${labels.decidedByQuery}</span>`
            : html`<button
                part="remove"
                type="button"
                aria-label=${name}
                title=${name}
                @click=${() => void this.#open(group)}
              >
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8" /></svg>
              </button>`
        }
      </li>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fluenzr-contact-groups': FluenzrContactGroups;
  }
}
