import type { CampaignCreate, ContactCreate, GroupCreate } from '@fluenzr/client/schemas';
import { createCampaign, launchCampaign, pauseCampaign } from '../domain/campaigns.js';
import { takeInContact, updateContact } from '../domain/contacts.js';
import { engage, recordBounce, recordReply, recordUnsubscribe } from '../domain/events.js';
import { createField } from '../domain/fields.js';
import { createGroup } from '../domain/groups.js';
import { excludeGroup, linkGroup } from '../domain/links.js';
import { joinGroups, leaveGroup } from '../domain/memberships.js';
import { advance } from '../domain/run-due.js';
import type { Random } from '../random.js';
import type { CampaignRow, GroupRow, MailRow } from '../store/rows.js';
import type { Position } from '../store/sorted-list.js';
import type { Store } from '../store/store.js';
import { People, pick } from './people.js';

const day = 24 * 3_600_000;
const days = 120;
/** So many contacts at most are in campaigns: a hundred thousand would not get the story told in seconds. */
const mostInCampaigns = 4000;

/** The groups, under the names that the agency gave them over time: not all of them tidy. */
const groupPlans = {
  linkedIn: {
    name: '[DYN] LinkedIn Inbound',
    type: 'DYNAMIC',
    description: 'Leads from our LinkedIn campaigns, as they come in.',
    color: '#0a66c2',
  },
  website: {
    name: '[DYN] Website Form',
    type: 'DYNAMIC',
    description: 'Everybody who fills in a form on our website.',
    color: '#047857',
  },
  tradeShow: {
    name: 'Trade Show Paris 2026',
    type: 'STATIC',
    description: 'Visitors who booked a slot at our stand.',
    color: '#b45309',
  },
  webinar: { name: 'Webinar Sign-ups', type: 'DYNAMIC' },
  newProspects: {
    name: '[DYN] New Prospects',
    type: 'DYNAMIC',
    description: 'First contact made; nobody has called yet.',
  },
  qualified: {
    name: 'Qualified Prospects',
    type: 'STATIC',
    description: 'Through the whole inbound sequence, and worth a call.',
  },
  customers: { name: 'Active Customers', type: 'STATIC', color: '#1d4ed8' },
  churned: { name: 'Churned Customers', type: 'STATIC', color: '#6b7280' },
  fintech: { name: 'Fintech Prospects', type: 'STATIC' },
  saas: { name: 'SaaS Prospects', type: 'STATIC' },
  ecommerce: { name: 'E-commerce Prospects', type: 'STATIC' },
  services: { name: 'Services Prospects', type: 'STATIC' },
  q4: { name: 'LinkedIn Leads Q4', type: 'STATIC' },
  q4Again: { name: 'Linkedin leads - Q4', type: 'STATIC', description: 'Second export, see the other one.' },
  oldShow: { name: 'Trade Show Lyon 2024', type: 'STATIC' },
  test: { name: 'Test', type: 'STATIC' },
  deciders: {
    name: 'Paris Decision Makers',
    type: 'SMART',
    query: 'fields.city = "Paris" AND (fields.role = "Founder" OR fields.role = "CEO")',
  },
  vips: { name: 'VIPs', type: 'SMART', query: 'tag = "vip"', color: '#a21caf' },
} satisfies Record<string, GroupCreate>;

type GroupKey = keyof typeof groupPlans;

/** Where contacts come from: how large a part of those in campaigns, and during which days. */
const sources: readonly {
  groups: readonly GroupKey[];
  part: number;
  from: number;
  to: number;
  tags: string[];
}[] = [
  { groups: ['customers'], part: 0.2, from: 0, to: 1, tags: ['customer'] },
  { groups: ['churned'], part: 0.08, from: 0, to: 1, tags: ['former customer'] },
  { groups: ['linkedIn'], part: 0.27, from: 4, to: days, tags: ['linkedin'] },
  { groups: ['website'], part: 0.25, from: 4, to: days, tags: ['website'] },
  { groups: ['tradeShow'], part: 0.15, from: 60, to: 100, tags: ['trade show'] },
  { groups: ['webinar'], part: 0.05, from: 80, to: 110, tags: ['webinar'] },
];

