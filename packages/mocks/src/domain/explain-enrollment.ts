import type { Explanation } from '@fluenzr/client/schemas';
import {
  pairId,
  type CampaignRow,
  type ContactRow,
  type EnrollmentRow,
  type LinkRow,
} from '../store/rows.js';
import type { Store } from '../store/store.js';
import { decide, factsOf, qualification, rejoinedSince, type EnrollmentFacts } from './reconcile.js';

type Condition = Explanation['conditions'][number];

/**
 * Says why a contact is, or is not, enrolled in a campaign. Outcome, reason and since are those on record; the conditions
 * are the ones that `decide` asks, each on its own.
 */
export function explainEnrollment(store: Store, contact: ContactRow, campaign: CampaignRow): Explanation {
  const facts = factsOf(store, contact, campaign);
  const enrollment = store.enrollmentByPair.get(pairId(contact.id, campaign.id));
  return {
    contactId: contact.id,
    groupId: null,
    campaignId: campaign.id,
    ...verdict(store, contact, campaign, enrollment),
    conditions: [
      when('CAMPAIGN_RUNNING', campaign.status === 'RUNNING', `The campaign is ${campaign.status}.`),
      enrolledOnce(facts, enrollment),
      when('CONTACT_ACTIVE', contact.status === 'ACTIVE', `The contact is ${contact.status}.`),
      when('EMAIL_VALID', contact.emailStatus === 'VALID', `The e-mail is ${contact.emailStatus}.`),
      notExcluded(store, contact, campaign),
      ...[...store.linksOfCampaign.list(campaign.id)].map((link) =>
        throughGroup(store, contact, campaign, link),
      ),
    ],
  };
}

const when = (condition: string, holds: boolean, detail: string): Condition => ({ condition, holds, detail });

function verdict(
  store: Store,
  contact: ContactRow,
  campaign: CampaignRow,
  enrollment: EnrollmentRow | undefined,
): Pick<Explanation, 'outcome' | 'reason' | 'since'> {
  if (enrollment?.status === 'ACTIVE')
    return { outcome: 'ENROLLED', reason: null, since: enrollment.enrolledAt };
  const skip = store.skips.get(pairId(contact.id, campaign.id));
  if (skip) return { outcome: 'NOT_ENROLLED', reason: skip.reason, since: skip.at };
  if (enrollment) {
    const { reason, status, endedAt } = enrollment;
    return { outcome: 'NOT_ENROLLED', reason: reason ?? status, since: endedAt };
  }
  // Nothing ever brought the two together, so nothing was decided and put on record.
  const decision = decide(factsOf(store, contact, campaign));
  return { outcome: 'NOT_ENROLLED', reason: 'reason' in decision ? decision.reason : null, since: null };
}

function enrolledOnce(facts: EnrollmentFacts, enrollment: EnrollmentRow | undefined): Condition {
  if (!enrollment) return when('FIRST_ENROLLMENT', true, 'The contact was never enrolled in this campaign.');
  const { status, enrolledAt, endedAt, endedTick, source } = enrollment;
  if (status === 'ACTIVE') {
    return when('FIRST_ENROLLMENT', true, `The contact is enrolled since ${enrolledAt}, by ${source}.`);
  }
  const returns = facts.campaign.reenrollment === 'ON_REJOIN' && rejoinedSince(endedTick, facts.ways);
  return when(
    'FIRST_ENROLLMENT',
    returns,
    returns
      ? `The contact came back into a linked group after its enrolment ended.`
      : `The contact was enrolled already: ${status} since ${endedAt ?? ''}.`,
  );
}

function notExcluded(store: Store, contact: ContactRow, campaign: CampaignRow): Condition {
  const excluded = [...store.exclusionsOfCampaign.list(campaign.id)].flatMap(({ groupId }) =>
    store.memberships.has(pairId(groupId, contact.id)) ? (store.groups.get(groupId)?.name ?? []) : [],
  );
  const detail =
    excluded.length === 0
      ? 'The contact is in no excluded group.'
      : `The contact is in ${excluded.map((name) => `"${name}"`).join(', ')}, which the campaign excludes.`;
  return when('NOT_EXCLUDED', excluded.length === 0, detail);
}

const qualifies = {
  LAUNCH_AUDIENCE: 'was in it when the campaign was launched',
  NEWCOMER: 'joined it, and it enrols newcomers',
  EXISTING_MEMBER: 'was in it when it was linked with enrollExisting',
};

function throughGroup(store: Store, contact: ContactRow, campaign: CampaignRow, link: LinkRow): Condition {
  const { groupId } = link;
  const name = `"${store.groups.get(groupId)?.name ?? groupId}"`;
  const membership = store.memberships.get(pairId(groupId, contact.id));
  const way = factsOf(store, contact, campaign).ways.find(({ group }) => group.id === groupId);
  const how = way && qualification(way, campaign.launchedTick);
  const detail = how
    ? `The contact ${qualifies[how]}: ${name}.`
    : !membership
      ? `The contact is not in ${name}.`
      : `The contact is in ${name} since ${membership.joinedAt}, but ${whyNot(store, link, membership.noEnroll)}.`;
  return when('QUALIFYING_GROUP', how !== undefined && how !== null, detail);
}

function whyNot(store: Store, { groupId, enrollExisting }: LinkRow, noEnroll: boolean): string {
  const group = store.groups.get(groupId);
  if (group?.status === 'ARCHIVED') return 'it is archived';
  if (!group?.autoEnroll) return 'it enrols nobody who joins it later';
  if (noEnroll) return 'joined with enroll: false';
  return enrollExisting ? 'joined before it began to enrol' : 'joined before it was linked or began to enrol';
}
