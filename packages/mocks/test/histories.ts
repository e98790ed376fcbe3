import * as fc from 'fast-check';
import { createApi } from '../src/api/handle.js';
import { RateLimiter } from '../src/api/rate-limit.js';
import { Clock } from '../src/clock.js';
import { advance } from '../src/domain/run-due.js';
import { reconcileCampaign, reconcileContact } from '../src/domain/reconcile.js';
import { Faults } from '../src/faults.js';
import { seededRandom } from '../src/random.js';
import { simulateOn } from '../src/simulate.js';
import { CountIndex } from '../src/store/count-index.js';
import { OrderedIndex } from '../src/store/ordered-index.js';
import { pairId, type EnrollmentRow } from '../src/store/rows.js';
import { Store, type RowChange } from '../src/store/store.js';
import { SumIndex } from '../src/store/sum-index.js';

// A small workspace in which everything meets everything: who is in a campaign must follow from the rules after any
// history of changes, in whatever order.

const names = {
  contact: ['ada', 'grace', 'alan', 'zoe'],
  group: ['[DYN] Inbound Leads', 'LinkedIn Leads Q4', 'Active Customers', 'Vips'],
  campaign: ['Nurture', 'Win back'],
};

const contact = fc.nat({ max: names.contact.length - 1 });
const group = fc.nat({ max: names.group.length - 1 });
const campaign = fc.nat({ max: names.campaign.length - 1 });
const flag = fc.boolean();

/** One change of the workspace; contacts, groups and campaigns are numbered. */
export const operation = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('join' as const), contact, group, enroll: flag }) },
  { weight: 7, arbitrary: fc.record({ do: fc.constant('leave' as const), contact, group }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('link' as const), campaign, group, existing: flag }) },
  fc.record({ do: fc.constant('unlink' as const), campaign, group }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('exclude' as const), campaign, group }) },
  fc.record({ do: fc.constant('lift' as const), campaign, group }),
  { weight: 4, arbitrary: fc.record({ do: fc.constant('launch' as const), campaign }) },
  fc.record({ do: fc.constant('pause' as const), campaign }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('resume' as const), campaign }) },
  fc.record({
    do: fc.constant('settings' as const),
    campaign,
    onGroupRemoval: fc.constantFrom('CONTINUE', 'STOP'),
    reenrollment: fc.constantFrom('NEVER', 'ON_REJOIN'),
  }),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('status' as const),
      contact,
      status: fc.constantFrom('ACTIVE', 'UNSUBSCRIBED', 'BOUNCED', 'BLOCKED', 'ARCHIVED'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('email' as const),
      contact,
      status: fc.constantFrom('VALID' as const, 'INVALID' as const, 'UNKNOWN' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('tags' as const), contact, vip: flag, press: flag }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      group,
      type: fc.constantFrom('STATIC', 'DYNAMIC'),
      existing: flag,
    }),
  },
  fc.record({
    do: fc.constant('query' as const),
    query: fc.constantFrom('tag = vip', 'tag = press'),
    autoEnroll: flag,
  }),
  fc.record({ do: fc.constant('archive' as const), group, detach: flag }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restore' as const), group }) },
  fc.record({ do: fc.constant('merge' as const), group, into: group, transferLinks: flag, enroll: flag }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('enroll' as const), campaign, contact }) },
  fc.record({ do: fc.constant('bulk' as const), campaign, group }),
  fc.record({ do: fc.constant('stop' as const), campaign, contact }),
  fc.record({
    do: fc.constant('react' as const),
    mail: fc.nat(),
    with: fc.constantFrom('reply', 'bounce', 'open'),
  }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('time' as const), hours: fc.constantFrom(1, 30) }) },
  fc.record({ do: fc.constant('end' as const), campaign, how: fc.constantFrom('archive', 'complete') }),
  fc.record({ do: fc.constant('forget' as const), contact }),
);

/** One change of the workspace. */
export type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;

/** A history of 40 changes. */
export const history = fc.array(operation, { minLength: 40, maxLength: 40 });

const hour = 3_600_000;
const apiKey = 'key';

