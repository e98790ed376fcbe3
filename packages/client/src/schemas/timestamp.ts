import * as z from 'zod/mini';

/** A point in time as an ISO 8601 text in UTC, such as `2026-11-23T09:24:06.000Z`. */
export const Timestamp = z.string();
