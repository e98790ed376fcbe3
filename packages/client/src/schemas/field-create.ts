import * as z from 'zod/mini';
import { fieldKeyPattern } from './field-key-pattern.js';
import { fieldTypes } from './field-type.js';

/** The body of `POST /fields`. */
export const FieldCreate = z.strictObject({
  /** Lower-case letters, digits and `_`, at most 36; begins with a letter. */
  key: z.string().check(z.regex(fieldKeyPattern, 'Not a key, such as company_size.')),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(64)),
  type: z.enum(fieldTypes),
});
export type FieldCreate = z.infer<typeof FieldCreate>;
