import { ProblemError } from '../problem.js';
import { pairId, type EnrollmentRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { cancelTasks, schedule } from './schedule.js';

const nothingSent: EnrollmentRow['metrics'] = {
  sent: 0,
  delivered: 0,
  opens: 0,
  clicks: 0,
  replies: 0,
  lastEventAt: null,
};

/**
 * Puts a contact into a campaign and makes its workflow due at once. A contact that was in it before goes on under
 * the same id, with the metrics of what it was sent. For `reconcile` only, which decides.
 */
export function startEnrollment(
  store: Store,
  contactId: string,
  campaignId: string,
  { source, viaGroups }: Pick<EnrollmentRow, 'source' | 'viaGroups'>,
): void {
  const earlier = store.enrollmentByPair.get(pairId(contactId, campaignId));
  const { id } = store.enrollments.put({
    id: earlier?.id ?? store.nextId('enr'),
    contactId,
    campaignId,
    status: 'ACTIVE',
    reason: null,
    source,
    viaGroups,
    enrolledAt: store.clock.timestamp(),
    endedAt: null,
    endedTick: null,
    metrics: earlier?.metrics ?? nothingSent,
    nextStep: 0,
    held: false,
    pace: earlier?.pace ?? { since: store.clock.now(), steps: 0 },
  });
  schedule(store, 'WORKFLOW', id, store.clock.now());
}

/**
 * Stops an enrolment because somebody says so.
 *
 * @throws ProblemError `INVALID_TRANSITION` when it is over already.
 */
export function stopEnrollment(store: Store, enrollment: EnrollmentRow, reason: string): EnrollmentRow {
  if (enrollment.status === 'ACTIVE') return endEnrollment(store, enrollment, 'STOPPED', reason);
  const detail = `The enrolment is ${enrollment.status}: only one that is ACTIVE can be stopped.`;
  throw new ProblemError(409, 'INVALID_TRANSITION', detail, { members: { from: enrollment.status } });
}

/** Ends an enrolment, and with it its workflow. */
export function endEnrollment(
  store: Store,
  enrollment: EnrollmentRow,
  status: 'COMPLETED' | 'REPLIED' | 'STOPPED' | 'FAILED',
  reason: string | null,
): EnrollmentRow {
  cancelTasks(store, enrollment.id);
  return store.enrollments.put({
    ...enrollment,
    status,
    reason,
    endedAt: store.clock.timestamp(),
    endedTick: store.nextTick(),
    held: false,
  });
}
