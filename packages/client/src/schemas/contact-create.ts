import * as z from 'zod/mini';
import { ContactInput } from './contact-input.js';
import { OnConflict } from './on-conflict.js';

/** The body of `POST /contacts`. */
export const ContactCreate = z.strictObject({
  ...ContactInput.shape,
  /** Whether joining a dynamic group enrols the contact. True unless told otherwise. */
  enroll: z.optional(z.boolean()),
  /** `ATTACH` unless told otherwise. */
  onConflict: z.optional(OnConflict),
});
export type ContactCreate = z.infer<typeof ContactCreate>;
