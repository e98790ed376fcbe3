import * as z from 'zod/mini';

/** What every list takes: `limit` items a page (1 to 200, 50 unless told), the `cursor` of the page wanted. */
export const PageQuery = {
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(200))),
  cursor: z.optional(z.string()),
  /** `total` asks for the number of all items as well, which costs the backend a count. */
  include: z.optional(z.literal('total')),
};
