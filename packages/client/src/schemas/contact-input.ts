import * as z from 'zod/mini';
import { Email } from './email.js';
import { FieldValues } from './field-values.js';
import { Id } from './id.js';
import { Language } from './language.js';
import { PersonName } from './person-name.js';
import { Tags } from './tags.js';

/** One contact to create. */
export const ContactInput = z.strictObject({
  email: Email,
  firstName: z.optional(PersonName),
  lastName: z.optional(PersonName),
  /** The group to put the contact into. A dynamic group enrols it in every running campaign linked to it. */
  groupId: z.optional(Id),
  /** Further groups, at most 100. */
  groupIds: z.optional(z.array(Id).check(z.maxLength(100))),
  tags: z.optional(Tags),
  fields: z.optional(FieldValues),
  /** ISO 639 code of two or three letters. */
  language: z.optional(Language),
});
export type ContactInput = z.infer<typeof ContactInput>;
