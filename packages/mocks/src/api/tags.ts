import { SortedList } from '../store/sorted-list.js';
import type { Endpoints } from './endpoint.js';
import { pageOf } from './page.js';

export const tagEndpoints = {
  'GET /tags': (store, request) => {
    const tags = Array.from(store.tagCount.entries(), ([name, contacts]) => ({ id: name, contacts }));
    return pageOf(request, new SortedList((tag) => tag.id.toLowerCase(), tags), {
      show: ({ id, contacts }) => ({ name: id, contacts }),
    });
  },
} satisfies Endpoints;
