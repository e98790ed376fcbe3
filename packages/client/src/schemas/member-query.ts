import * as z from 'zod/mini';
import { PageQuery } from './page-query.js';
import { contactStatuses } from './contact-status.js';

/** Which members of a group to list. */
export const MemberQuery = z.strictObject({
  ...PageQuery,
  status: z.optional(z.enum(contactStatuses)),
  /** Free text in name or e-mail address. */
  q: z.optional(z.string()),
  /** `-joinedAt` unless told otherwise. */
  sort: z.optional(z.enum(['joinedAt', '-joinedAt', 'email', '-email'])),
});
export type MemberQuery = z.infer<typeof MemberQuery>;
