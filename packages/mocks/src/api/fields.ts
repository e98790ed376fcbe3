import { createField, deleteField } from '../domain/fields.js';
import type { FieldRow } from '../store/rows.js';
import { SortedList } from '../store/sorted-list.js';
import { created, noContent, type Endpoints } from './endpoint.js';
import { findField } from './find.js';
import { pageOf } from './page.js';

const showField = ({ key, name, type }: FieldRow) => ({ key, name, type });

export const fieldEndpoints = {
  'GET /fields': (store, request) =>
    pageOf(request, new SortedList((field) => field.key, store.fields.values()), { show: showField }),

  'POST /fields': (store, { body }) => {
    const field = createField(store, body);
    return created(`/fields/${field.key}`, showField(field));
  },

  'DELETE /fields/{key}': (store, { params, query }) => {
    deleteField(store, findField(store, params.key), query.detach ?? false);
    return noContent;
  },
} satisfies Endpoints;
