import type { Campaign, Enrollment, FluenzR, Group, Member } from '@fluenzr/client';
import type { Mail } from '@fluenzr/mocks';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Story } from '../story.js';
import { styles } from './crm-view.styles.js';

/** Where the view reads from. */
export interface CrmSource {
  fluenzr: FluenzR;
  story: Story;
  /** Mails sent; left out where only the API can be asked, which does not show them. */
  inbox?: () => readonly Mail[];
}

interface CrmData {
  group: Group;
  smartGroup: Group;
  members: Member[];
  campaigns: { campaign: Campaign; enrollments: Enrollment[] }[];
  mails: readonly Mail[] | undefined;
}

const time = new Intl.DateTimeFormat('en', { timeStyle: 'medium' });
const clock = (timestamp: string): string => time.format(new Date(timestamp));

/** The CRM's side of the story: the group, its members, their enrolments and the mails sent, read by the SDK. */
@customElement('crm-view')
export class CrmView extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) source?: CrmSource;

  @state() private data: CrmData | undefined;
  @state() private failure: unknown;
  @state() private move = '';

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
      }
    } catch (error) {
      this.failure = error;
    } finally {
      this.#reading = false;
    }
  }

  protected override render(): TemplateResult {
    const { data, failure } = this;
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
        data
          ? [
              groupCard(data),
              memberList(data, (member) => void this.#toggleTag(member)),
              smartGroupCard(data, this.move),
              campaignList(data),
              inbox(data),
            ]
          : html`<p>Starting…</p>`
      }
    `;
  }
}

async function load({ fluenzr, story, inbox }: CrmSource): Promise<CrmData> {
  const [group, smartGroup, members, campaigns] = await Promise.all([
    fluenzr.groups.get(story.groupId),
    fluenzr.groups.get(story.smartGroupId),
    fluenzr.groups.contacts.list(story.groupId).toArray({ limit: 50 }),
    Promise.all(
      story.campaignIds.map(async (id) => ({
        campaign: await fluenzr.campaigns.get(id),
        enrollments: await fluenzr.campaigns.enrollments.list(id).toArray({ limit: 50 }),
      })),
    ),
  ]);
  return { group, smartGroup, members, campaigns, mails: inbox && [...inbox()].reverse() };
}

const groupCard = ({ group }: CrmData): TemplateResult => html`
  <section class="card group" aria-labelledby="group">
    <h2 id="group">${group.name} <span class="badge">Dynamic</span></h2>
    <p class="muted">${group.description}</p>
    <dl class="figures">
      <div>
        <dt>Contacts</dt>
        <dd data-figure="contacts">${group.counts.total}</dd>
      </div>
      <div>
        <dt>Active</dt>
        <dd>${group.counts.active}</dd>
      </div>
      <div>
        <dt>Running campaigns</dt>
        <dd>${group.activeCampaignCount}</dd>
      </div>
    </dl>
  </section>
`;

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

const memberList = ({ members }: CrmData, toggleTag: (member: Member) => void): TemplateResult => html`
  <section class="card" aria-labelledby="members">
    <h2 id="members">Contacts in the group</h2>
    ${
      members.length === 0
        ? html`<p class="empty">Nobody yet. Fill in the form, and the lead appears here.</p>`
        : html`<ul class="rows">
            ${members.map(
              (member) =>
                html`<li data-contact=${member.email}>
                  <span class="avatar" aria-hidden="true">${member.email.slice(0, 1).toUpperCase()}</span>
                  <span class="who">
                    <strong
                      >${[member.firstName, member.lastName].filter(Boolean).join(' ') || member.email}</strong
                    >
                    <span class="muted">${member.email}</span>
                  </span>
                  <span class="muted">joined ${clock(member.joinedAt)}</span>
                  <button
                    type="button"
                    aria-pressed=${member.tags.includes('vip') ? 'true' : 'false'}
                    aria-label="Tag ${member.email} as vip"
                    @click=${() => toggleTag(member)}
                  >
                    vip
                  </button>
                </li>`,
            )}
          </ul>`
    }
  </section>
`;

const campaignList = ({ campaigns, members }: CrmData): TemplateResult => {
  const email = new Map(members.map((member) => [member.id, member.email]));
  return html`
    <section class="card" aria-labelledby="campaigns">
      <h2 id="campaigns">Campaigns of the group</h2>
      ${campaigns.map(
        ({ campaign, enrollments }) => html`
          <h3>${campaign.name} <span class="badge running">${campaign.status.toLowerCase()}</span></h3>
          ${
            enrollments.length === 0
              ? html`<p class="empty">No one is enrolled yet.</p>`
              : html`<ul class="rows">
                  ${enrollments.map(
                    (enrollment) =>
                      html`<li data-enrollment=${campaign.name}>
                        <span class="who">${email.get(enrollment.contactId) ?? enrollment.contactId}</span>
                        <span class="muted">
                          ${enrollment.status.toLowerCase()}, ${enrollment.metrics.sent}
                          ${enrollment.metrics.sent === 1 ? 'mail' : 'mails'} sent
                        </span>
                      </li>`,
                  )}
                </ul>`
          }
        `,
      )}
    </section>
  `;
};

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
