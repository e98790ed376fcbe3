import type { Clock } from '../clock.js';
import { hashText } from '../random.js';
import { EngagementIndex } from './engagement-index.js';
import { OverlapIndex } from './overlap-index.js';
import { pairId, type Rows, type TableName } from './rows.js';
import { Table } from './table.js';

/** One row before and after a transaction; undefined where it was not, or is no longer. */
export interface RowChange {
  readonly table: TableName;
  readonly id: string;
  readonly before: object | undefined;
  readonly after: object | undefined;
}

/** How far a store has come: its time, in milliseconds since 1970, and its counter. */
export interface Progress {
  readonly now: number;
  readonly sequence: number;
}

/** Everything that a backend knows, as plain JSON. */
export interface StoreState extends Progress {
  readonly tables: { readonly [Name in TableName]: readonly Rows[Name][] };
}

interface JournalEntry {
  table: TableName;
  id: string;
  before: object | undefined;
  undo: () => void;
}

const whole = () => '';
const isSmart = (group: Rows['groups']) => group.type === 'SMART' && group.status !== 'ARCHIVED';

/** The backend's tables, and the one way to change them: a transaction, all or nothing. */
export class Store {
  readonly clock: Clock;
  readonly #seed: string;
  readonly #tag: string;
  readonly #listeners = new Set<(changes: readonly RowChange[]) => void>();
  #journal: JournalEntry[] | null = null;
  #sequence = 0;

  readonly contacts = this.#table('contacts');
  readonly contactByEmail = this.contacts.unique((contact) => contact.email);
  readonly contactsWithTag = this.contacts.ordered(
    (contact) => contact.tags,
    (contact) => contact.id,
  );
  readonly tagCount = this.contacts.counted((contact) => contact.tags);
  readonly contactsBy = {
    createdAt: this.contacts.ordered(whole, (contact) => contact.createdAt),
    email: this.contacts.ordered(whole, (contact) => contact.email),
    lastName: this.contacts.ordered(whole, (contact) => (contact.lastName ?? '').toLowerCase()),
  };

  readonly groups = this.#table('groups');
  readonly groupByName = this.groups.unique((group) => group.name.toLowerCase());
  readonly groupsBy = {
    createdAt: this.groups.ordered(whole, (group) => group.createdAt),
    name: this.groups.ordered(whole, (group) => group.name.toLowerCase()),
  };

  readonly smartGroups = this.groups.ordered(
    (group) => (isSmart(group) ? '' : null),
    (group) => group.id,
  );
  readonly smartGroupsReading = this.groups.ordered(
    (group) => (isSmart(group) ? group.reads : null),
    (group) => group.id,
  );

  readonly memberships = this.#table('memberships');
  readonly membersOf = {
    joinedAt: this.memberships.ordered(
      (member) => member.groupId,
      (member) => member.joinedTick,
    ),
    email: this.memberships.ordered(
      (member) => member.groupId,
      (member) => member.email,
    ),
  };
  readonly membershipsOfContact = this.memberships.ordered(
    (member) => member.contactId,
    (member) => member.joinedTick,
  );
  readonly memberCount = this.memberships.counted((member) => member.groupId);
  readonly activeMemberCount = this.memberships.counted((member) =>
    member.contactStatus === 'ACTIVE' ? member.groupId : null,
  );
  readonly departures = this.#table('departures');
  readonly departuresOfGroup = this.departures.ordered(
    (departure) => departure.groupId,
    (departure) => departure.id,
  );
  readonly departuresOfContact = this.departures.ordered(
    (departure) => departure.contactId,
    (departure) => departure.id,
  );
  readonly groupDays = this.#table('groupDays');
  readonly daysOfGroup = this.groupDays.ordered(
    (day) => day.groupId,
    (day) => day.date,
  );

  readonly campaigns = this.#table('campaigns');
  readonly campaignsBy = {
    createdAt: this.campaigns.ordered(whole, (campaign) => campaign.createdAt),
    name: this.campaigns.ordered(whole, (campaign) => campaign.name.toLowerCase()),
  };
  readonly links = this.#table('links');
  readonly linksOfCampaign = this.links.ordered(
    (link) => link.campaignId,
    (link) => link.linkedTick,
  );
  readonly linksOfGroup = this.links.ordered(
    (link) => link.groupId,
    (link) => link.linkedTick,
  );
  readonly exclusions = this.#table('exclusions');
  readonly exclusionsOfCampaign = this.exclusions.ordered(
    (exclusion) => exclusion.campaignId,
    (exclusion) => exclusion.excludedTick,
  );
  readonly exclusionsOfGroup = this.exclusions.ordered(
    (exclusion) => exclusion.groupId,
    (exclusion) => exclusion.excludedTick,
  );

