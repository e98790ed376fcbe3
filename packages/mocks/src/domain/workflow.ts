import type { WorkflowStep } from '@fluenzr/client/schemas';
import {
  pairId,
  type ContactRow,
  type EnrollmentRow,
  type GroupRow,
  type StepErrorRow,
} from '../store/rows.js';
import type { Store } from '../store/store.js';
import { endEnrollment } from './enrollments.js';
import { recordDelivery } from './events.js';
import { joinGroups, removeMembership } from './memberships.js';
import { evaluateFor, renderFor } from './message.js';
import { reconcileContact } from './reconcile.js';
import { schedule } from './schedule.js';

/** What a workflow does after a step: the next one at once, another one at once, the next one later, or nothing more. */
type Course = { go: 'on' } | { go: 'to'; stepId: string } | { go: 'wait'; until: number } | { go: 'end' };

/** One run of one step. */
interface Run<Step> {
  store: Store;
  contact: ContactRow;
  enrollment: EnrollmentRow;
  step: Step;
}

type StepOf<Type extends WorkflowStep['type']> = Extract<WorkflowStep, { type: Type }>;

/** How each type of step runs. */
const runners: { [Type in WorkflowStep['type']]: (run: Run<StepOf<Type>>) => Course } = {
  SEND_EMAIL: sendEmail,
  WAIT: ({ store, step }) => ({ go: 'wait', until: store.clock.now() + durationOf(step.duration) }),
  ADD_TO_GROUP: addToGroups,
  REMOVE_FROM_GROUP: removeFromGroups,
  SPLIT_BY_GROUPS: splitByGroups,
  SPLIT_BY_EXPRESSION: splitByExpression,
  END: () => ({ go: 'end' }),
};

// A workflow has at most 100 steps: only one that goes in a circle without a WAIT does so many within a minute.
const mostSteps = 1000;
const minute = 60_000;

/**
 * Carries an enrolment's workflow on from its next step, until it must wait or is at its end. While the campaign is
 * paused the enrolment is held instead; `releaseHeld` carries on. One that goes round and round ends as FAILED.
 */
export function runWorkflow(store: Store, enrollmentId: string): void {
  for (;;) {
    const enrollment = store.enrollments.get(enrollmentId); // anew: a step may have changed it, or ended it
    const contact = enrollment && store.contacts.get(enrollment.contactId);
    const campaign = enrollment && store.campaigns.get(enrollment.campaignId);
    if (!contact || !campaign || enrollment.status !== 'ACTIVE') return;
    if (campaign.status !== 'RUNNING') {
      store.enrollments.put({ ...enrollment, held: true });
      return;
    }
    const pace = paceAfterStep(enrollment.pace, store.clock.now());
    if (pace.steps > mostSteps) {
      endEnrollment(store, enrollment, 'FAILED', 'ENDLESS_WORKFLOW');
      return;
    }
    const step = campaign.steps[enrollment.nextStep];
    const course = step ? runStep({ store, contact, enrollment, step }) : { go: 'end' as const };
    const after = store.enrollments.get(enrollmentId);
    if (after?.status !== 'ACTIVE') return;
    const nextStep =
      course.go === 'to' ? campaign.steps.findIndex(({ id }) => id === course.stepId) : after.nextStep + 1;
    if (course.go === 'end' || nextStep < 0) {
      endEnrollment(store, after, 'COMPLETED', null);
      return;
    }
    store.enrollments.put({ ...after, nextStep, pace });
    if (course.go === 'wait') {
      schedule(store, 'WORKFLOW', enrollmentId, course.until);
      return;
    }
  }
}

/** Lets the enrolments that a pause held carry on. */
export function releaseHeld(store: Store, campaignId: string): void {
  for (const enrollment of [...store.enrollmentsOfCampaign.list(campaignId)]) {
    if (!enrollment.held) continue;
    store.enrollments.put({ ...enrollment, held: false });
    schedule(store, 'WORKFLOW', enrollment.id, store.clock.now());
  }
}

const paceAfterStep = (pace: EnrollmentRow['pace'], now: number): EnrollmentRow['pace'] =>
  now - pace.since < minute ? { since: pace.since, steps: pace.steps + 1 } : { since: now, steps: 1 };

function runStep(run: Run<WorkflowStep>): Course {
  const runner = runners[run.step.type] as (run: Run<WorkflowStep>) => Course;
  return runner(run);
}

