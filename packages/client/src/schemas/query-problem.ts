import * as z from 'zod/mini';

/** One mistake in a query: `range` in UTF-16 code units, so that an editor can underline it. */
export const QueryProblem = z.looseObject({
  kind: z.string(),
  message: z.string(),
  extra: z.optional(z.record(z.string(), z.unknown())),
  range: z.looseObject({ start: z.number(), end: z.number() }),
});
export type QueryProblem = z.infer<typeof QueryProblem>;
