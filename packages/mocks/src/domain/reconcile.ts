import type { EnrollmentOutcome } from '@fluenzr/client/schemas';
import {
  pairId,
  type CampaignRow,
  type ContactRow,
  type EnrollmentRow,
  type GroupRow,
  type LinkRow,
  type MembershipRow,
} from '../store/rows.js';
import type { Store } from '../store/store.js';
import { endEnrollment, startEnrollment } from './enrollments.js';

/** Everything that decides whether a contact is in a campaign. */
export interface EnrollmentFacts {
  contact: Pick<ContactRow, 'status' | 'emailStatus'>;
  campaign: Pick<CampaignRow, 'status' | 'launchedTick' | 'onGroupRemoval' | 'reenrollment'>;
  enrollment: Pick<EnrollmentRow, 'status' | 'source' | 'endedTick' | 'viaGroups'> | undefined;
  /** The contact is in a group that the campaign excludes. */
  excluded: boolean;
  /** The campaign's linked, not archived groups that the contact is in. */
  ways: readonly Way[];
  /** Somebody put the contact into the campaign by name: no group is needed then. */
  requested?: 'MANUAL' | 'BULK';
}

/** One group through which a contact may come into a campaign. */
export interface Way {
  group: Pick<GroupRow, 'id' | 'autoEnroll' | 'enrollsFrom'>;
  link: Pick<LinkRow, 'linkedTick' | 'enrollExisting'>;
  membership: Pick<MembershipRow, 'joinedTick' | 'noEnroll' | 'rejoined'>;
}

/** What is to be done with a contact in a campaign, and why. */
export type Decision =
  | { do: 'keep' }
  | { do: 'stop'; reason: string }
  | { do: 'skip'; reason: string }
  | { do: 'enroll'; source: EnrollmentRow['source']; viaGroups: string[] };

/**
 * Decides about one contact in one campaign. Pure, and settled: deciding again after the decision was carried out
 * changes nothing.
 */
export function decide(facts: EnrollmentFacts): Decision {
  const { contact, campaign, enrollment, ways } = facts;
  if (enrollment?.status === 'ACTIVE') {
    if (contact.status !== 'ACTIVE') return { do: 'stop', reason: contact.status };
    if (facts.excluded) return { do: 'stop', reason: 'EXCLUDED' };
    // "No linked group any more" means that it came through one: a bulk enrolment from an unlinked group did not.
    const cameThroughGroup = enrollment.source !== 'MANUAL' && enrollment.viaGroups.length > 0;
    if (campaign.onGroupRemoval === 'STOP' && cameThroughGroup && ways.length === 0) {
      return { do: 'stop', reason: 'REMOVED_FROM_GROUP' };
    }
    return { do: 'keep' };
  }
  if (campaign.status !== 'RUNNING') return { do: 'skip', reason: 'CAMPAIGN_NOT_ACTIVE' };
  if (enrollment && !(campaign.reenrollment === 'ON_REJOIN' && rejoinedSince(enrollment.endedTick, ways))) {
    return { do: 'skip', reason: 'ALREADY_ENROLLED' };
  }
  if (contact.status !== 'ACTIVE') return { do: 'skip', reason: 'CONTACT_NOT_ACTIVE' };
  if (contact.emailStatus !== 'VALID') return { do: 'skip', reason: 'INVALID_EMAIL' };
  if (facts.excluded) return { do: 'skip', reason: 'EXCLUDED' };
  const launched = campaign.launchedTick;
  const viaGroups = ways.flatMap((way) => (qualification(way, launched) ? way.group.id : []));
  if (facts.requested) {
    // it came with a whole group: leaving the linked groups that it is in ends it as it would another
    const all = ways.map((way) => way.group.id);
    return { do: 'enroll', source: facts.requested, viaGroups: facts.requested === 'BULK' ? all : viaGroups };
  }
  if (viaGroups.length === 0) return { do: 'skip', reason: 'NO_QUALIFYING_GROUP' };
  const isAudience = ways.some((way) => qualification(way, launched) === 'LAUNCH_AUDIENCE');
  return { do: 'enroll', source: isAudience ? 'LAUNCH' : 'AUTO', viaGroups };
}

/** As what a contact qualifies through a group for a campaign launched then; null where it does not. */
export function qualification(
  way: Way,
  launchedTick: number | null,
): 'LAUNCH_AUDIENCE' | 'NEWCOMER' | 'EXISTING_MEMBER' | null {
  if (isLaunchAudience(way, launchedTick)) return 'LAUNCH_AUDIENCE';
  if (isNewcomer(way)) return 'NEWCOMER';
  return isExistingMember(way) ? 'EXISTING_MEMBER' : null;
}

/** Linked and joined before the launch: part of its audience, whatever the group's type. */
function isLaunchAudience({ link, membership }: Way, launchedTick: number | null): boolean {
  return launchedTick !== null && link.linkedTick <= launchedTick && membership.joinedTick <= launchedTick;
}

/** Joined a group that enrols newcomers, after it was linked and had begun to enrol. */
function isNewcomer({ group, link, membership }: Way): boolean {
  return (
    group.autoEnroll &&
    (link.enrollExisting || membership.joinedTick >= link.linkedTick) &&
    group.enrollsFrom !== null &&
    group.enrollsFrom <= membership.joinedTick &&
    !membership.noEnroll
  );
}

/** Was in a static group when it was linked with `enrollExisting`. */
function isExistingMember({ group, link, membership }: Way): boolean {
  return !group.autoEnroll && link.enrollExisting && membership.joinedTick <= link.linkedTick;
}

