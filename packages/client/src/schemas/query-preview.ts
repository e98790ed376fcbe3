import * as z from 'zod/mini';

/** The body of `POST /queries/preview`: a query, or groups. */
export const QueryPreview = z.union([
  z.strictObject({ query: z.string() }),
  z.strictObject({
    groupIds: z.array(z.string()).check(z.minLength(1), z.maxLength(100)),
    exclude: z.optional(z.array(z.string()).check(z.maxLength(100))),
  }),
]);
export type QueryPreview = z.infer<typeof QueryPreview>;
