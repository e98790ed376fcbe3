import type { FluenzR, Group, GroupSuggestion, Member } from '@fluenzr/client';
import type { FluenzrCampaignGroups, FluenzrContactGroups, FluenzrGroupStats } from '@fluenzr/elements';
import '@fluenzr/elements/campaign-groups';
import '@fluenzr/elements/contact-groups';
import '@fluenzr/elements/group-stats';
import '@fluenzr/elements/provider';
import type { Mail } from '@fluenzr/mocks';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Story } from '../story.js';
import { clock } from './clock.js';
import { styles } from './crm-view.styles.js';
import { follow, suggestionsCard } from './suggestions.js';
import { readLastLead, timeline, type LastLead } from './timeline.js';

/** Where the view reads from. */
export interface CrmSource {
  fluenzr: FluenzR;
  story: Story;
  /** Mails sent; left out where only the API can be asked, which does not show them. */
  inbox?: () => readonly Mail[];
}

interface CrmData {
  smartGroup: Group;
  members: Member[];
  lastLead: LastLead | undefined;
  suggestions: GroupSuggestion[];
  mails: readonly Mail[] | undefined;
}

/** The CRM's side of the story: the group, its members, their enrolments and the mails sent, read by the SDK. */
@customElement('crm-view')
export class CrmView extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) source?: CrmSource;

  @state() private data: CrmData | undefined;
  @state() private failure: unknown;
  @state() private move = '';
  /** The contact whose groups are shown. */
  @state() private shown = '';

  #reading = false;
  #stale = false;

  /** Reads everything again. Calls while it reads are answered by one more reading at the end. */
  refresh(): void {
    this.#stale = true;
    if (!this.#reading) void this.#read();
  }

  /** Tells that a contact joined and left groups, as the backend's change event says it. */
  showMove(contactId: string, added: readonly string[], removed: readonly string[]): void {
    const { smartGroup, members } = this.data ?? {};
    if (!smartGroup) return;
    const who = members?.find(({ id }) => id === contactId)?.email ?? contactId;
    if (added.includes(smartGroup.id)) this.move = `${who} joined ${smartGroup.name}.`;
    if (removed.includes(smartGroup.id)) this.move = `${who} left ${smartGroup.name}.`;
  }

  async #toggleTag({ id, tags }: Member): Promise<void> {
    const others = tags.filter((tag) => tag !== 'vip');
    await this.source?.fluenzr.contacts.update(id, {
      tags: others.length < tags.length ? others : [...tags, 'vip'],
    });
    this.refresh();
  }

  async #follow(suggestion: GroupSuggestion): Promise<void> {
    try {
      if (this.source) await follow(this.source.fluenzr, suggestion);
    } catch (error) {
      this.failure = error;
      return;
    }
    this.refresh();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('source')) this.refresh();
  }

  async #read(): Promise<void> {
    this.#reading = true;
    try {
      while (this.#stale && this.source) {
        this.#stale = false;
        this.data = await load(this.source);
        this.failure = undefined;
        await Promise.all(
          [...this.renderRoot.querySelectorAll<Live>(live)].map((element) => element.reload()),
        );
      }
    } catch (error) {
      this.failure = error;
    } finally {
      this.#reading = false;
    }
  }

  protected override render(): TemplateResult {
    const { data, failure, source } = this;
    return html`
      <header>
        <p class="product">FluenzR</p>
        ${
          failure === undefined
            ? nothing
            : html`<p role="alert">
                The view could not be read:
                ${failure instanceof Error ? failure.message : 'for an unknown reason'}
              </p>`
        }
      </header>
      ${
        source
          ? html`<fluenzr-provider .client=${source.fluenzr}>
              ${timeline(data?.lastLead)}
              <fluenzr-group-stats
                .groupId=${source.story.groupId}
                range="7d"
                actions="export apply-tags delete-contacts"
              ></fluenzr-group-stats>
              ${data && this.#memberList(data)} ${data && smartGroupCard(data, this.move)}
              ${source.story.campaignIds.map(
                (id) => html`<fluenzr-campaign-groups .campaignId=${id}></fluenzr-campaign-groups>`,
              )}
              ${data && inbox(data)}
              ${data && suggestionsCard(data.suggestions, (suggestion) => void this.#follow(suggestion))}
            </fluenzr-provider>`
          : html`<p>Starting…</p>`
      }
    `;
  }

  #memberList({ members }: CrmData): TemplateResult {
    return html`
      <section class="card" aria-labelledby="members">
        <h2 id="members">Contacts in the group</h2>
        ${
          members.length === 0
            ? html`<p class="empty">Nobody yet. Fill in the form, and the lead appears here.</p>`
            : html`<ul class="rows">
                ${repeat(
                  members,
                  ({ id }) => id,
                  (member) => this.#member(member),
                )}
              </ul>`
        }
      </section>
    `;
  }

  #member(member: Member): TemplateResult {
    const shown = this.shown === member.id;
    return html`<li data-contact=${member.email}>
      <span class="avatar" aria-hidden="true">${member.email.slice(0, 1).toUpperCase()}</span>
      <span class="who">
        <strong>${[member.firstName, member.lastName].filter(Boolean).join(' ') || member.email}</strong>
        <span class="muted">${member.email}</span>
      </span>
      <span class="muted">joined ${clock(member.joinedAt)}</span>
      <button
        type="button"
        aria-expanded=${shown ? 'true' : 'false'}
        aria-label="Groups of ${member.email}"
        @click=${() => (this.shown = shown ? '' : member.id)}
      >
        groups
      </button>
      <button
        type="button"
        aria-pressed=${member.tags.includes('vip') ? 'true' : 'false'}
        aria-label="Tag ${member.email} as vip"
        @click=${() => void this.#toggleTag(member)}
      >
        vip
      </button>
      ${shown ? html`<fluenzr-contact-groups .contactId=${member.id}></fluenzr-contact-groups>` : nothing}
    </li>`;
  }
}

