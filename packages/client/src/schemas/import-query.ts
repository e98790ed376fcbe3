import * as z from 'zod/mini';
import { OnConflict } from './on-conflict.js';

/** How to read the CSV file that is the body of `POST /imports` (at most 50 MB and 100,000 rows). */
export const ImportQuery = z.strictObject({
  /** Column heading to contact member (`email`, `firstName`, …) or `fields.key`; a heading left out is ignored. */
  mapping: z.record(z.string(), z.string()),
  groupId: z.optional(z.string()),
  /** Whether joining a dynamic group enrols the contacts. True unless told otherwise. */
  enroll: z.optional(z.boolean()),
  /** `ATTACH` unless told otherwise. */
  onConflict: z.optional(OnConflict),
});
export type ImportQuery = z.infer<typeof ImportQuery>;
