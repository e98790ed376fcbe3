import type {
  Campaign,
  Contact,
  Enrollment,
  Field,
  Group,
  Job,
  jobStatuses,
  jobTypes,
  Member,
  WorkflowStep,
} from '@fluenzr/client/schemas';

// What the tables hold. Times that the API shows are texts (`…At`). Beside some stands a tick of the store's counter
// (`…Tick`): it orders what happened within one millisecond, and on a clock that stands still everything does.

/** A contact, without what its memberships say. */
export type ContactRow = Readonly<
  Pick<
    Contact,
    | 'id'
    | 'email'
    | 'emailStatus'
    | 'firstName'
    | 'lastName'
    | 'status'
    | 'language'
    | 'tags'
    | 'fields'
    | 'createdAt'
    | 'updatedAt'
    | 'lastEngagedAt'
    | 'version'
  >
>;

/** A group, without what is counted. */
export type GroupRow = Readonly<
  Pick<
    Group,
    | 'id'
    | 'name'
    | 'description'
    | 'type'
    | 'color'
    | 'query'
    | 'autoEnroll'
    | 'status'
    | 'createdAt'
    | 'updatedAt'
    | 'archivedAt'
    | 'mergedInto'
    | 'version'
  > & {
    /** The properties that the query reads, such as `tag` and `fields.company`; none without a query. */
    reads: readonly string[];
    /** Members who joined from this tick on are enrolled: 0 for all, null for none. */
    enrollsFrom: number | null;
  }
>;

/** A contact in a group. Its id is `pairId(groupId, contactId)`. */
export interface MembershipRow {
  readonly id: string;
  readonly groupId: string;
  readonly contactId: string;
  readonly joinedAt: string;
  readonly joinedTick: number;
  readonly source: Member['source'];
  /** Joined with `enroll: false`. */
  readonly noEnroll: boolean;
  /** Was a member before, and had left. */
  readonly rejoined: boolean;
  /** The contact's own, repeated here so that members are counted by status and sorted by address without a look at each. */
  readonly email: string;
  readonly contactStatus: string;
}

/** When a contact last left a group. Its id is that of the membership. */
export interface DepartureRow {
  readonly id: string;
  readonly groupId: string;
  readonly contactId: string;
  readonly leftAt: string;
}

/** Who came into a group and who left it on one day, UTC. Its id is `pairId(groupId, date)`. */
export interface GroupDayRow {
  readonly id: string;
  readonly groupId: string;
  /** `2026-11-23`. */
  readonly date: string;
  readonly joined: number;
  readonly left: number;
}

export type CampaignRow = Readonly<
  Pick<Campaign, 'id' | 'name' | 'status' | 'onGroupRemoval' | 'reenrollment' | 'launchedAt' | 'version'> & {
    steps: readonly WorkflowStep[];
    createdAt: string;
    updatedAt: string;
    launchedTick: number | null;
  }
>;

/** A group linked to a campaign. Its id is `pairId(campaignId, groupId)`. */
export interface LinkRow {
  readonly id: string;
  readonly campaignId: string;
  readonly groupId: string;
  readonly linkedAt: string;
  readonly linkedTick: number;
  readonly enrollExisting: boolean;
}

/** A group excluded from a campaign. Its id is `pairId(campaignId, groupId)`. */
export interface ExclusionRow {
  readonly id: string;
  readonly campaignId: string;
  readonly groupId: string;
  readonly excludedAt: string;
  readonly excludedTick: number;
}

export type EnrollmentRow = Readonly<
  Pick<
    Enrollment,
    | 'id'
    | 'contactId'
    | 'campaignId'
    | 'status'
    | 'reason'
    | 'source'
    | 'viaGroups'
    | 'enrolledAt'
    | 'endedAt'
    | 'metrics'
  > & {
    endedTick: number | null;
    /** Index of the workflow step that comes next. */
    nextStep: number;
    /** The next step is due, and waits for a paused campaign to resume. */
    held: boolean;
    /** Steps done since a time (milliseconds since 1970): what tells a workflow that goes round and round. */
    pace: { readonly since: number; readonly steps: number };
  }
>;

/** Why a contact was not enrolled in a campaign, when this was last decided. Its id is `pairId(contactId, campaignId)`. */
export interface SkipRow {
  readonly id: string;
  readonly contactId: string;
  readonly campaignId: string;
  readonly reason: string;
  readonly at: string;
}

