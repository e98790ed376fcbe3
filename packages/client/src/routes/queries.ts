import { QueryParse } from '../schemas/query-parse.js';
import { QueryParsed } from '../schemas/query-parsed.js';
import { QueryPreview } from '../schemas/query-preview.js';
import { QueryPreviewed } from '../schemas/query-previewed.js';
import type { RouteTable } from './route.js';

export const queryRoutes = {
  'POST /queries/parse': { body: QueryParse, answer: QueryParsed },
  'POST /queries/preview': { body: QueryPreview, answer: QueryPreviewed },
} satisfies RouteTable;
