import type { Campaign, Contact, Enrollment, Group, GroupReference, Member } from '@fluenzr/client/schemas';
import { groupsOfContact } from '../domain/memberships.js';
import type {
  CampaignRow,
  ContactRow,
  EnrollmentRow,
  GroupRow,
  LinkRow,
  MembershipRow,
} from '../store/rows.js';
import type { Store } from '../store/store.js';

const showReference = ({ id, name, type, color }: GroupRow): GroupReference => ({ id, name, type, color });

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
  const total = store.memberCount.count(id);
  const active = store.activeMemberCount.count(id);
  const isActive = ({ campaignId }: LinkRow) => store.campaigns.get(campaignId)?.status === 'RUNNING';
  return {
    id,
    name,
    description,
    type,
    color,
    query,
    autoEnroll,
    status,
    counts: { total, active, inactive: total - active },
    activeCampaignCount: [...store.linksOfGroup.list(id)].filter(isActive).length,
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
