import * as z from 'zod/mini';

/** One item that failed: by row of the file (the header is row 1) or by id. */
export const JobError = z.looseObject({
  row: z.optional(z.number()),
  id: z.optional(z.string()),
  code: z.string(),
  message: z.string(),
});
export type JobError = z.infer<typeof JobError>;
