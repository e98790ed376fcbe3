import { html, isServer, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { FluenzR, Group, GroupStatistics } from '@fluenzr/client';
import { cardStyles } from '../card.styles.js';
import { fill } from '../fill.js';
import { groupBadge, groupBadgeStyles, groupColor } from '../group-badge.js';
import { classifyFailure } from '../load-failure/load-failure.js';
import { failureBox, retryButton } from '../load-failure/retry.js';
import { RemoteData } from '../remote-data.js';
import { Localized } from '../localized.js';
import { ClientConsumer } from '../provider/client-consumer.js';
import { tokenStyles } from '../token-styles.js';
import { VisibleInterval } from '../visible-interval.js';
import type { GroupActions } from './actions/group-actions.js';
import type { GroupActionLabels } from './actions/labels.js';
import { keptJob } from './kept-job.js';
import { advice, figures, isEmpty } from './figures.js';
import { GroupStatsErrorEvent } from './group-stats-error-event.js';
import { GroupStatsLoadEvent } from './group-stats-load-event.js';
import { groupStatsStyles } from './group-stats.styles.js';
import { groupStatsEn } from './labels-en.js';
import type { GroupStatsLabels } from './labels.js';
import { isStatsRange, periods, type StatsRange, statisticsQuery } from './period.js';
import type { SeriesView } from './series-view.js';

/** How often the age of the figures is written anew: milliseconds. */
const ageInterval = 30_000;

/**
 * What the card needs of a client: `groups` for the figures; for the actions also `jobs`, `campaigns` and `tags`. A client
 * of `@fluenzr/client` fits, whole or with these resources.
 */
export type GroupStatsClient = Partial<Pick<FluenzR, 'groups' | 'jobs' | 'campaigns' | 'tags'>>;

/**
 * A group in figures: contacts, active and inactive, engagement, the last campaign, and charts of how they came about.
 * Figures for which nothing has happened yet say so, and are not 0. It is as high while it loads as afterwards.
 *
 * Time in the charts flows as the page is read: from right to left where the page does.
 *
 * @tag fluenzr-group-stats
 *
 * @attr {string} group-id - Id of the group.
 * @attr {'7d' | '30d' | '90d' | '1y'} range - The period of the charts, up to today. Default `30d`. What the reader chooses
 * is written back to it.
 * @attr {number} refresh - Loads anew every so many seconds, while the card is in view and its page in front.
 * @attr {string} actions - What the menu offers, separated by spaces: `export`, `add-to-campaign`, `apply-tags`, `merge`,
 * `archive`, `delete-contacts`. Without it there is no menu.
 * @attr {'light' | 'dark'} theme - Fixes the colours; without it they follow the page's `color-scheme`.
 *
 * @slot empty - Stands below the advice for a group without contacts: a link to where contacts are added, say.
 *
 * @fires {GroupStatsLoadEvent} fluenzr-stats-load - The figures were loaded.
 * @fires {GroupStatsErrorEvent} fluenzr-stats-error - They could not be loaded.
 * @fires {GroupJobEvent} fluenzr-group-job - An action has ended.
 *
 * @csspart card - The box around everything.
 * @csspart title - The group's name.
 * @csspart figures - The main figures.
 * @csspart engagement - How many were reached, opened and clicked.
 * @csspart range - The choice of the period.
 * @csspart chart - The charts.
 * @csspart chart-date - The day or week that the cursor is on.
 * @csspart chart-point - The slider that moves the cursor; it cannot be seen.
 * @csspart table - The series as a table.
 * @csspart empty - What stands there for a group without contacts.
 * @csspart advice - What to do about a dynamic group without a running campaign.
 * @csspart failure - What stands there when nothing could be loaded.
 * @csspart footer - The age of the figures.
 * @csspart menu-button - Opens the menu of actions.
 * @csspart menu - The menu.
 * @csspart job - Progress and result of an action.
 * @csspart dialog - What an action asks before it begins.
 *
 * @cssprop --fluenzr-accent - Colour of members, opens and clicks, and of the focus ring.
 * @cssprop --fluenzr-on-accent - Colour of text on the accent.
 * @cssprop --fluenzr-surface - Background of the card.
 * @cssprop --fluenzr-text - Colour of text.
 * @cssprop --fluenzr-muted - Colour of secondary text.
 * @cssprop --fluenzr-border - Colour of lines.
 * @cssprop --fluenzr-danger - Colour of errors, and of who left.
 * @cssprop --fluenzr-success - Colour of who joined.
 * @cssprop --fluenzr-radius - Corner radius (default `0.625rem`); the card's is twice that.
 * @cssprop --fluenzr-space - The unit that all distances are multiples of (default `0.25rem`).
 * @cssprop --fluenzr-font - Font family (default: the page's).
 *
 * @cssstate loading - There is nothing to show yet.
 * @cssstate stale - The last refresh failed: the figures are older ones.
 * @cssstate error - Nothing could be loaded.
 *
 * @example
 * ```html
 * <fluenzr-group-stats group-id="grp_1" range="90d" refresh="60" actions="export apply-tags"></fluenzr-group-stats>
 * ```
 */
export class FluenzrGroupStats extends LitElement {
  /** @internal */
  static override readonly styles = [tokenStyles, cardStyles, groupBadgeStyles, groupStatsStyles];

  /** Id of the group. */
  @property({ attribute: 'group-id' }) groupId = '';

  /** The period of the charts. What is none of the four counts as `30d`. */
  @property({ reflect: true }) range: StatsRange = '30d';

  /** Seconds between refreshes; 0 for none. */
  @property({ type: Number }) refresh = 0;

  /** What the menu offers, separated by spaces. */
  @property() actions = '';

  /** Where the figures come from; before the client of a `<fluenzr-provider>`. */
  @property({ attribute: false }) client: GroupStatsClient | undefined;

  /** Texts to replace; the others stay in the page's language. */
  @property({ attribute: false }) labels: Partial<GroupStatsLabels & GroupActionLabels> = {};

  @state() private asTable = false;

  readonly #internals = this.attachInternals();
  readonly #provided = new ClientConsumer(this);
  readonly #localized = new Localized<GroupStatsLabels>(this, groupStatsEn, {
    fr: async () => (await import('./labels-fr.js')).groupStatsFr,
    de: async () => (await import('./labels-de.js')).groupStatsDe,
    es: async () => (await import('./labels-es.js')).groupStatsEs,
  });
  readonly #remote = new RemoteData(
    this,
    (signal) => this.#request(signal),
    () => this.#settled(),
  );
  readonly #refresh = new VisibleInterval(this, () => {
    if (!this.#remote.busy) void this.reload();
  });
  readonly #age = new VisibleInterval(this, () => this.requestUpdate());
  #series: SeriesView | undefined;
  #actions: GroupActions | undefined;
  /** What was asked for last. */
  #asked: { client?: GroupStatsClient | undefined; groupId?: string; range?: StatsRange } = {};

  constructor() {
    super();
    this.#age.every(ageInterval);
  }

  /** Loads the figures again. Settled when they are there, or could not be loaded. */
  async reload(): Promise<void> {
    await this.#remote.load();
  }

  get #client(): GroupStatsClient | undefined {
    return this.client ?? this.#provided.value;
  }

  get #range(): StatsRange {
    return isStatsRange(this.range) ? this.range : '30d';
  }

  async #request(signal: AbortSignal): Promise<{ group: Group; statistics: GroupStatistics }> {
    const groups = this.#client?.groups;
    if (!groups || !this.groupId)
      throw new Error(
        `<fluenzr-group-stats> needs ${groups ? 'the attribute group-id' : 'a client with groups'}.`,
      );
    const [group, statistics, { SeriesView }] = await Promise.all([
      groups.get(this.groupId, {}, { signal }),
      groups.statistics(this.groupId, statisticsQuery(this.#range, Date.now()), { signal }),
      import('./series-view.js'),
    ]);
    this.#series ??= new SeriesView(this);
    return { group, statistics };
  }

  #settled(): void {
    const { data, error } = this.#remote;
    this.#refresh.restart();
    if (error !== undefined) {
      const failure = classifyFailure(error, navigator.onLine);
      if (failure === 'unexpected') console.error(`<fluenzr-group-stats group-id="${this.groupId}">:`, error);
      this.dispatchEvent(new GroupStatsErrorEvent(error, failure));
    } else if (data) {
      this.dispatchEvent(new GroupStatsLoadEvent(data.group, data.statistics));
      if (this.actions && keptJob(this.groupId)) void this.#loadActions(data.group);
    }
  }

  async #loadActions(group: Group): Promise<GroupActions> {
    const { GroupActions } = await import('./actions/group-actions.js');
    const client = this.#client ?? {};
    return (this.#actions ??= new GroupActions(this, () => ({
      client,
      group: this.#remote.data?.group ?? group,
      labels: this.labels,
      badges: this.#localized.texts(this.labels),
      formats: this.#localized.formats,
    })));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (isServer as boolean) return; // its type is that of a browser
    if (changed.has('refresh')) this.#refresh.every(this.refresh > 0 ? this.refresh * 1000 : 0);
    const asked = { client: this.#client, groupId: this.groupId, range: this.#range };
    const { client, groupId, range } = this.#asked;
    const same = asked.client === client && asked.groupId === groupId;
    if (same && asked.range === range) return;
    this.#asked = asked;
    this.#series?.reset();
    if (!same) {
      this.#remote.forget();
      this.#actions?.leave();
      this.#actions = undefined;
    }
    if (asked.client) void this.#remote.load();
  }

  protected override updated(): void {
    const { data, error } = this.#remote;
    const states = {
      loading: !data && error === undefined,
      stale: data !== undefined && error !== undefined,
      error: !data && error !== undefined,
    };
    for (const [name, holds] of Object.entries(states))
      if (holds) this.#internals.states.add(name);
      else this.#internals.states.delete(name);
  }

  /** @internal */
  override render(): TemplateResult {
    const labels = this.#localized.texts(this.labels);
    const { data, error } = this.#remote;
    return html`
      <section part="card" aria-labelledby="title" aria-busy=${this.#remote.busy ? 'true' : 'false'}>
        <header>
          ${data ? groupColor(data.group.color) : html`<span class="group-color"></span>`}
          <h2 part="title" id="title" tabindex="-1" title=${data?.group.name ?? ''}>
            <bdi>${data?.group.name ?? (error === undefined ? labels.loading : labels.failed)}</bdi>
          </h2>
          ${data ? groupBadge(data.group.type, labels) : nothing} ${this.#menu(labels)}
        </header>
        ${this.#actions?.progress() ?? nothing} ${this.#body(labels)}
        <p role="status" class="hidden">
          ${data || error !== undefined ? this.#actions?.announcement : labels.loading}
        </p>
      </section>
      ${this.#actions?.dialog() ?? nothing}
    `;
  }

  #menu(labels: GroupStatsLabels): TemplateResult | typeof nothing {
    if (!this.actions.trim()) return nothing;
    const open = this.#actions?.open ?? false;
    const group = this.#remote.data?.group;
    const act = async (how: 'toggle' | 'first' | 'last') => {
      if (group) await (await this.#loadActions(group)).openMenu(how);
    };
    return html`
      <div class="menu-box">
        <button
          part="menu-button"
          id="menu-button"
          type="button"
          aria-haspopup="menu"
          aria-expanded=${open ? 'true' : 'false'}
          aria-controls=${open ? 'menu' : nothing}
          ?disabled=${!group}
          @click=${() => void act('toggle')}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
            event.preventDefault();
            void act(event.key === 'ArrowDown' ? 'first' : 'last');
          }}
        >
          ${labels.actions}
        </button>
        ${this.#actions?.menu() ?? nothing}
      </div>
    `;
  }

  #body(labels: GroupStatsLabels): TemplateResult {
    const { statistics } = this.#remote.data ?? {};
    const { formats } = this.#localized;
    const empty = statistics !== undefined && isEmpty(statistics);
    const failed = !statistics && this.#remote.error !== undefined;
    // the body is there behind a failure too, unseen: it gives the card its size
    return html`
      <div class="body">
        ${failed ? this.#failure(labels) : nothing}
        <div class=${failed ? 'unseen' : ''}>
          ${figures(statistics, labels, formats)}
          <div class="toolbar">
            ${this.#ranges(labels)}
            <button
              type="button"
              class="toggle"
              aria-pressed=${this.asTable ? 'true' : 'false'}
              ?disabled=${!statistics || empty}
              @click=${() => (this.asTable = !this.asTable)}
            >
              ${labels.table}
            </button>
          </div>
          <div class="series">
            ${statistics ? advice(statistics, labels) : html`<div class="pending-chart"></div>`}
            ${statistics && !empty ? this.#series?.render(statistics.series, this.#range, this.asTable, labels, formats) : nothing}
          </div>
          <div part="footer">${this.#footer(labels)}</div>
        </div>
      </div>
    `;
  }

  #ranges({ range: legend }: GroupStatsLabels): TemplateResult {
    return html`
      <fieldset part="range">
        <legend class="hidden">${legend}</legend>
        ${Object.entries(periods).map(
          ([range, { amount }]) => html`
            <label
              ><input
                type="radio"
                name="range"
                .checked=${range === this.#range}
                @change=${() => (this.range = range as StatsRange)}
              /><bdi>${this.#localized.formats.amount(amount[0], amount[1])}</bdi></label
            >
          `,
        )}
      </fieldset>
    `;
  }

  #footer(labels: GroupStatsLabels): TemplateResult {
    const { data, error, loadedAt } = this.#remote;
    if (!data) return html`<p><span class="pending" aria-hidden="true">0</span></p>`;
    const age = fill(labels.updated, { age: this.#localized.formats.ago(Date.now() - loadedAt) });
    if (error === undefined)
      return html`<p><time datetime=${new Date(loadedAt).toISOString()}>${age}</time></p>`;
    return html`
      <p>
        <span class="stale" role="alert"
          ><b>${labels.stale}</b> ${labels[classifyFailure(error, navigator.onLine)]}</span
        >
        ${age}
      </p>
      ${this.#retry(labels)}
    `;
  }

  #failure(labels: GroupStatsLabels): TemplateResult {
    const { busy, error } = this.#remote;
    const text = busy ? labels.loading : labels[classifyFailure(error, navigator.onLine)];
    return failureBox(text, this.#retry(labels));
  }

  #retry({ retry }: GroupStatsLabels): TemplateResult {
    return retryButton(this, () => this.reload(), this.#remote.busy, retry);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fluenzr-group-stats': FluenzrGroupStats;
  }
}
