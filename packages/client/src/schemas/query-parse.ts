import * as z from 'zod/mini';

/** The body of `POST /queries/parse`. */
export const QueryParse = z.strictObject({
  query: z.string(),
  /** `GROUP` checks what a smart group may not use as well. `SEARCH` unless told otherwise. */
  purpose: z.optional(z.enum(['SEARCH', 'GROUP'])),
});
export type QueryParse = z.infer<typeof QueryParse>;
