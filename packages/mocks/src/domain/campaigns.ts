import type {
  CampaignCreate,
  CampaignUpdate,
  EnrollmentsCreated,
  LaunchAudience,
} from '@fluenzr/client/schemas';
import { ProblemError } from '../problem.js';
import type { CampaignRow, ContactRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { endEnrollment } from './enrollments.js';
import { candidatesOf, decide, factsOf, membersOf, reconcile, reconcileCampaign } from './reconcile.js';
import { checkSteps } from './steps.js';
import { releaseHeld } from './workflow.js';

/**
 * Creates a campaign as a draft.
 *
 * @throws ProblemError `GROUP_NOT_FOUND`, `VALIDATION_FAILED` for steps that name what is not there.
 */
export function createCampaign(store: Store, input: CampaignCreate): CampaignRow {
  checkSteps(store, input.steps ?? []);
  const now = store.clock.timestamp();
  return store.campaigns.put({
    id: store.nextId('cmp'),
    name: input.name,
    status: 'DRAFT',
    onGroupRemoval: input.onGroupRemoval ?? 'CONTINUE',
    reenrollment: input.reenrollment ?? 'NEVER',
    steps: input.steps ?? [],
    createdAt: now,
    updatedAt: now,
    launchedAt: null,
    launchedTick: null,
    version: 1,
  });
}

/**
 * Changes a campaign. Those who are in its workflow go on at the same position of the new steps.
 *
 * @throws ProblemError `INVALID_TRANSITION` for a campaign that is over, `GROUP_NOT_FOUND`, `VALIDATION_FAILED`.
 */
export function updateCampaign(store: Store, campaign: CampaignRow, changes: CampaignUpdate): CampaignRow {
  requireStatus(campaign, ['DRAFT', 'SCHEDULED', 'RUNNING', 'PAUSED'], 'changed');
  checkSteps(store, changes.steps ?? []);
  const updated = store.campaigns.put({
    ...campaign,
    name: changes.name ?? campaign.name,
    steps: changes.steps ?? campaign.steps,
    onGroupRemoval: changes.onGroupRemoval ?? campaign.onGroupRemoval,
    reenrollment: changes.reenrollment ?? campaign.reenrollment,
    updatedAt: store.clock.timestamp(),
    version: campaign.version + 1,
  });
  reconcileCampaign(store, updated);
  return updated;
}

/**
 * Launches a campaign: every eligible member of its groups is enrolled, whatever the groups' type.
 *
 * @throws ProblemError `INVALID_TRANSITION`, `NO_AUDIENCE`.
 */
export function launchCampaign(
  store: Store,
  campaign: CampaignRow,
): { campaign: CampaignRow; audience: LaunchAudience } {
  const launched = asLaunched(store, campaign);
  const audience = audienceOf(store, launched);
  store.campaigns.put(launched);
  reconcileCampaign(store, launched);
  return { campaign: launched, audience };
}

/**
 * Says whom a launch would enrol, and changes nothing.
 *
 * @throws ProblemError `INVALID_TRANSITION`, `NO_AUDIENCE`.
 */
export function previewLaunch(store: Store, campaign: CampaignRow): LaunchAudience {
  return audienceOf(store, asLaunched(store, campaign));
}

/** Pauses a running campaign: nobody is enrolled, and no workflow goes on, until it resumes. */
export function pauseCampaign(store: Store, campaign: CampaignRow): CampaignRow {
  requireStatus(campaign, ['RUNNING'], 'paused');
  const paused = changeStatus(store, campaign, 'PAUSED');
  reconcileCampaign(store, paused);
  return paused;
}

/** Resumes a paused campaign: who joined meanwhile is enrolled, and the workflows go on. */
export function resumeCampaign(store: Store, campaign: CampaignRow): CampaignRow {
  requireStatus(campaign, ['PAUSED'], 'resumed');
  const resumed = changeStatus(store, campaign, 'RUNNING');
  reconcileCampaign(store, resumed);
  releaseHeld(store, campaign.id);
  return resumed;
}

/** Archives a campaign, whatever its status. Those who are in its workflow stop. */
export function archiveCampaign(store: Store, campaign: CampaignRow): CampaignRow {
  requireStatus(campaign, ['DRAFT', 'SCHEDULED', 'RUNNING', 'PAUSED', 'COMPLETED'], 'archived');
  return closeCampaign(store, campaign, 'ARCHIVED');
}

/** Completes a campaign: it is over. Those who are in its workflow stop. */
export function completeCampaign(store: Store, campaign: CampaignRow): CampaignRow {
  requireStatus(campaign, ['RUNNING', 'PAUSED'], 'completed');
  return closeCampaign(store, campaign, 'COMPLETED');
}

/**
 * Enrols contacts by name, each once; no group is needed for that, all other conditions hold.
 *
 * @throws ProblemError `CAMPAIGN_NOT_ACTIVE`.
 */
export function enrollByHand(
  store: Store,
  campaign: CampaignRow,
  contactIds: readonly string[],
): EnrollmentsCreated {
  if (campaign.status !== 'RUNNING') {
    throw new ProblemError(
      409,
      'CAMPAIGN_NOT_ACTIVE',
      `The campaign "${campaign.name}" is ${campaign.status}: only a running one enrols contacts.`,
    );
  }
  const enrolled: string[] = [];
  const skipped: { id: string; reason: string }[] = [];
  for (const id of new Set(contactIds)) {
    const contact = store.contacts.get(id);
    const outcome = contact && reconcile(store, contact, campaign, 'MANUAL');
    if (outcome?.status === 'ENROLLED') enrolled.push(id);
    else skipped.push({ id, reason: outcome?.reason ?? 'CONTACT_NOT_FOUND' });
  }
  return { enrolled, skipped };
}

/** Says how many members of a group a campaign that does not run yet would enrol if it ran now. */
export function previewLink(store: Store, campaign: CampaignRow, groupId: string): number {
  const launchedTick = campaign.launchedTick ?? store.nextTick();
  const running: CampaignRow = { ...campaign, status: 'RUNNING', launchedTick };
  const wouldEnroll = (contact: ContactRow) => decide(factsOf(store, contact, running)).do === 'enroll';
  return membersOf(store, groupId).filter(wouldEnroll).length;
}

/** Who would be enrolled, were the campaign as given. */
function audienceOf(store: Store, campaign: CampaignRow): LaunchAudience {
  const byGroup = new Map<string, number>();
  for (const { groupId } of store.linksOfCampaign.list(campaign.id)) byGroup.set(groupId, 0);
  const skippedByReason: Record<string, number> = {};
  let audience = 0;
  for (const contact of candidatesOf(store, campaign)) {
    const decision = decide(factsOf(store, contact, campaign));
    if (decision.do === 'enroll') {
      audience += 1;
      for (const groupId of decision.viaGroups) byGroup.set(groupId, (byGroup.get(groupId) ?? 0) + 1);
    } else if (decision.do === 'skip') {
      skippedByReason[decision.reason] = (skippedByReason[decision.reason] ?? 0) + 1;
    }
  }
  return {
    audience,
    byGroup: [...byGroup].map(([groupId, contacts]) => ({ groupId, contacts })),
    excluded: skippedByReason.EXCLUDED ?? 0,
    skippedByReason,
  };
}

/** The campaign as its launch at this moment would leave it. */
function asLaunched(store: Store, campaign: CampaignRow): CampaignRow {
  requireStatus(campaign, ['DRAFT', 'SCHEDULED'], 'launched');
  if (
    store.linksOfCampaign.count(campaign.id) === 0 &&
    store.enrollmentsOfCampaign.count(campaign.id) === 0
  ) {
    throw new ProblemError(
      409,
      'NO_AUDIENCE',
      `Nobody could get "${campaign.name}". Link a group to it first; the group may still be empty.`,
    );
  }
  const now = store.clock.timestamp();
  return {
    ...campaign,
    status: 'RUNNING',
    launchedAt: now,
    launchedTick: store.nextTick(),
    updatedAt: now,
    version: campaign.version + 1,
  };
}

function closeCampaign(store: Store, campaign: CampaignRow, status: 'COMPLETED' | 'ARCHIVED'): CampaignRow {
  const closed = changeStatus(store, campaign, status);
  for (const enrollment of [...store.enrollmentsOfCampaign.list(campaign.id)]) {
    if (enrollment.status === 'ACTIVE') endEnrollment(store, enrollment, 'STOPPED', `CAMPAIGN_${status}`);
  }
  reconcileCampaign(store, closed);
  return closed;
}

function changeStatus(store: Store, campaign: CampaignRow, status: CampaignRow['status']): CampaignRow {
  const updatedAt = store.clock.timestamp();
  return store.campaigns.put({ ...campaign, status, updatedAt, version: campaign.version + 1 });
}

function requireStatus(campaign: CampaignRow, from: readonly string[], verb: string): void {
  if (from.includes(campaign.status)) return;
  throw new ProblemError(
    409,
    'INVALID_TRANSITION',
    `The campaign "${campaign.name}" is ${campaign.status}: only one that is ${from.join(' or ')} can be ${verb}.`,
    { members: { from: campaign.status } },
  );
}
