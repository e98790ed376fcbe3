import type {
  Campaign,
  Contact,
  Enrollment,
  Group,
  GroupReference,
  Job,
  Member,
} from '@fluenzr/client/schemas';
import { countsOf } from '../domain/group-counts.js';
import { groupsOfContact } from '../domain/memberships.js';
import type {
  CampaignRow,
  ContactRow,
  EnrollmentRow,
  GroupRow,
  JobRow,
  MembershipRow,
} from '../store/rows.js';
import type { Store } from '../store/store.js';
import { basePath } from './endpoint.js';

/** A group as other things name it. */
export const showReference = ({ id, name, type, color }: GroupRow): GroupReference => ({
  id,
  name,
  type,
  color,
});

/** A contact as the API shows it. */
export function showContact(store: Store, contact: ContactRow): Contact {
  return {
    ...contact,
    tags: [...contact.tags],
    fields: { ...contact.fields },
    groups: groupsOfContact(store, contact.id).map(showReference),
  };
}

/** A contact as the member of a group. */
export function showMember(store: Store, contact: ContactRow, membership: MembershipRow): Member {
  return { ...showContact(store, contact), joinedAt: membership.joinedAt, source: membership.source };
}

/** A group as the API shows it, with what is counted. */
export function showGroup(store: Store, group: GroupRow): Group {
  const { id, name, description, type, color, query, autoEnroll, status } = group;
  const { createdAt, updatedAt, archivedAt, mergedInto, version } = group;
  const { total, active, inactive, activeCampaigns } = countsOf(store, id);
  return {
    id,
    name,
    description,
    type,
    color,
    query,
    autoEnroll,
    status,
    counts: { total, active, inactive },
    activeCampaignCount: activeCampaigns,
    createdAt,
    updatedAt,
    archivedAt,
    mergedInto,
    version,
  };
}

/** A campaign as the API shows it. */
export function showCampaign(store: Store, campaign: CampaignRow): Campaign {
  const reference = ({ groupId }: { groupId: string }) => {
    const group = store.groups.get(groupId);
    return group ? showReference(group) : [];
  };
  const { id, name, status, onGroupRemoval, reenrollment, steps, launchedAt, version } = campaign;
  return {
    id,
    name,
    status,
    active: status === 'RUNNING',
    groups: [...store.linksOfCampaign.list(id)].flatMap(reference),
    excludedGroups: [...store.exclusionsOfCampaign.list(id)].flatMap(reference),
    onGroupRemoval,
    reenrollment,
    steps: [...steps],
    launchedAt,
    version,
  };
}

/** An enrolment as the API shows it. */
export function showEnrollment(enrollment: EnrollmentRow): Enrollment {
  const { id, contactId, campaignId, status, reason, source, enrolledAt, endedAt } = enrollment;
  return {
    id,
    contactId,
    campaignId,
    status,
    reason,
    source,
    viaGroups: [...enrollment.viaGroups],
    enrolledAt,
    endedAt,
    metrics: { ...enrollment.metrics },
  };
}

/** A job as the API shows it, to somebody who reaches the backend at `origin`. */
export function showJob(job: JobRow, origin: string): Job {
  const { id, type, status, progress, createdAt, startedAt, finishedAt, expiresAt, result } = job;
  const url = result && typeof result.url === 'string' ? { url: new URL(result.url, origin).href } : {};
  return {
    id,
    type,
    status,
    progress: { ...progress },
    createdAt,
    startedAt,
    finishedAt,
    expiresAt,
    result: result && { ...result, ...url },
  };
}

/** When to ask for a job again that has not ended: in a second. */
export const pollAfter = { 'Retry-After': '1' };

/** 202 with a job that was started. */
export const acceptedJob = (job: JobRow, origin: string) => ({
  status: 202,
  body: showJob(job, origin),
  headers: { Location: `${basePath}/jobs/${job.id}`, ...pollAfter },
});