/** Something that a workflow step could not do. The workflow went on. */
export interface StepErrorRow {
  readonly id: string;
  readonly contactId: string;
  readonly campaignId: string;
  readonly enrollmentId: string;
  /** Index of the step in the campaign. */
  readonly step: number;
  readonly code: 'GROUP_NOT_FOUND' | 'GROUP_ARCHIVED' | 'GROUP_IS_SMART' | 'EXPRESSION_FAILED';
  readonly message: string;
  /** The group that it is about, if it is about one. */
  readonly groupId: string | null;
  readonly at: string;
}

/** An e-mail that a workflow sent. */
export interface MailRow {
  readonly id: string;
  readonly contactId: string;
  readonly campaignId: string;
  readonly enrollmentId: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly sentAt: string;
  /** Expressions of the text that could not be evaluated, and printed nothing. */
  readonly errors: readonly { readonly expression: string; readonly message: string }[];
}

/** Something that happened to a mail, or through it. A mail is delivered or it bounced: one of the two, not both. */
export interface EventRow {
  readonly id: string;
  readonly contactId: string;
  readonly campaignId: string;
  readonly enrollmentId: string;
  readonly mailId: string;
  readonly kind: 'delivered' | 'open' | 'click' | 'reply' | 'bounce' | 'unsubscribe';
  readonly at: string;
}

/** Work on many items that goes on after the answer. */
export type JobRow = Readonly<
  Pick<Job, 'id' | 'progress' | 'createdAt' | 'startedAt' | 'finishedAt' | 'expiresAt' | 'result'> & {
    type: JobType;
    status: JobStatus;
    /** What was asked for, in the form that the job's type defines. */
    input: Readonly<Record<string, unknown>>;
    /** What was done so far, counted; the result is made from it. */
    counts: Readonly<Record<string, number>>;
  }
>;

export type JobType = (typeof jobTypes)[number];
export type JobStatus = (typeof jobStatuses)[number];

/** Items that a job has still to do. Its id is `pairId(jobId, index)`. */
export interface JobChunkRow {
  readonly id: string;
  readonly jobId: string;
  readonly index: number;
  readonly items: readonly unknown[];
}

/** An item that failed in a job. Its id is `pairId(jobId, index)`. */
export interface JobErrorRow {
  readonly id: string;
  readonly jobId: string;
  readonly index: number;
  /** The row of the file, of an import; otherwise null. */
  readonly row: number | null;
  /** The id of what failed; null for an import. */
  readonly itemId: string | null;
  readonly code: string;
  readonly message: string;
}

/** A part of a file that an export made. Its id is `pairId(token, index)`. */
export interface FilePartRow {
  readonly id: string;
  /** The last segment of the file's address. */
  readonly token: string;
  readonly index: number;
  readonly text: string;
}

/** Work that the clock does when it is due. */
export interface TaskRow {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
  readonly kind: 'WORKFLOW' | 'EVALUATE_GROUP' | 'JOB' | 'EXPIRE_JOB';
  /** The enrolment, the group, or the job. */
  readonly subjectId: string;
}

/** The definition of a custom field. Its id is its key. */
export type FieldRow = Readonly<Pick<Field, 'key' | 'name' | 'type'> & { id: string }>;

/** An answer kept for a repeated `Idempotency-Key`. */
export interface StoredAnswerRow {
  readonly id: string;
  /** Tells the body that it answered from another. */
  readonly bodyHash: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** The tables by name. */
export interface Rows {
  contacts: ContactRow;
  groups: GroupRow;
  memberships: MembershipRow;
  departures: DepartureRow;
  groupDays: GroupDayRow;
  campaigns: CampaignRow;
  links: LinkRow;
  exclusions: ExclusionRow;
  enrollments: EnrollmentRow;
  skips: SkipRow;
  stepErrors: StepErrorRow;
  mails: MailRow;
  events: EventRow;
  jobs: JobRow;
  jobChunks: JobChunkRow;
  jobErrors: JobErrorRow;
  fileParts: FilePartRow;
  tasks: TaskRow;
  fields: FieldRow;
  storedAnswers: StoredAnswerRow;
}

/** The name of a table. */
export type TableName = keyof Rows;

/** The id of a row that stands for a pair of others. */
export const pairId = (first: string, second: string) => `${first} ${second}`;