  readonly enrollments = this.#table('enrollments');
  readonly enrollmentByPair = this.enrollments.unique((enrollment) =>
    pairId(enrollment.contactId, enrollment.campaignId),
  );
  readonly enrollmentsOfCampaign = this.enrollments.ordered(
    (enrollment) => enrollment.campaignId,
    (enrollment) => enrollment.id,
  );
  readonly enrollmentsOfContact = this.enrollments.ordered(
    (enrollment) => enrollment.contactId,
    (enrollment) => enrollment.id,
  );
  /** Of each campaign, and of each `pairId(campaignId, groupId)`: who came through the group. */
  readonly campaignFigures = this.enrollments.summed(
    ({ campaignId, viaGroups }) => [campaignId, ...viaGroups.map((groupId) => pairId(campaignId, groupId))],
    ({ metrics }) => ({
      enrolled: 1,
      delivered: metrics.delivered,
      uniqueOpens: metrics.opens > 0 ? 1 : 0,
      uniqueClicks: metrics.clicks > 0 ? 1 : 0,
    }),
    { enrolled: 0, delivered: 0, uniqueOpens: 0, uniqueClicks: 0 },
  );
  readonly skips = this.#table('skips');
  readonly skipsOfContact = this.skips.ordered(
    (skip) => skip.contactId,
    (skip) => skip.campaignId,
  );

  readonly skipsOfCampaign = this.skips.ordered(
    (skip) => skip.campaignId,
    (skip) => skip.contactId,
  );
  readonly stepErrors = this.#table('stepErrors');
  readonly stepErrorsInOrder = this.stepErrors.ordered(whole, (error) => error.id);

  readonly mails = this.#table('mails');
  readonly mailsInOrder = this.mails.ordered(whole, (mail) => mail.id);
  readonly events = this.#table('events');
  readonly eventsOfContact = this.events.ordered(
    (event) => event.contactId,
    (event) => event.id,
  );
  readonly eventsOfMail = this.events.ordered(
    (event) => event.mailId,
    (event) => event.id,
  );
  readonly mailsOfCampaign = this.mails.ordered(
    (mail) => mail.campaignId,
    (mail) => mail.id,
  );
  readonly jobs = this.#table('jobs');
  readonly jobsInOrder = this.jobs.ordered(whole, (job) => job.id);
  readonly jobChunks = this.#table('jobChunks');
  readonly chunksOfJob = this.jobChunks.ordered(
    (chunk) => chunk.jobId,
    (chunk) => chunk.index,
  );
  readonly jobErrors = this.#table('jobErrors');
  readonly errorsOfJob = this.jobErrors.ordered(
    (error) => error.jobId,
    (error) => error.index,
  );
  readonly fileParts = this.#table('fileParts');
  readonly partsOfFile = this.fileParts.ordered(
    (part) => part.token,
    (part) => part.index,
  );
  readonly tasks = this.#table('tasks');
  readonly tasksByDueTime = this.tasks.ordered(whole, (task) => task.dueAt);
  readonly tasksOfSubject = this.tasks.ordered(
    (task) => task.subjectId,
    (task) => task.dueAt,
  );
  readonly fields = this.#table('fields');
  readonly storedAnswers = this.#table('storedAnswers');
  readonly storedAnswersByExpiry = this.storedAnswers.ordered(whole, (answer) => answer.expiresAt);

  readonly overlap = new OverlapIndex(() => this.memberships.values());
  readonly engagement = new EngagementIndex({
    enrollments: () => this.enrollments.values(),
    events: () => this.events.values(),
    groupsOf: (contactId) => this.membershipsOfContact.list(contactId),
  });