/** The lists that were brought along on the first days: nobody is in a campaign through them. */
const lists: readonly { groups: readonly GroupKey[]; part: number }[] = [
  { groups: ['fintech'], part: 0.24 },
  { groups: ['saas'], part: 0.24 },
  { groups: ['ecommerce'], part: 0.2 },
  { groups: ['services'], part: 0.18 },
  { groups: ['q4', 'q4Again'], part: 0.08 },
  { groups: ['oldShow'], part: 0.06 },
];

/** How people take the mails of a campaign: each a chance. */
interface Reception {
  opens: number;
  clicks: number;
  replies: number;
  unsubscribes: number;
}

/** Divides a number among parts, so that nothing is left over. */
function apportion(total: number, parts: readonly { part: number }[]): number[] {
  let sum = 0;
  let given = 0;
  return parts.map(({ part }) => {
    sum += part;
    const count = Math.round(total * sum) - given;
    given += count;
    return count;
  });
}

/** How many come from a source on a day, when all in all so many do, evenly over its days. */
function newcomers({ from, to }: (typeof sources)[number], all: number, today: number): number {
  const until = (time: number) =>
    Math.round((all * (Math.min(Math.max(time, from), to) - from)) / (to - from));
  return until(today + 1) - until(today);
}

/** Four months in the life of an agency, day by day, through the same rules as everything else in the backend. */
export class Agency {
  readonly #store: Store;
  readonly #random: Random;
  readonly #people: People;
  readonly #size: number;
  readonly #inCampaigns: number;
  readonly #bySource: number[];
  readonly #groupIds = new Map<GroupKey, string>();
  readonly #receptions = new Map<string, Reception>();
  #lastMail: Position | null = null;

  constructor(store: Store, random: Random, contacts: number) {
    this.#store = store;
    this.#random = random;
    this.#people = new People(random);
    this.#size = contacts;
    this.#inCampaigns = Math.min(Math.round(contacts * 0.6), mostInCampaigns);
    this.#bySource = apportion(this.#inCampaigns, sources);
  }

  /** Tells the story. It ends at the time at which the store's clock stands. */
  play(): void {
    const { clock } = this.#store;
    const end = clock.now();
    clock.set(end - days * day);
    this.#do(() => this.#found());
    for (let today = 0; today < days; today += 1) {
      this.#do(() => this.#work(today));
      advance(this.#store, day / 2);
      this.#do(() => this.#readMails());
      advance(this.#store, day / 2);
    }
    clock.set(end);
  }

  #do(work: () => void): void {
    this.#store.transaction(work);
  }

  #found(): void {
    const store = this.#store;
    createField(store, { key: 'company', name: 'Company', type: 'text' });
    createField(store, { key: 'city', name: 'City', type: 'text' });
    createField(store, { key: 'role', name: 'Role', type: 'text' });
    createField(store, { key: 'employees', name: 'Employees', type: 'number' });
    for (const [key, plan] of Object.entries(groupPlans) as [GroupKey, GroupCreate][]) {
      this.#groupIds.set(key, createGroup(store, plan).id);
    }
    const counts = apportion(this.#size - this.#inCampaigns, lists);
    for (const [index, { groups }] of lists.entries()) {
      for (let count = counts[index] ?? 0; count > 0; count -= 1) this.#takeIn(groups, [], 'IMPORT');
    }
  }

  /** What happens on one day. */
  #work(today: number): void {
    for (const [index, source] of sources.entries()) {
      const all = this.#bySource[index] ?? 0;
      for (let count = newcomers(source, all, today); count > 0; count -= 1) {
        this.#takeIn(source.groups, source.tags, today === 0 ? 'IMPORT' : 'API');
      }
    }
    if (today === 3) this.#nurture();
    if (today === 20) this.#writeToCustomers();
    if (today === 45) this.#winBack();
    if (today === 70) this.#pauseWinBack();
    if (today === 95) this.#invite();
    if (today === 110) this.#draft();
    if (today % 10 === 9) this.#winAndLose();
  }