type Live = FluenzrGroupStats | FluenzrCampaignGroups | FluenzrContactGroups;
/** What loads anew when something has happened. */
const live = 'fluenzr-group-stats, fluenzr-campaign-groups, fluenzr-contact-groups';

async function load({ fluenzr, story, inbox }: CrmSource): Promise<CrmData> {
  const [smartGroup, members, suggestions] = await Promise.all([
    fluenzr.groups.get(story.smartGroupId),
    fluenzr.groups.contacts.list(story.groupId).toArray({ limit: 50 }),
    fluenzr.groups.suggestions().toArray({ limit: 20 }),
  ]);
  const lastLead = await readLastLead(fluenzr, story.groupId, members);
  return { smartGroup, members, lastLead, suggestions, mails: inbox && [...inbox()].reverse() };
}

const smartGroupCard = ({ smartGroup }: CrmData, move: string): TemplateResult => html`
  <section class="card" aria-labelledby="smart">
    <h2 id="smart">${smartGroup.name} <span class="badge">Smart</span></h2>
    <p class="muted">Everyone for whom <code>${smartGroup.query}</code> holds; nobody is put here by hand.</p>
    <p>
      <strong data-figure="smart">${smartGroup.counts.total}</strong> in it now.
      <span role="status">${move}</span>
    </p>
  </section>
`;

const inbox = ({ mails }: CrmData): TemplateResult | typeof nothing => (mails ? inboxCard(mails) : nothing);

const inboxCard = (mails: readonly Mail[]): TemplateResult => html`
  <section class="card" aria-labelledby="inbox">
    <h2 id="inbox">Mails sent</h2>
    ${
      mails.length === 0
        ? html`<p class="empty">None yet. The first goes out when an enrolment starts.</p>`
        : mails.map(
            (mail) =>
              html`<details data-mail=${mail.to}>
                <summary>
                  <span class="who"
                    ><strong>${mail.subject}</strong><span class="muted">to ${mail.to}</span></span
                  >
                  <span class="muted">${clock(mail.sentAt)}</span>
                </summary>
                <p class="mail">${mail.body}</p>
              </details>`,
          )
    }
  </section>
`;

declare global {
  interface HTMLElementTagNameMap {
    'crm-view': CrmView;
  }
}