/** Whether the contact came back into a linked group after its enrolment ended. */
export function rejoinedSince(endedTick: number | null, ways: readonly Way[]): boolean {
  return ways.some(({ membership }) => membership.rejoined && membership.joinedTick > (endedTick ?? 0));
}

/** Collects what `decide` needs to know. */
export function factsOf(store: Store, contact: ContactRow, campaign: CampaignRow): EnrollmentFacts {
  const ways: Way[] = [];
  let excluded = false;
  for (const membership of store.membershipsOfContact.list(contact.id)) {
    const pair = pairId(campaign.id, membership.groupId);
    excluded ||= store.exclusions.has(pair);
    const link = store.links.get(pair);
    const group = link && store.groups.get(membership.groupId);
    if (link && group && group.status !== 'ARCHIVED') ways.push({ group, link, membership });
  }
  const enrollment = store.enrollmentByPair.get(pairId(contact.id, campaign.id));
  return { contact, campaign, enrollment, excluded, ways };
}

/** Decides about one contact in one campaign and carries it out. Called again it changes nothing. */
export function reconcile(
  store: Store,
  contact: ContactRow,
  campaign: CampaignRow,
  requested?: 'MANUAL' | 'BULK',
): EnrollmentOutcome {
  const decision = decide({ ...factsOf(store, contact, campaign), ...(requested && { requested }) });
  const campaignId = campaign.id;
  const pair = pairId(contact.id, campaignId);
  switch (decision.do) {
    case 'keep':
      return { campaignId, status: 'SKIPPED', reason: 'ALREADY_ENROLLED' };
    case 'stop': {
      const enrollment = store.enrollmentByPair.get(pair);
      if (enrollment) endEnrollment(store, enrollment, 'STOPPED', decision.reason);
      return { campaignId, status: 'SKIPPED', reason: decision.reason };
    }
    case 'skip': {
      const { reason } = decision;
      if (toldByEnrollment(store, pair, reason)) store.skips.delete(pair);
      else if (store.skips.get(pair)?.reason !== reason) {
        store.skips.put({ id: pair, contactId: contact.id, campaignId, reason, at: store.clock.timestamp() });
      }
      return { campaignId, status: 'SKIPPED', reason };
    }
    case 'enroll':
      store.skips.delete(pair);
      startEnrollment(store, contact.id, campaignId, decision);
      return { campaignId, status: 'ENROLLED' };
  }
}

/** An enrolment that ended tells by itself why there is no other; noting it again would make two calls out of one. */
function toldByEnrollment(store: Store, pair: string, reason: string): boolean {
  const isTold = reason === 'ALREADY_ENROLLED' || reason === 'CAMPAIGN_NOT_ACTIVE';
  return isTold && store.enrollmentByPair.get(pair) !== undefined;
}

/**
 * Reconciles a contact with every campaign that it can be in: those of its groups, those it is in, and those that it was
 * kept out of, so that the reason on record is the one that holds now.
 */
export function reconcileContact(store: Store, contact: ContactRow): Map<string, EnrollmentOutcome> {
  const campaignIds = new Set<string>();
  for (const { groupId } of store.membershipsOfContact.list(contact.id)) {
    for (const link of store.linksOfGroup.list(groupId)) campaignIds.add(link.campaignId);
  }
  for (const enrollment of store.enrollmentsOfContact.list(contact.id)) {
    if (enrollment.status === 'ACTIVE') campaignIds.add(enrollment.campaignId);
  }
  for (const skip of store.skipsOfContact.list(contact.id)) campaignIds.add(skip.campaignId);
  const outcomes = new Map<string, EnrollmentOutcome>();
  for (const campaignId of campaignIds) {
    const campaign = store.campaigns.get(campaignId);
    if (campaign) outcomes.set(campaignId, reconcile(store, contact, campaign));
  }
  return outcomes;
}

/** Reconciles a campaign with everybody who can be in it, and those who were kept out of it. */
export function reconcileCampaign(store: Store, campaign: CampaignRow): void {
  const contacts = candidatesOf(store, campaign);
  for (const skip of store.skipsOfCampaign.list(campaign.id)) {
    const contact = store.contacts.get(skip.contactId);
    if (contact) contacts.add(contact);
  }
  for (const contact of contacts) reconcile(store, contact, campaign);
}

/** Reconciles a campaign with the members of one group. Answers how many that enrolled. */
export function reconcileMembers(store: Store, campaign: CampaignRow, groupId: string): number {
  let enrolled = 0;
  for (const contact of membersOf(store, groupId)) {
    if (reconcile(store, contact, campaign).status === 'ENROLLED') enrolled += 1;
  }
  return enrolled;
}

/** The contacts that a campaign can concern, each once: the members of its groups, and those who are in it. */
export function candidatesOf(store: Store, campaign: CampaignRow): Set<ContactRow> {
  const contacts = new Set<ContactRow>();
  for (const { groupId } of store.linksOfCampaign.list(campaign.id)) {
    for (const contact of membersOf(store, groupId)) contacts.add(contact);
  }
  for (const enrollment of store.enrollmentsOfCampaign.list(campaign.id)) {
    const contact = enrollment.status === 'ACTIVE' && store.contacts.get(enrollment.contactId);
    if (contact) contacts.add(contact);
  }
  return contacts;
}

/** The contacts in a group, in the order of joining. */
export function membersOf(store: Store, groupId: string): ContactRow[] {
  return [...store.membersOf.joinedAt.list(groupId)].flatMap(
    ({ contactId }) => store.contacts.get(contactId) ?? [],
  );
}
