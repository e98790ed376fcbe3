import type { WorkflowStep } from '@fluenzr/client/schemas';
import type { ContactRow, EnrollmentRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { endEnrollment } from './enrollments.js';
import { renderFor } from './message.js';
import { schedule } from './schedule.js';

/** What a workflow does after a step: the next one at once, the next one later, or nothing more. */
type Course = { go: 'on' } | { go: 'wait'; until: number } | { go: 'end' };

/** One run of one step. */
interface Run<Step> {
  store: Store;
  contact: ContactRow;
  enrollment: EnrollmentRow;
  step: Step;
}

/** How each type of step runs. */
const runners: {
  [Type in WorkflowStep['type']]?: (run: Run<Extract<WorkflowStep, { type: Type }>>) => Course;
} = {
  SEND_EMAIL: sendEmail,
  WAIT: ({ store, step }) => ({ go: 'wait', until: store.clock.now() + durationOf(step.duration) }),
  END: () => ({ go: 'end' }),
};

/**
 * Carries an enrolment's workflow on from its next step, until it must wait or is at its end. While the campaign is
 * paused the enrolment is held instead; `releaseHeld` carries on.
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
    const step = campaign.steps[enrollment.nextStep];
    const course = step ? runStep({ store, contact, enrollment, step }) : { go: 'end' as const };
    const after = store.enrollments.get(enrollmentId);
    if (after?.status !== 'ACTIVE') return;
    if (course.go === 'end') {
      endEnrollment(store, after, 'COMPLETED', null);
      return;
    }
    store.enrollments.put({ ...after, nextStep: after.nextStep + 1 });
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

function runStep(run: Run<{ type: string }>): Course {
  const runner = (runners as Partial<Record<string, (run: Run<{ type: string }>) => Course>>)[run.step.type];
  if (!runner) throw new Error(`The mock backend has no step of type ${run.step.type}.`);
  return runner(run);
}

function sendEmail({ store, contact, enrollment, step }: Run<{ subject: string; body: string }>): Course {
  const subject = renderFor(store, contact, step.subject);
  const body = renderFor(store, contact, step.body);
  const sentAt = store.clock.timestamp();
  store.mails.put({
    id: store.nextId('mail'),
    contactId: contact.id,
    campaignId: enrollment.campaignId,
    enrollmentId: enrollment.id,
    to: contact.email,
    subject: subject.text,
    body: body.text,
    sentAt,
    errors: [...subject.errors, ...body.errors].map(({ expression, message }) => ({ expression, message })),
  });
  const { metrics } = enrollment;
  store.enrollments.put({
    ...enrollment,
    // Delivered as soon as sent, unless the address turns out to bounce.
    metrics: {
      ...metrics,
      sent: metrics.sent + 1,
      delivered: metrics.delivered + 1,
      lastEventAt: sentAt,
    },
  });
  return { go: 'on' };
}

/** Milliseconds of an ISO 8601 duration such as `P3D`, in the form that the schema of a WAIT step allows. */
function durationOf(text: string): number {
  const [, weeks, days, hours, minutes] =
    /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text) ?? [];
  const minute = 60_000;
  return (
    (Number(weeks ?? 0) * 7 * 24 * 60 + Number(days ?? 0) * 24 * 60 + Number(hours ?? 0) * 60) * minute +
    Number(minutes ?? 0) * minute
  );
}
