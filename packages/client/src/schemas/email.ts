import * as z from 'zod/mini';
import { emailPattern } from './email-pattern.js';

/** An e-mail address in the form that the API accepts. Space around it is ignored. */
export const Email = z
  .string()
  .check(z.trim(), z.regex(emailPattern, 'Not an e-mail address, such as ada@example.com.'));
