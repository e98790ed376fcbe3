import * as z from 'zod/mini';

/** Where a list stands: `nextCursor` is null exactly on the last page; `total` is there only when asked for. */
export const PageInfo = z.looseObject({
  nextCursor: z.nullable(z.string()),
  hasMore: z.boolean(),
  total: z.optional(z.number()),
});
export type PageInfo = z.infer<typeof PageInfo>;

/** One page of a list: its items, and where the list stands. */
export const pageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.looseObject({ data: z.array(item), page: PageInfo });

/** One page of a list of `Item`, as the API answers it. */
export interface PageBody<Item> {
  data: Item[];
  page: PageInfo;
}
