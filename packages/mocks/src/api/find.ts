import { ProblemError } from '../problem.js';
import type { CampaignRow, ContactRow, EnrollmentRow, FieldRow, GroupRow, JobRow } from '../store/rows.js';
import type { Store } from '../store/store.js';

/** The contact that a path names. @throws ProblemError `CONTACT_NOT_FOUND` (404). */
export const findContact = (store: Store, id: string): ContactRow =>
  store.contacts.get(id) ?? notFound('CONTACT_NOT_FOUND', 'contact', id);

/** The group that a path names. @throws ProblemError `GROUP_NOT_FOUND` (404). */
export const findGroup = (store: Store, id: string): GroupRow =>
  store.groups.get(id) ?? notFound('GROUP_NOT_FOUND', 'group', id);

/** The campaign that a path names. @throws ProblemError `CAMPAIGN_NOT_FOUND` (404). */
export const findCampaign = (store: Store, id: string): CampaignRow =>
  store.campaigns.get(id) ?? notFound('CAMPAIGN_NOT_FOUND', 'campaign', id);

/** The enrolment that a path names. @throws ProblemError `ENROLLMENT_NOT_FOUND` (404). */
export const findEnrollment = (store: Store, id: string): EnrollmentRow =>
  store.enrollments.get(id) ?? notFound('ENROLLMENT_NOT_FOUND', 'enrolment', id);

/** The job that a path names. @throws ProblemError `JOB_NOT_FOUND` (404). */
export const findJob = (store: Store, id: string): JobRow =>
  store.jobs.get(id) ?? notFound('JOB_NOT_FOUND', 'job', id);

/** The custom field that a path names. @throws ProblemError `FIELD_NOT_FOUND` (404). */
export const findField = (store: Store, key: string): FieldRow =>
  store.fields.get(key) ?? notFound('FIELD_NOT_FOUND', 'field', key);

function notFound(code: string, what: string, id: string): never {
  throw new ProblemError(404, code, `There is no ${what} with the id ${JSON.stringify(id)}.`);
}
