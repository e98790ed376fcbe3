import * as z from 'zod/mini';

/** The query of `DELETE /groups/{id}`. */
export const GroupDeleteQuery = z.strictObject({ detach: z.optional(z.boolean()) });
export type GroupDeleteQuery = z.infer<typeof GroupDeleteQuery>;
