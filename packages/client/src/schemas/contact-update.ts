import * as z from 'zod/mini';
import { contactStatuses } from './contact-status.js';
import { Email } from './email.js';
import { FieldValues } from './field-values.js';
import { Language } from './language.js';
import { PersonName } from './person-name.js';
import { Tags } from './tags.js';

/** The body of `PATCH /contacts/{id}`, a JSON merge patch (RFC 7396): null clears a value. */
export const ContactUpdate = z.strictObject({
  email: z.optional(Email),
  firstName: z.optional(z.nullable(PersonName)),
  lastName: z.optional(z.nullable(PersonName)),
  status: z.optional(z.enum(contactStatuses)),
  language: z.optional(z.nullable(Language)),
  tags: z.optional(Tags),
  fields: z.optional(FieldValues),
});
export type ContactUpdate = z.infer<typeof ContactUpdate>;
