import * as z from 'zod/mini';
import { Contact } from './contact.js';
import { openEnum } from './open-enum.js';

/** How many contacts match, and up to five of them. */
export const QueryPreviewed = z.looseObject({
  total: z.number(),
  sample: z.array(Contact),
  normalized: z.nullable(z.string()),
  warnings: z.array(z.looseObject({ code: openEnum(['MATCHES_ALL', 'MATCHES_NONE']), message: z.string() })),
});
export type QueryPreviewed = z.infer<typeof QueryPreviewed>;
