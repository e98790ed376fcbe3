import * as z from 'zod/mini';
import { jobStatuses } from './job-status.js';
import { jobTypes } from './job-type.js';
import { openEnum } from './open-enum.js';
import { Timestamp } from './timestamp.js';

/** Work that goes on after the answer. */
export const Job = z.looseObject({
  id: z.string(),
  type: openEnum(jobTypes),
  status: openEnum(jobStatuses),
  progress: z.looseObject({
    total: z.number(),
    processed: z.number(),
    succeeded: z.number(),
    skipped: z.number(),
    failed: z.number(),
  }),
  createdAt: Timestamp,
  startedAt: z.nullable(Timestamp),
  finishedAt: z.nullable(Timestamp),
  expiresAt: z.nullable(Timestamp),
  /** What it made, by type: an `EXPORT` has `{url, expiresAt, rows}`. Null until it has ended. */
  result: z.nullable(z.record(z.string(), z.unknown())),
});
export type Job = z.infer<typeof Job>;
