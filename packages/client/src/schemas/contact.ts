import * as z from 'zod/mini';
import { contactStatuses } from './contact-status.js';
import { emailStatuses } from './email-status.js';
import { FieldValues } from './field-values.js';
import { GroupReference } from './group-reference.js';
import { openEnum } from './open-enum.js';
import { Timestamp } from './timestamp.js';

/** A person who can be written to: the e-mail address (trimmed, lower-cased) is unique. */
export const Contact = z.looseObject({
  id: z.string(),
  email: z.string(),
  emailStatus: openEnum(emailStatuses),
  firstName: z.nullable(z.string()),
  lastName: z.nullable(z.string()),
  status: openEnum(contactStatuses),
  language: z.nullable(z.string()),
  tags: z.array(z.string()),
  fields: FieldValues,
  groups: z.array(GroupReference),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  lastEngagedAt: z.nullable(Timestamp),
  version: z.number(),
});
export type Contact = z.infer<typeof Contact>;
