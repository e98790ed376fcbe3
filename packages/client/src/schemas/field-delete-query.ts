import * as z from 'zod/mini';

/** The query of `DELETE /fields/{key}`. */
export const FieldDeleteQuery = z.strictObject({
  /** Delete it although smart groups use it; they become INVALID and keep their members. */
  detach: z.optional(z.boolean()),
});
export type FieldDeleteQuery = z.infer<typeof FieldDeleteQuery>;
