import * as z from 'zod/mini';
import { PageQuery } from './page-query.js';

/** What a list without filters takes. */
export const ListQuery = z.strictObject(PageQuery);
export type ListQuery = z.infer<typeof ListQuery>;
