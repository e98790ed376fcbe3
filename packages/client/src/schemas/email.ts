import * as z from 'zod/mini';

// The rule that browsers apply to <input type="email"> (WHATWG HTML, "valid e-mail address"), narrowed in two
// points: the domain needs a dot, since no public address is without one, and the lengths of RFC 5321 hold.
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const pattern = new RegExp(`^(?=.{3,254}$)[A-Za-z0-9.!#$%&'*+/=?^_\`{|}~-]{1,64}@${label}(?:\\.${label})+$`);

/** An e-mail address in the form that the API accepts. Space around it is ignored. */
export const Email = z
  .string()
  .check(z.trim(), z.regex(pattern, 'Not an e-mail address, such as ada@example.com.'));
