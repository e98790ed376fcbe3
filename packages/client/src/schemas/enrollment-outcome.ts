import * as z from 'zod/mini';
import { openEnum } from './open-enum.js';

/** What became of a new contact in one campaign: enrolled, or skipped for a reason such as `ALREADY_ENROLLED`. */
export const EnrollmentOutcome = z.looseObject({
  campaignId: z.string(),
  status: openEnum(['ENROLLED', 'SKIPPED']),
  reason: z.optional(z.string()),
});
export type EnrollmentOutcome = z.infer<typeof EnrollmentOutcome>;