function sendEmail({ store, contact, enrollment, step }: Run<StepOf<'SEND_EMAIL'>>): Course {
  const subject = renderFor(store, contact, step.subject);
  const body = renderFor(store, contact, step.body);
  const mail = store.mails.put({
    id: store.nextId('mail'),
    contactId: contact.id,
    campaignId: enrollment.campaignId,
    enrollmentId: enrollment.id,
    to: contact.email,
    subject: subject.text,
    body: body.text,
    sentAt: store.clock.timestamp(),
    errors: [...subject.errors, ...body.errors].map(({ expression, message }) => ({ expression, message })),
  });
  recordDelivery(store, mail, enrollment);
  return { go: 'on' };
}

function addToGroups(run: Run<StepOf<'ADD_TO_GROUP'>>): Course {
  const groups = run.step.groupIds.flatMap((groupId) => usableGroup(run, groupId) ?? []);
  const isNew = ({ id }: GroupRow) => !run.store.memberships.has(pairId(id, run.contact.id));
  const joined = groups.filter(isNew);
  if (joined.length > 0) {
    joinGroups(run.store, run.contact, joined, { source: 'WORKFLOW', enroll: true });
  }
  return { go: 'on' };
}

function removeFromGroups(run: Run<StepOf<'REMOVE_FROM_GROUP'>>): Course {
  const { store, contact, step } = run;
  const groups = step.all
    ? [...store.membershipsOfContact.list(contact.id)].flatMap(
        ({ groupId }) => ownGroup(store, groupId) ?? [],
      )
    : (step.groupIds ?? []).flatMap((groupId) => usableGroup(run, groupId) ?? []);
  const left = groups.filter((group) => removeMembership(store, contact.id, group.id));
  if (left.length > 0) reconcileContact(store, contact);
  return { go: 'on' };
}

/** The first case whose group the contact is in, as it is now. A group that is gone has nobody. */
function splitByGroups(run: Run<StepOf<'SPLIT_BY_GROUPS'>>): Course {
  const { store, contact, step } = run;
  for (const { groupId, goto } of step.cases) {
    const group = store.groups.get(groupId);
    if (!group || group.status === 'ARCHIVED') reportGroup(run, groupId, group);
    else if (store.memberships.has(pairId(groupId, contact.id))) return { go: 'to', stepId: goto };
  }
  return otherwise(step.otherwise);
}

/** The first case that equals the text of the expression's result, ignoring case. */
function splitByExpression(run: Run<StepOf<'SPLIT_BY_EXPRESSION'>>): Course {
  const { text, errors } = evaluateFor(run.store, run.contact, run.step.expression);
  for (const { message } of errors) report(run, 'EXPRESSION_FAILED', message, null);
  const result = text.trim().toLowerCase();
  const match = run.step.cases.find(({ equals }) => equals.trim().toLowerCase() === result);
  return match && errors.length === 0 ? { go: 'to', stepId: match.goto } : otherwise(run.step.otherwise);
}

const otherwise = (stepId: string | null): Course => (stepId === null ? { go: 'end' } : { go: 'to', stepId });

/** A group whose members people decide, and that is not archived. */
function ownGroup(store: Store, groupId: string): GroupRow | null {
  const group = store.groups.get(groupId);
  return group && group.type !== 'SMART' && group.status !== 'ARCHIVED' ? group : null;
}

/** The same, and a report where it is none. The contact is ACTIVE, or its enrolment would have stopped. */
function usableGroup(run: Run<object>, groupId: string): GroupRow | null {
  const group = ownGroup(run.store, groupId);
  if (!group) reportGroup(run, groupId, run.store.groups.get(groupId));
  return group;
}

function reportGroup(run: Run<object>, groupId: string, group: GroupRow | undefined): void {
  if (!group) report(run, 'GROUP_NOT_FOUND', `There is no group with the id "${groupId}" any more.`, groupId);
  else if (group.status === 'ARCHIVED')
    report(run, 'GROUP_ARCHIVED', `The group "${group.name}" is archived.`, groupId);
  else report(run, 'GROUP_IS_SMART', `The query of "${group.name}" decides who is in it.`, groupId);
}

function report(
  { store, enrollment }: Run<object>,
  code: StepErrorRow['code'],
  message: string,
  groupId: string | null,
): void {
  store.stepErrors.put({
    id: store.nextId('err'),
    contactId: enrollment.contactId,
    campaignId: enrollment.campaignId,
    enrollmentId: enrollment.id,
    step: enrollment.nextStep,
    code,
    message,
    groupId,
    at: store.clock.timestamp(),
  });
}

/** Milliseconds of an ISO 8601 duration such as `P3D`, in the form that the schema of a WAIT step allows. */
function durationOf(text: string): number {
  const [, weeks, days, hours, minutes] =
    /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text) ?? [];
  return (
    (Number(weeks ?? 0) * 7 * 24 * 60 + Number(days ?? 0) * 24 * 60 + Number(hours ?? 0) * 60) * minute +
    Number(minutes ?? 0) * minute
  );
}