  #takeIn(groups: readonly GroupKey[], tags: string[], source: 'API' | 'IMPORT'): void {
    const person = this.#people.next();
    const input: ContactCreate = {
      ...person,
      groupIds: groups.map((key) => this.#group(key).id),
      tags: this.#happens(0.04) ? [...tags, 'vip'] : tags,
    };
    takeInContact(this.#store, input, source);
  }

  #nurture(): void {
    const campaign = this.#launch(
      {
        name: 'Inbound Nurturing',
        steps: [
          {
            type: 'SEND_EMAIL',
            subject: 'Welcome, @contact.first_name',
            body: 'Hello @contact.first_name,\n\nthank you for your interest. In three short mails we show you how teams like yours fill their pipeline.',
          },
          { type: 'ADD_TO_GROUP', groupIds: [this.#group('newProspects').id] },
          { type: 'WAIT', duration: 'P2D' },
          {
            type: 'SEND_EMAIL',
            subject: 'How Maison Verte doubled its demo requests',
            body: 'Hello @contact.first_name,\n\none form, one sequence, no new tools: read what Maison Verte changed in six weeks.',
          },
          { type: 'WAIT', duration: 'P5D' },
          {
            type: 'SPLIT_BY_GROUPS',
            cases: [{ groupId: this.#group('customers').id, goto: 'done' }],
            otherwise: 'offer',
          },
          {
            id: 'offer',
            type: 'SEND_EMAIL',
            subject: 'Twenty minutes for @contact.fields.company?',
            body: 'Hello @contact.first_name,\n\nshall we look at your funnel together? Pick a slot that suits you.',
          },
          { type: 'ADD_TO_GROUP', groupIds: [this.#group('qualified').id] },
          { type: 'REMOVE_FROM_GROUP', groupIds: [this.#group('newProspects').id] },
          { id: 'done', type: 'END' },
        ],
      },
      ['linkedIn', 'website', 'webinar'],
      { opens: 0.34, clicks: 0.1, replies: 0.03, unsubscribes: 0.01 },
    );
    excludeGroup(this.#store, campaign, this.#group('customers'), false);
  }

  #writeToCustomers(): void {
    this.#launch(
      {
        name: 'Customer Newsletter',
        onGroupRemoval: 'STOP',
        steps: [
          {
            type: 'SEND_EMAIL',
            subject: 'What is new this month',
            body: 'Hello @contact.first_name,\n\ngroup statistics by week, a faster import, and two new integrations.',
          },
          { type: 'WAIT', duration: 'P30D' },
          {
            type: 'SEND_EMAIL',
            subject: 'Your year with us',
            body: 'Hello @contact.first_name,\n\nthree customers tell what they automated first, and what they would leave alone.',
          },
          { type: 'WAIT', duration: 'P60D' },
          { type: 'END' },
        ],
      },
      ['customers'],
      { opens: 0.46, clicks: 0.15, replies: 0.01, unsubscribes: 0.003 },
    );
  }

  #winBack(): void {
    this.#launch(
      {
        name: 'Win Back',
        steps: [
          {
            type: 'SEND_EMAIL',
            subject: 'We have changed a few things',
            body: 'Hello @contact.first_name,\n\nyou told us what was missing when you left. Most of it is there now.',
          },
          { type: 'WAIT', duration: 'P30D' },
          {
            type: 'SEND_EMAIL',
            subject: 'Your old account is still here',
            body: 'Hello @contact.first_name,\n\none click, and everything is as you left it.',
          },
        ],
      },
      ['churned'],
      { opens: 0.24, clicks: 0.04, replies: 0.01, unsubscribes: 0.03 },
    );
  }

  #pauseWinBack(): void {
    const campaign = [...this.#store.campaigns.values()].find(({ name }) => name === 'Win Back');
    if (campaign) pauseCampaign(this.#store, campaign);
  }

  #invite(): void {
    this.#launch(
      {
        name: 'Trade Show Invitation',
        steps: [
          {
            type: 'SEND_EMAIL',
            subject: 'See you in Paris, @contact.first_name',
            body: 'Hello @contact.first_name,\n\nwe are in hall 4, stand C12. Your slot is reserved.',
          },
        ],
      },
      ['tradeShow'],
      { opens: 0.62, clicks: 0.3, replies: 0.06, unsubscribes: 0.002 },
    );
  }

  /** A campaign that is still being written. */
  #draft(): void {
    const draft = createCampaign(this.#store, {
      name: 'Fintech Outreach',
      steps: [
        {
          type: 'SEND_EMAIL',
          subject: 'Compliance without the paperwork',
          body: 'Hello @contact.first_name,\n\nthree ways in which fintechs keep consent provable.',
        },
      ],
    });
    linkGroup(this.#store, draft, this.#group('fintech'), false);
  }

  /** Some of the qualified become customers, and some of the customers leave. */
  #winAndLose(): void {
    this.#move('qualified', 'customers', 0.1, ['customer']);
    this.#move('customers', 'churned', 0.01, ['former customer']);
  }

  #move(from: GroupKey, to: GroupKey, chance: number, tags: string[]): void {
    for (const { contactId } of [...this.#store.membersOf.joinedAt.list(this.#group(from).id)]) {
      const contact = this.#happens(chance) && this.#store.contacts.get(contactId);
      if (!contact) continue;
      leaveGroup(this.#store, contact, this.#group(from));
      joinGroups(this.#store, contact, [this.#group(to)], { source: 'MANUAL', enroll: true });
      updateContact(this.#store, contact, { tags: [...contact.tags, ...tags] });
    }
  }

  #launch(plan: CampaignCreate, groups: readonly GroupKey[], reception: Reception): CampaignRow {
    const campaign = createCampaign(this.#store, plan);
    for (const key of groups) linkGroup(this.#store, campaign, this.#group(key), false);
    this.#receptions.set(campaign.id, reception);
    return launchCampaign(this.#store, campaign).campaign;
  }

  /** People do something with the mails that came since they last looked. */
  #readMails(): void {
    const mails = this.#store.mailsInOrder.list('');
    const fresh = [...mails.after(this.#lastMail)];
    const last = fresh.at(-1);
    if (last) this.#lastMail = mails.positionOf(last);
    for (const mail of fresh) this.#read(mail);
  }

  #read(mail: MailRow): void {
    const reception = this.#receptions.get(mail.campaignId);
    if (!reception) return;
    if (this.#happens(0.012)) {
      recordBounce(this.#store, mail);
      return;
    }
    if (!this.#happens(reception.opens)) return;
    const times = pick(this.#random, [1, 1, 1, 2, 3]);
    for (let time = 0; time < times; time += 1) engage(this.#store, mail, 'open');
    if (this.#happens(reception.clicks / reception.opens)) engage(this.#store, mail, 'click');
    if (this.#happens(reception.replies / reception.opens)) recordReply(this.#store, mail);
    else if (this.#happens(reception.unsubscribes / reception.opens)) recordUnsubscribe(this.#store, mail);
  }

  #happens(chance: number): boolean {
    return this.#random.next() < chance;
  }

  /** A group as it is now. */
  #group(key: GroupKey): GroupRow {
    const group = this.#store.groups.get(this.#groupIds.get(key) ?? '');
    if (!group) throw new Error(`There is no group for ${key}.`);
    return group;
  }
}