function apiOf(store: Store) {
  const faults = new Faults(seededRandom('histories'));
  const limiter = new RateLimiter(store.clock, Number.POSITIVE_INFINITY);
  const handle = createApi({ store, apiKey, faults, limiter, latency: 0, kept: () => Promise.resolve() });
  return async (line: string, body?: object) => {
    const [method = '', path = ''] = line.split(' ');
    const response = await handle(
      new Request(`https://crm.example.com/api/v1${path}`, {
        method,
        headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
    return { status: response.status, text: await response.text() };
  };
}

/**
 * Lives through a history, and checks after each change that it is as the rules say.
 *
 * @throws Error that says after which change what was wrong.
 */
export async function live(operations: readonly Operation[]): Promise<void> {
  const store = new Store(new Clock('virtual', Date.UTC(2026, 0, 5, 9)), 'histories');
  const world = new World(store);
  await world.begin();
  for (const [index, each] of operations.entries()) {
    try {
      await world.change(each);
      world.check();
    } catch (error) {
      throw new Error(`After change ${index}, ${JSON.stringify(each)}: ${String(error)}`, { cause: error });
    }
  }
  checkIndexes(store);
  await world.checkSnapshot();
}

class World {
  readonly #store: Store;
  readonly #call: ReturnType<typeof apiOf>;
  readonly #contacts: string[] = [];
  readonly #groups: string[] = [];
  readonly #campaigns: string[] = [];
  #changes: RowChange[] = [];

  constructor(store: Store) {
    this.#store = store;
    this.#call = apiOf(store);
    store.onCommit((changes) => this.#changes.push(...changes));
  }

  async begin(): Promise<void> {
    const idOf = async (line: string, body: object) => {
      const { text } = await this.#call(line, body);
      return (JSON.parse(text) as { id: string }).id;
    };
    const [dynamic = '', first = '', second = '', smart = ''] = names.group;
    this.#groups.push(await idOf('POST /groups', { name: dynamic, type: 'DYNAMIC' }));
    this.#groups.push(await idOf('POST /groups', { name: first, type: 'STATIC' }));
    this.#groups.push(await idOf('POST /groups', { name: second, type: 'STATIC' }));
    this.#groups.push(
      await idOf('POST /groups', { name: smart, type: 'SMART', query: 'tag = vip', autoEnroll: true }),
    );
    for (const name of names.contact) {
      this.#contacts.push(await idOf('POST /contacts', { email: `${name}@example.com` }));
    }
    const steps = [
      { type: 'SEND_EMAIL', subject: 'Hello', body: 'Hello @contact.groups' },
      { type: 'WAIT', duration: 'P1D' },
      { type: 'SEND_EMAIL', subject: 'Again', body: 'Again' },
    ];
    for (const name of names.campaign) this.#campaigns.push(await idOf('POST /campaigns', { name, steps }));
    // A history begins in the middle: with members, links, and campaigns that run.
    const middle: Operation[] = [
      { do: 'settings', campaign: 1, onGroupRemoval: 'STOP', reenrollment: 'ON_REJOIN' },
      ...[0, 1].flatMap((campaign) => [
        { do: 'join' as const, contact: campaign, group: 0, enroll: true },
        { do: 'join' as const, contact: campaign + 1, group: 1, enroll: true },
        { do: 'link' as const, campaign, group: 0, existing: false },
        { do: 'link' as const, campaign, group: 1 + campaign, existing: true },
        { do: 'launch' as const, campaign },
      ]),
    ];
    for (const each of middle) await this.change(each);
    advance(this.#store, hour);
    this.#changes = [];
  }

  async change(each: Operation): Promise<void> {
    const request = this.#requestOf(each);
    if (request) {
      const [line, body] = request;
      const { status, text } = await this.#call(line, body);
      if (status >= 500) throw new Error(text);
      if (status >= 400 && this.#changes.length > 0)
        throw new Error(`Refused, and changed something: ${text}`);
      return;
    }
    const simulate = simulateOn(this.#store, 'histories');
    switch (each.do) {
      case 'time':
        advance(this.#store, each.hours * hour);
        return;
      case 'email':
        if (this.#store.contacts.has(this.#contact(each)))
          simulate.emailStatus(this.#contact(each), each.status);
        return;
      case 'react': {
        const mails = [...this.#store.mailsInOrder.list('')].filter(
          ({ id, contactId }) =>
            this.#store.contacts.has(contactId) &&
            ![...this.#store.eventsOfMail.list(id)].some(({ kind }) => kind === 'bounce'),
        );
        const mail = mails[each.mail % mails.length];
        if (mail) simulate[each.with](mail);
        return;
      }
      case 'end': {
        const status = this.#store.campaigns.get(this.#campaign(each))?.status;
        if (status === 'RUNNING' || status === 'PAUSED') simulate.completeCampaign(this.#campaign(each));
        return;
      }
      default:
        throw new Error('Nothing is done for it.');
    }
  }

  #contact = ({ contact }: { contact: number }) => this.#contacts[contact] ?? '';
  #group = ({ group }: { group: number }) => this.#groups[group] ?? '';
  #campaign = ({ campaign }: { campaign: number }) => this.#campaigns[campaign] ?? '';

  /** The request that makes a change; null for what comes from outside the API. */
  #requestOf(each: Operation): [line: string, body?: object] | null {
    switch (each.do) {
      case 'join':
        return [`PUT /groups/${this.#group(each)}/contacts/${this.#contact(each)}`, { enroll: each.enroll }];
      case 'leave':
        return [`DELETE /groups/${this.#group(each)}/contacts/${this.#contact(each)}`];
      case 'link':
        return [
          `PUT /campaigns/${this.#campaign(each)}/groups/${this.#group(each)}`,
          { enrollExisting: each.existing },
        ];
      case 'unlink':
        return [`DELETE /campaigns/${this.#campaign(each)}/groups/${this.#group(each)}`];
      case 'exclude':
        return [`PUT /campaigns/${this.#campaign(each)}/excluded-groups/${this.#group(each)}`];
      case 'lift':
        return [`DELETE /campaigns/${this.#campaign(each)}/excluded-groups/${this.#group(each)}`];
      case 'launch':
      case 'pause':
      case 'resume':
        return [`POST /campaigns/${this.#campaign(each)}/${each.do}`];
      case 'settings': {
        const { onGroupRemoval, reenrollment } = each;
        return [`PATCH /campaigns/${this.#campaign(each)}`, { onGroupRemoval, reenrollment }];
      }
      case 'status':
        return [`PATCH /contacts/${this.#contact(each)}`, { status: each.status }];
      case 'tags':
        return [
          `PATCH /contacts/${this.#contact(each)}`,
          { tags: [...(each.vip ? ['vip'] : []), ...(each.press ? ['press'] : [])] },
        ];
      case 'type':
        return [`PATCH /groups/${this.#group(each)}`, { type: each.type, enrollExisting: each.existing }];
      case 'query':
        return [
          `PATCH /groups/${this.#groups.at(-1) ?? ''}`,
          { query: each.query, autoEnroll: each.autoEnroll },
        ];
      case 'archive':
        return [`POST /groups/${this.#group(each)}/archive`, { detach: each.detach }];
      case 'restore':
        return [`POST /groups/${this.#group(each)}/restore`];
      case 'merge': {
        const { into, transferLinks, enroll } = each;
        const body = { sourceIds: [this.#group(each)], transferLinks, enroll };
        return [`POST /groups/${this.#group({ group: into })}/merge`, body];
      }
      case 'enroll':
        return [`POST /campaigns/${this.#campaign(each)}/enrollments`, { contactIds: [this.#contact(each)] }];
      case 'bulk':
        return [
          `POST /groups/${this.#group(each)}/actions/add-to-campaign`,
          { campaignId: this.#campaign(each) },
        ];
      case 'stop': {
        const pair = pairId(this.#contact(each), this.#campaign(each));
        return [`POST /enrollments/${this.#store.enrollmentByPair.get(pair)?.id ?? 'none'}/stop`];
      }
      case 'end':
        return each.how === 'archive' ? [`POST /campaigns/${this.#campaign(each)}/archive`] : null;
      case 'forget':
        return [`DELETE /contacts/${this.#contact(each)}`];
      default:
        return null;
    }
  }

  /** Holds the workspace against the rules of enrolment. */
  check(): void {
    this.#checkStarts();
    this.#checkStandings();
    this.#checkReasons();
    this.#checkMemberships();
    this.#checkSettled();
    this.#changes = [];
  }

  /** Nobody comes into a campaign twice, unless it takes those back who rejoined. */
  #checkStarts(): void {
    for (const { table, before, after } of this.#changes) {
      if (table !== 'enrollments' || !before || !after) continue;
      const [was, is] = [before as EnrollmentRow, after as EnrollmentRow];
      if (was.status === 'ACTIVE' || is.status !== 'ACTIVE') continue;
      const { reenrollment = '' } = this.#store.campaigns.get(is.campaignId) ?? {};
      if (reenrollment !== 'ON_REJOIN') throw new Error(`${is.id} began again.`);
    }
  }

  /** Nobody is in a campaign who is not active or is excluded, and nobody in one that is over. */
  #checkStandings(): void {
    for (const { id, contactId, campaignId, status } of this.#store.enrollments.values()) {
      if (status !== 'ACTIVE') continue;
      const contactStatus = this.#store.contacts.get(contactId)?.status;
      if (contactStatus !== 'ACTIVE')
        throw new Error(`${id} is active for a contact that is ${contactStatus}.`);
      const campaign = this.#store.campaigns.get(campaignId)?.status;
      if (campaign !== 'RUNNING' && campaign !== 'PAUSED')
        throw new Error(`${id} is active in a ${campaign} one.`);
      for (const { groupId } of this.#store.exclusionsOfCampaign.list(campaignId)) {
        if (this.#store.memberships.has(pairId(groupId, contactId))) throw new Error(`${id} is excluded.`);
      }
    }
  }

  /** Whoever is in a linked group is in the campaign, or there is a reason on record why not. */
  #checkReasons(): void {
    for (const skip of this.#store.skips.values()) {
      if (skip.reason === '') throw new Error(`${skip.id} was skipped for no reason.`);
    }
    for (const { campaignId, groupId } of this.#store.links.values()) {
      for (const { contactId } of this.#store.membersOf.joinedAt.list(groupId)) {
        const pair = pairId(contactId, campaignId);
        if (!this.#store.enrollmentByPair.get(pair) && !this.#store.skips.has(pair)) {
          throw new Error(`Nothing says why ${contactId} is not in ${campaignId}.`);
        }
      }
    }
  }

  /** What memberships repeat of a contact is as the contact is. */
  #checkMemberships(): void {
    for (const { id, contactId, email, contactStatus } of this.#store.memberships.values()) {
      const contact = this.#store.contacts.get(contactId);
      if (contact?.email !== email || contact.status !== contactStatus) throw new Error(`${id} is stale.`);
    }
  }

  /** Deciding everything again changes nothing. */
  #checkSettled(): void {
    this.#changes = [];
    this.#store.transaction(() => {
      for (const campaign of [...this.#store.campaigns.values()]) reconcileCampaign(this.#store, campaign);
      for (const contact of [...this.#store.contacts.values()]) reconcileContact(this.#store, contact);
    });
    const [first] = this.#changes;
    if (first) throw new Error(`Deciding again changed ${JSON.stringify(first)}.`);
  }

  /** Another store with the same state gives the same answers, now and later. */
  async checkSnapshot(): Promise<void> {
    const other = new Store(new Clock('virtual', 0), 'histories');
    other.load(structuredClone(this.#store.state()));
    const callOther = apiOf(other);
    const lines = [
      'GET /contacts',
      'GET /groups?sort=-total',
      'GET /campaigns',
      ...this.#groups.flatMap((id) => [`GET /groups/${id}/contacts`, `GET /groups/${id}/statistics`]),
      ...this.#campaigns.flatMap((id) => [
        `GET /campaigns/${id}/enrollments`,
        `GET /campaigns/${id}/groups`,
        ...this.#contacts.map((contactId) => `GET /contacts/${contactId}/explain?campaignId=${id}`),
      ]),
    ];
    for (let round = 0; round < 2; round += 1) {
      for (const line of lines) {
        const [here, there] = [await this.#call(line), await callOther(line)];
        if (withoutRequestId(here.text) !== withoutRequestId(there.text)) {
          throw new Error(`${line} differs after a restore: ${here.text} and ${there.text}`);
        }
      }
      for (const store of [this.#store, other]) advance(store, 48 * hour);
    }
  }
}

const withoutRequestId = (text: string) => text.replace(/"requestId":"\w+"/, '');

/**
 * Holds every index against one that is built from the rows as they are now.
 *
 * @throws Error that names the index that is wrong.
 */
function checkIndexes(store: Store): void {
  const scanned = new Store(new Clock('virtual', 0), 'histories');
  scanned.load(store.state());
  const ids = [...store.contacts.values(), ...store.groups.values(), ...store.campaigns.values()].map(
    ({ id }) => id,
  );
  const pairs = [...store.campaigns.values()].flatMap((each) =>
    [...store.groups.values()].map((other) => pairId(each.id, other.id)),
  );
  const others = [...store.mails.values(), ...store.enrollments.values(), ...store.jobs.values()].map(
    ({ id }) => id,
  );
  const partitions = ['', 'tag', 'vip', 'press', ...ids, ...pairs, ...others];
  for (const [name, index] of indexesOf(store)) {
    const expected = indexesOf(scanned).get(name);
    for (const partition of partitions) {
      const [is, should] = [contentsOf(index, partition), contentsOf(expected, partition)];
      if (is !== should) throw new Error(`${name} of "${partition}" is ${is}, and by a scan ${should}.`);
    }
  }
}

/** All indexes of a store, by name: `membersOf.email`. */
function indexesOf(store: Store): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [name, value] of Object.entries(store) as [string, unknown][]) {
    if (isIndex(value)) found.set(name, value);
    else if (typeof value === 'object' && value !== null) {
      for (const [inner, index] of Object.entries(value) as [string, unknown][]) {
        if (isIndex(index)) found.set(`${name}.${inner}`, index);
      }
    }
  }
  return found;
}

const isIndex = (value: unknown) =>
  value instanceof OrderedIndex || value instanceof CountIndex || value instanceof SumIndex;

function contentsOf(index: unknown, partition: string): string {
  if (index instanceof CountIndex) return String(index.count(partition));
  if (index instanceof SumIndex) return JSON.stringify(index.of(partition));
  if (!(index instanceof OrderedIndex)) throw new Error('This is no index.');
  return [...index.list(partition)].map((row) => (row as { id: string }).id).join();
}
