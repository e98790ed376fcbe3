import * as z from 'zod/mini';
import { PageQuery } from './page-query.js';
import { contactStatuses } from './contact-status.js';

/** Which contacts to list. */
export const ContactQuery = z.strictObject({
  ...PageQuery,
  /** Free text in name or e-mail address. */
  q: z.optional(z.string()),
  /** A contact query, such as `tag = "vip" AND created_on > -30d`. */
  query: z.optional(z.string()),
  groupId: z.optional(z.string()),
  notInGroupId: z.optional(z.string()),
  status: z.optional(z.enum(contactStatuses)),
  tag: z.optional(z.string()),
  /** `-createdAt` unless told otherwise. */
  sort: z.optional(z.enum(['createdAt', '-createdAt', 'email', '-email', 'lastName', '-lastName'])),
});
export type ContactQuery = z.infer<typeof ContactQuery>;
