import * as z from 'zod/mini';
import { PageQuery } from './page-query.js';
import { groupStatuses } from './group-status.js';
import { groupTypes } from './group-type.js';

/** Which groups to list. */
export const GroupQuery = z.strictObject({
  ...PageQuery,
  /** Free text in the name. */
  q: z.optional(z.string()),
  type: z.optional(z.enum(groupTypes)),
  /** All but the archived ones unless told otherwise. */
  status: z.optional(z.enum(groupStatuses)),
  /** Only groups linked to this campaign. */
  campaignId: z.optional(z.string()),
  /** `name` unless told otherwise. */
  sort: z.optional(z.enum(['name', '-name', 'createdAt', '-createdAt', 'total', '-total'])),
});
export type GroupQuery = z.infer<typeof GroupQuery>;
