import type { EnrollmentRow, EventRow, MembershipRow } from './rows.js';
import type { TableFollower } from './table-follower.js';

/** What is summed up over the members of a group. */
export type EngagementKey =
  /** Members who were delivered a mail, opened one, clicked in one, or either, in whatever campaign. */
  | 'delivered'
  | 'openers'
  | 'clickers'
  | 'engaged'
  /** The same for one campaign. */
  | `delivered in ${string}`
  | `engaged in ${string}`
  /** How often members opened or clicked on a day. */
  | `opens on ${string}`
  | `clicks on ${string}`;

type Counts = Map<EngagementKey, number>;

/** The tables that the index reads. */
interface Sources {
  enrollments: () => Iterable<EnrollmentRow>;
  events: () => Iterable<EventRow>;
  /** The groups that a contact is in. */
  groupsOf: (contactId: string) => Iterable<Pick<MembershipRow, 'groupId'>>;
}

/**
 * What the members of each group did with the mails that they got, summed up: of those who are members now, whenever
 * they did it. Kept as members come and go and as mails are opened, so that the statistics of a group cost the same
 * however many it has. Built when it is first read.
 */
export class EngagementIndex {
  readonly #sources: Sources;
  readonly #ofContact = new Map<string, Counts>();
  readonly #ofGroup = new Map<string, Counts>();
  #built = false;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** The sums of a group that are not zero. */
  of(groupId: string): ReadonlyMap<EngagementKey, number> {
    this.#build();
    return this.#ofGroup.get(groupId) ?? none;
  }

  readonly memberships: TableFollower<MembershipRow> = {
    replace: (before, after) => {
      if (!this.#built || (before && after)) return; // an id is a pair of group and contact: those stay
      const { groupId, contactId } = (before ?? after) as MembershipRow;
      this.#move(groupId, contactId, after ? 1 : -1);
    },
    clear: () => this.#clear(),
  };

  readonly enrollments: TableFollower<EnrollmentRow> = {
    replace: (before, after) => {
      if (!this.#built) return;
      if (before) this.#addEnrollment(before, -1);
      if (after) this.#addEnrollment(after, 1);
    },
    clear: () => this.#clear(),
  };

  readonly events: TableFollower<EventRow> = {
    replace: (before, after) => {
      if (!this.#built) return;
      if (before) this.#addEvent(before, -1);
      if (after) this.#addEvent(after, 1);
    },
    clear: () => this.#clear(),
  };

  #clear(): void {
    this.#built = false;
    this.#ofContact.clear();
    this.#ofGroup.clear();
  }

  #build(): void {
    if (this.#built) return;
    for (const enrollment of this.#sources.enrollments()) this.#addEnrollment(enrollment, 1);
    for (const event of this.#sources.events()) this.#addEvent(event, 1);
    // What was added so far went to the groups of each contact already.
    this.#built = true;
  }

  #addEnrollment({ contactId, campaignId, metrics }: EnrollmentRow, sign: 1 | -1): void {
    if (metrics.delivered === 0) return;
    this.#add(contactId, 'delivered', sign);
    this.#add(contactId, `delivered in ${campaignId}`, sign);
    if (metrics.opens > 0) this.#add(contactId, 'openers', sign);
    if (metrics.clicks > 0) this.#add(contactId, 'clickers', sign);
    if (metrics.opens === 0 && metrics.clicks === 0) return;
    this.#add(contactId, 'engaged', sign);
    this.#add(contactId, `engaged in ${campaignId}`, sign);
  }

  #addEvent({ contactId, kind, at }: EventRow, sign: 1 | -1): void {
    const date = at.slice(0, 10);
    if (kind === 'open') this.#add(contactId, `opens on ${date}`, sign);
    if (kind === 'click') this.#add(contactId, `clicks on ${date}`, sign);
  }

  /** A contact does more, or less, of something: so do the groups that it is in. */
  #add(contactId: string, key: EngagementKey, difference: number): void {
    const counts = countsOf(this.#ofContact, contactId);
    const before = counts.get(key) ?? 0;
    change(counts, key, difference);
    if (counts.size === 0) this.#ofContact.delete(contactId);
    const gain = weightOf(key, before + difference) - weightOf(key, before);
    if (gain === 0) return;
    for (const { groupId } of this.#sources.groupsOf(contactId)) {
      change(countsOf(this.#ofGroup, groupId), key, gain);
    }
  }

  /** A contact comes into a group, or goes: with all that it did. */
  #move(groupId: string, contactId: string, sign: 1 | -1): void {
    for (const [key, count] of this.#ofContact.get(contactId) ?? []) {
      change(countsOf(this.#ofGroup, groupId), key, sign * weightOf(key, count));
    }
  }
}

const none: Counts = new Map();

/** A day's opens are all counted; as an opener or the like a contact counts once, in however many campaigns. */
const weightOf = (key: EngagementKey, count: number) => (key.includes(' on ') ? count : Math.min(count, 1));

function countsOf(all: Map<string, Counts>, id: string): Counts {
  const known = all.get(id);
  if (known) return known;
  const counts: Counts = new Map();
  all.set(id, counts);
  return counts;
}

function change(counts: Counts, key: EngagementKey, difference: number): void {
  const count = (counts.get(key) ?? 0) + difference;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}
