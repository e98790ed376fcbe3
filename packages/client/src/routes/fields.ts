import { FieldCreate } from '../schemas/field-create.js';
import { FieldDeleteQuery } from '../schemas/field-delete-query.js';
import { Field } from '../schemas/field.js';
import { ListQuery } from '../schemas/list-query.js';
import { pageOf } from '../schemas/page.js';
import type { RouteTable } from './route.js';

export const fieldRoutes = {
  'GET /fields': { query: ListQuery, answer: pageOf(Field) },
  'POST /fields': { body: FieldCreate, answer: Field },
  'DELETE /fields/{key}': { query: FieldDeleteQuery },
} satisfies RouteTable;
