import * as z from 'zod/mini';
import { ContactInput } from './contact-input.js';
import { OnConflict } from './on-conflict.js';

/** The body of `POST /contacts/batch`. */
export const ContactBatch = z.strictObject({
  items: z.array(ContactInput).check(z.maxLength(1000)),
  onConflict: z.optional(OnConflict),
  enroll: z.optional(z.boolean()),
});
export type ContactBatch = z.infer<typeof ContactBatch>;
