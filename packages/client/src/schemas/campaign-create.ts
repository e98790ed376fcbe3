import * as z from 'zod/mini';
import { groupRemovalPolicies } from './group-removal-policy.js';
import { reenrollmentPolicies } from './reenrollment-policy.js';
import { WorkflowStep } from './workflow-step.js';

/** The body of `POST /campaigns`. */
export const CampaignCreate = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  steps: z.optional(z.array(WorkflowStep).check(z.maxLength(100))),
  /** What happens to an enrolled contact that leaves the group: `CONTINUE` unless told otherwise. */
  onGroupRemoval: z.optional(z.enum(groupRemovalPolicies)),
  /** Whether a contact that comes back is enrolled again: `NEVER` unless told otherwise. */
  reenrollment: z.optional(z.enum(reenrollmentPolicies)),
});
export type CampaignCreate = z.infer<typeof CampaignCreate>;
