/**
 * A random UUID (version 4 of RFC 9562), the id of one filled form: under it the endpoint takes a lead once, however often
 * it is sent. `crypto.randomUUID` would do, but pages without TLS do not have it, and a form must send there too.
 */
export function leadId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  // 4 is the version; the next group begins with one of 8, 9, a, b
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-8$4-');
}
