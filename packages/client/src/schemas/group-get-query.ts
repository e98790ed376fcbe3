import * as z from 'zod/mini';

/** What to tell about a group beside the group itself. On the wire: `include=statistics,campaigns`. */
export const GroupGetQuery = z.strictObject({
  include: z.optional(z.array(z.enum(['statistics', 'campaigns']))),
});
export type GroupGetQuery = z.infer<typeof GroupGetQuery>;
