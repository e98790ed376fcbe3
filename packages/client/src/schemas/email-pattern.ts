// The rule that browsers apply to <input type="email"> (WHATWG HTML, "valid e-mail address"), narrowed in two
// points: the domain needs a dot, since no public address is without one, and the lengths of RFC 5321 hold.
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';

/** The e-mail addresses that the API accepts, for who has no use for a schema: where bytes are dear. */
export const emailPattern = new RegExp(
  `^(?=.{3,254}$)[A-Za-z0-9.!#$%&'*+/=?^_\`{|}~-]{1,64}@${label}(?:\\.${label})+$`,
);
