import type { Group, GroupCreate, GroupQuery } from '@fluenzr/client';
import type { GroupOption } from './group-option.js';

/** Ends a request that nobody waits for any more, and how long one may take in all, in milliseconds. */
export interface GroupRequestOptions {
  signal?: AbortSignal;
  totalTimeout?: number;
}

/**
 * What the picker needs of a client: `groups.list` and `groups.get`, and `groups.create` where groups can be made. A
 * client of `@fluenzr/client` fits, whole or with the `groups` resource alone, and so does any object of this shape.
 *
 * When `create` rejects, the picker reads these members of the error, where they exist: `code`, `problem.existingId` and
 * `fieldErrors`; when `get` rejects, `status`, where 404 says that there is no such group.
 *
 * @example
 * ```ts
 * import { createClient } from '@fluenzr/client/core';
 * import { groups } from '@fluenzr/client/groups';
 * import type { GroupPickerClient } from '@fluenzr/elements';
 *
 * const client: GroupPickerClient = createClient({
 *   resources: { groups },
 *   baseUrl: 'https://crm.example.com',
 *   apiKey: () => Promise.resolve('a token'),
 * });
 * ```
 */
export interface GroupPickerClient {
  readonly groups: {
    list(
      query: Pick<GroupQuery, 'q' | 'type' | 'limit' | 'cursor' | 'include'>,
      options: GroupRequestOptions,
    ): PromiseLike<{
      readonly data: readonly GroupOption[];
      readonly page: { readonly nextCursor: string | null; readonly total?: number | undefined };
    }>;
    get(id: string, query: undefined, options: GroupRequestOptions): PromiseLike<GroupOption>;
    create(input: GroupCreate): PromiseLike<Group>;
  };
}
