import { createField } from '../domain/fields.js';
import type { FieldRow } from '../store/rows.js';
import { SortedList } from '../store/sorted-list.js';
import { created, type Endpoints } from './endpoint.js';
import { pageOf } from './page.js';

const showField = ({ key, name, type }: FieldRow) => ({ key, name, type });

export const fieldEndpoints = {
  'GET /fields': (store, request) =>
    pageOf(request, new SortedList((field) => field.key, store.fields.values()), { show: showField }),

  'POST /fields': (store, { body }) => {
    const field = createField(store, body);
    return created(`/fields/${field.key}`, showField(field));
  },
} satisfies Endpoints;
