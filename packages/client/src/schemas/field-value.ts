import * as z from 'zod/mini';

/** A custom field's value: text, a number, a date and time as ISO 8601 text, or null to clear it. */
export const FieldValue = z.union([z.string(), z.number(), z.null()]);
export type FieldValue = z.infer<typeof FieldValue>;
