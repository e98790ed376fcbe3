import * as z from 'zod/mini';
import { campaignStatuses } from './campaign-status.js';
import { GroupReference } from './group-reference.js';
import { groupRemovalPolicies } from './group-removal-policy.js';
import { openEnum } from './open-enum.js';
import { reenrollmentPolicies } from './reenrollment-policy.js';
import { Timestamp } from './timestamp.js';
import { WorkflowStep } from './workflow-step.js';

/** A sequence of steps for the contacts of its groups. */
export const Campaign = z.looseObject({
  id: z.string(),
  name: z.string(),
  status: openEnum(campaignStatuses),
  /** Whether it is `RUNNING`. */
  active: z.boolean(),
  groups: z.array(GroupReference),
  excludedGroups: z.array(GroupReference),
  onGroupRemoval: openEnum(groupRemovalPolicies),
  reenrollment: openEnum(reenrollmentPolicies),
  /** A step of a kind that this version does not know is kept as it came. */
  steps: z.array(z.union([WorkflowStep, z.looseObject({ type: z.string() })])),
  launchedAt: z.nullable(Timestamp),
  version: z.number(),
});
export type Campaign = z.infer<typeof Campaign>;