  readonly #tables: { readonly [Name in TableName]: Table<Rows[Name]> } = {
    contacts: this.contacts,
    groups: this.groups,
    memberships: this.memberships,
    departures: this.departures,
    groupDays: this.groupDays,
    campaigns: this.campaigns,
    links: this.links,
    exclusions: this.exclusions,
    enrollments: this.enrollments,
    skips: this.skips,
    stepErrors: this.stepErrors,
    mails: this.mails,
    events: this.events,
    jobs: this.jobs,
    jobChunks: this.jobChunks,
    jobErrors: this.jobErrors,
    fileParts: this.fileParts,
    tasks: this.tasks,
    fields: this.fields,
    storedAnswers: this.storedAnswers,
  };

  /** The seed decides the ids, together with the order of what happens. */
  constructor(clock: Clock, seed: string) {
    this.clock = clock;
    this.memberships.follow(this.overlap);
    this.memberships.follow(this.engagement.memberships);
    this.enrollments.follow(this.engagement.enrollments);
    this.events.follow(this.engagement.events);
    this.#seed = seed;
    this.#tag = hashText(seed).toString(36).padStart(4, '0').slice(-4);
  }

  /** The next number of the counter that orders everything that happens. */
  nextTick(): number {
    this.#sequence += 1;
    return this.#sequence;
  }

  /** A new id, such as `con_k3f900000001`: later ones sort after earlier ones. */
  nextId(prefix: string): string {
    return `${prefix}_${this.#tag}${this.nextTick().toString(36).padStart(8, '0')}`;
  }

  /** A text that belongs to an id, and that nobody who does not know the seed can tell from the id. */
  token(id: string): string {
    const parts = [1, 2, 3, 4].map((part) => hashText(`${part} ${this.#seed} ${id} ${part}`));
    return parts.map((part) => part.toString(36).padStart(7, '0')).join('');
  }

  /**
   * Runs `work`; when it throws, every change that it made is undone. A transaction within another is part of it:
   * when it throws and the outer one goes on, it alone is undone. `work` is synchronous, so that no other request can
   * come between.
   */
  transaction<Result>(work: () => Result): Result {
    const outer = this.#journal;
    const journal = (this.#journal ??= []);
    const start = journal.length;
    const sequence = this.#sequence;
    let result: Result;
    try {
      result = work();
    } catch (error) {
      for (const entry of journal.splice(start).toReversed()) entry.undo();
      this.#sequence = sequence;
      throw error;
    } finally {
      this.#journal = outer;
    }
    if (!outer && this.#listeners.size > 0) this.#announce(journal);
    return result;
  }

  /** Calls `listener` with the rows that each transaction changed, after it is done. The answer ends that. */
  onCommit(listener: (changes: readonly RowChange[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  progress(): Progress {
    return { now: this.clock.now(), sequence: this.#sequence };
  }

  /** All rows, by reference: rows never change, but whoever hands them out must copy them. */
  state(): StoreState {
    const tables = Object.entries(this.#tables).map(([name, table]) => [name, [...table.values()]]);
    return {
      ...this.progress(),
      tables: Object.fromEntries(tables) as StoreState['tables'],
    };
  }

  /** Takes a state instead of the present one. Nobody is told: it is not a change, it is another past. */
  load(state: StoreState): void {
    const tables: Partial<Record<string, { load(rows: readonly object[]): void }>> = this.#tables;
    for (const [name, rows] of Object.entries(state.tables)) tables[name]?.load(rows);
    this.#sequence = state.sequence;
    this.clock.set(state.now);
  }

  #table<Name extends TableName>(name: Name): Table<Rows[Name]> {
    const table = new Table<Rows[Name]>(name, (id, before) => {
      if (!this.#journal) throw new Error(`${name}: changed outside a transaction.`);
      this.#journal.push({ table: name, id, before, undo: () => table.undo(id, before) });
    });
    return table;
  }

  #announce(journal: readonly JournalEntry[]): void {
    const changes = new Map<string, RowChange>();
    for (const { table, id, before } of journal) {
      const key = `${table} ${id}`;
      if (!changes.has(key)) changes.set(key, { table, id, before, after: this.#tables[table].get(id) });
    }
    const visible = [...changes.values()].filter((change) => change.before !== change.after);
    for (const listener of this.#listeners) {
      try {
        listener(visible);
      } catch (error) {
        // It is done, whatever a listener makes of it: its error is nobody's refusal, but must be seen.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
