import * as z from 'zod/mini';

/** The body of `POST /groups/{id}/actions/export`. */
export const ExportCreate = z.strictObject({
  /** Contact members or `fields.key`, in the order of the columns; all of them unless told otherwise. */
  columns: z.optional(z.array(z.string().check(z.minLength(1))).check(z.minLength(1), z.maxLength(200))),
});
export type ExportCreate = z.infer<typeof ExportCreate>;
