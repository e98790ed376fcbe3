import * as z from 'zod/mini';
import { QueryProblem } from './query-problem.js';

/** What a query means, or everything that is wrong with it. */
export const QueryParsed = z.looseObject({
  valid: z.boolean(),
  normalized: z.nullable(z.string()),
  ast: z.unknown(),
  references: z.looseObject({
    attributes: z.array(z.string()),
    fields: z.array(z.string()),
    groups: z.array(z.string()),
    campaigns: z.array(z.string()),
  }),
  allowAsGroup: z.boolean(),
  errors: z.array(QueryProblem),
});
export type QueryParsed = z.infer<typeof QueryParsed>;
