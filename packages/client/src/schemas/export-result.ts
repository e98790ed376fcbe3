import * as z from 'zod/mini';
import { Timestamp } from './timestamp.js';

/** What a finished `EXPORT` job's `result` holds. */
export const ExportResult = z.looseObject({ url: z.string(), expiresAt: Timestamp, rows: z.number() });
export type ExportResult = z.infer<typeof ExportResult>;
