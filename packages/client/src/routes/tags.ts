import { ListQuery } from '../schemas/list-query.js';
import { Tag } from '../schemas/tag.js';
import { pageOf } from '../schemas/page.js';
import type { RouteTable } from './route.js';

export const tagRoutes = {
  'GET /tags': { query: ListQuery, answer: pageOf(Tag) },
} satisfies RouteTable;
